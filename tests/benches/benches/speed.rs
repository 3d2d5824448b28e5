//! Measures reading and writing, and compares them with other models in the same run: `cargo bench -p odata-benches --bench speed`.
//!
//! The first table has the medians of criterion, and the instruction counts of callgrind if valgrind is installed. Instruction
//! counts are reproducible. The second table has ratios of two cases that run alternately, so that changes in the speed of the
//! machine affect both. With `-- --ratios`, only the second table is printed. With a filter after `--`, only the cases whose
//! names contain it are measured, and no table is printed.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::Criterion;
use odata_benches::cases::{Case, Prepared, ROWS, cases};
use serde_json::Value;

/// The size of inputs for which callgrind takes minutes. Their instructions aren't counted.
const TOO_MANY_TO_COUNT: f64 = 1e7;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let cases = cases();
    if let [_, flag, name] = arguments.as_slice()
        && flag == "--count"
    {
        let case = cases.iter().find(|case| case.name == name).expect("a case");
        let case = (case.prepare)();
        (case.run)();
        return counted(&case);
    }
    if arguments.iter().any(|argument| argument == "--ratios") {
        return print_ratios(&cases);
    }
    let mut criterion = Criterion::default()
        .sample_size(60)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    for case in &cases {
        criterion.bench_function(case.name, |bencher| {
            let case = (case.prepare)();
            bencher.iter(|| (case.run)());
        });
    }
    criterion.final_summary();
    if arguments[1..].iter().all(|argument| argument == "--bench") {
        print_table(&cases);
    }
}

/// The function whose instructions callgrind counts.
#[inline(never)]
fn counted(case: &Prepared) {
    (case.run)();
}

fn print_table(cases: &[Case]) {
    let times: BTreeMap<_, _> =
        cases.iter().filter_map(|case| Some((case.name, median(case.name)?))).collect();
    let units: BTreeMap<_, _> = cases.iter().map(|case| (case.name, (case.prepare)().units)).collect();
    let counts: BTreeMap<_, _> = cases
        .iter()
        .filter(|case| units[case.name] < TOO_MANY_TO_COUNT)
        .filter_map(|case| Some((case.name, instructions(case.name)?)))
        .collect();
    println!("\n| case | median (µs) | instructions (thousands) |\n|---|---:|---:|");
    for case in cases {
        let [time, count] = [&times, &counts].map(|of| of.get(case.name));
        println!(
            "| {} | {} | {} |",
            case.name,
            time.map_or_else(String::new, |nanoseconds| format!("{:.0}", nanoseconds / 1000.0)),
            count.map_or_else(String::new, |count| format!("{:.0}", count / 1000.0)),
        );
    }
    print_ratios(cases);
}

fn print_ratios(cases: &[Case]) {
    let find = |name| cases.iter().find(|case| case.name == name).expect("a case");
    println!("\n| ratio | at most | time | instructions |\n|---|---:|---:|---:|");
    for row in &ROWS {
        let [case, rival] = [row.case, row.rival].map(|name| (find(name).prepare)());
        let counts = [(row.case, &case), (row.rival, &rival)].map(|(name, case)| {
            let is_small = case.units < TOO_MANY_TO_COUNT;
            is_small.then(|| instructions(name)).flatten().map(|count| count / case.units)
        });
        let count = match counts {
            [Some(case), Some(rival)] => format!("{:.2}", case / rival),
            _ => String::new(),
        };
        let time = time_ratio(&case, &rival);
        println!("| {} to {} | {:.2} | {time:.2} | {count} |", row.case, row.rival, row.at_most);
    }
}

/// Runs two cases alternately, and returns the median of the ratios of their times for one unit.
fn time_ratio(case: &Prepared, rival: &Prepared) -> f64 {
    // A case runs repeatedly, so that it isn't slowed down by the caches and the memory that the other case has changed.
    let time = |case: &Prepared| {
        let (start, mut runs) = (Instant::now(), 0.0);
        while start.elapsed() < Duration::from_millis(8) {
            (case.run)();
            runs += 1.0;
        }
        start.elapsed().as_secs_f64() / case.units / runs
    };
    let start = Instant::now();
    let mut ratios = Vec::new();
    while ratios.len() < 5 || (ratios.len() < 501 && start.elapsed() < Duration::from_secs(4)) {
        ratios.push(time(case) / time(rival));
    }
    ratios.sort_unstable_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// Returns the median in nanoseconds from the files of criterion.
fn median(name: &str) -> Option<f64> {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let folder = name.replace(':', "_");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(target);
    let file = root.join("criterion").join(folder).join("new/estimates.json");
    let estimates: Value = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
    estimates["median"]["point_estimate"].as_f64()
}

/// Returns the number of instructions of the second run, without the initialization in the first run.
fn instructions(name: &str) -> Option<f64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=speed::counted"])
        .arg(std::env::current_exe().ok()?)
        .args(["--count", name])
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let (_, collected) = text.split_once("Collected : ")?;
    collected.split_whitespace().next()?.parse().ok()
}
