//! Runs the checks of the fuzz targets on their seeds, on mutations of the seeds, and on random bytes. The inputs are the same in every run.

mod abnf;
mod abnf_test_cases;

use std::fs;
use std::path::{Path, PathBuf};

use odata_fuzz_checks::{Check, TARGETS};

/// A pseudorandom number generator (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 32).expect("64-bit integers") % limit.max(1)
    }

    fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.next().to_le_bytes()[4]).collect()
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// Returns up to `limit` seeds of a target. If there are more, every n-th seed is returned.
fn seeds(target: &str, limit: usize) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder().join("seeds").join(target)).expect("a folder with seeds");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let step = paths.len().div_ceil(limit).max(1);
    paths.iter().step_by(step).map(|path| fs::read(path).expect("a seed")).collect()
}

/// Replaces, inserts, removes or repeats some bytes.
fn mutated(seed: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=random.below(4) {
        let position = random.below(bytes.len() + 1);
        let length = random.below(9).min(bytes.len() - position);
        let replacement = match random.below(4) {
            0 => Vec::new(),
            1 => bytes[position..position + length].repeat(2),
            _ => random.bytes(length.max(1)),
        };
        bytes.splice(position..position + length, replacement);
    }
    bytes
}

fn run(target: &str, check: Check, seed_limit: usize, mutations: usize) {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let seeds = seeds(target, seed_limit);
    assert!(!seeds.is_empty(), "{target} has no seeds");
    for seed in &seeds {
        check(seed);
    }
    for number in 0..mutations {
        check(&mutated(&seeds[number % seeds.len()], &mut random));
    }
}

fn check_of(target: &str) -> Check {
    let found = TARGETS.iter().find(|(name, _)| *name == target);
    found.map_or_else(|| panic!("no target `{target}`"), |(_, check)| *check)
}

#[test]
fn every_target_has_source_and_seeds() {
    for (target, _) in TARGETS {
        let source = fs::read_to_string(folder().join(format!("targets/{target}.rs"))).expect(target);
        assert!(source.contains("odata_fuzz_checks::"), "{target}");
        assert!(!seeds(target, 1).is_empty(), "{target}");
    }
}

#[test]
fn seeds_and_mutations_of_payloads_pass() {
    for target in ["collection", "error", "json", "lexical", "polymorphic"] {
        run(target, check_of(target), 50, 400);
    }
}

#[test]
fn seeds_and_mutations_of_documents_pass() {
    for target in ["csdl_json", "csdl_xml", "generator"] {
        run(target, check_of(target), 60, 60);
    }
}

#[test]
fn seeds_and_mutations_of_urls_pass() {
    for target in ["query", "url"] {
        let check = check_of(target);
        run(target, check, 50, 400);
        let mut random = Random(1);
        for _ in 0..600 {
            let length = random.below(300);
            check(&random.bytes(length));
        }
    }
}
