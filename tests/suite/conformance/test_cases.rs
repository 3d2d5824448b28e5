//! Test cases, each with a payload and a verdict.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::json_comparison::assert_nothing_lost;
use crate::support;

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Accept,
    Reject,
    Report,
}

#[derive(Deserialize)]
struct TestCase {
    name: String,
    verdict: Verdict,
    json: Option<Box<RawValue>>,
    /// Replaces `json` if the payload isn't valid JSON or parsing would change it.
    text: Option<String>,
}

pub struct TestCases {
    by_name: BTreeMap<String, TestCase>,
    disagreements: &'static [(&'static str, &'static str)],
    unchecked: RefCell<Vec<String>>,
}

impl TestCases {
    pub fn of(folder: &Path, disagreements: &'static [(&'static str, &'static str)]) -> Self {
        let text = fs::read_to_string(folder.join("odata_payloads.jsonl")).expect("payloads");
        let cases = text.lines().map(|case| serde_json::from_str::<TestCase>(case).expect(case));
        let cases = cases.filter(|case| !case.name.starts_with("abnf-"));
        let cases: BTreeMap<_, _> = cases.map(|case| (case.name.clone(), case)).collect();
        let unchecked = RefCell::new(cases.keys().cloned().collect());
        Self { by_name: cases, disagreements, unchecked }
    }

    /// Returns the payload of a test case. Its verdict must be `verdict`, unless `disagreements` lists the test case.
    #[track_caller]
    fn payload(&self, name: &str, verdict: Verdict) -> &str {
        let case = self.by_name.get(name).unwrap_or_else(|| panic!("no test case `{name}`"));
        let agrees = case.verdict == verdict;
        let is_listed = self.disagreements.iter().any(|(listed, _)| *listed == name);
        assert_ne!(agrees, is_listed, "{name}: the verdict is {:?}, not {verdict:?}", case.verdict);
        self.unchecked.borrow_mut().retain(|unchecked| unchecked != name);
        case.text.as_deref().or_else(|| case.json.as_deref().map(RawValue::get)).expect("a payload")
    }

    /// Checks that a payload is read and written back without loss.
    #[track_caller]
    pub fn accepts<T: Serialize + DeserializeOwned + PartialEq>(&self, name: &str, check: impl FnOnce(T)) {
        let payload = self.payload(name, Verdict::Accept);
        let written = serde_json::to_string(&round_trip::<T>(name, payload)).expect("a value");
        let [original, written] = [payload, &written].map(|text| normalized(value(text)));
        assert_nothing_lost(name, &original, &written);
        check(round_trip(name, payload));
    }

    /// Checks that a payload is read. Its values may be written in another format, such as `42` for `"42"`.
    #[track_caller]
    pub fn accepts_equivalent<T: Serialize + DeserializeOwned + PartialEq>(
        &self,
        name: &str,
        check: impl FnOnce(T),
    ) {
        check(round_trip(name, self.payload(name, Verdict::Accept)));
    }

    /// Checks that a payload is read as the only item of a collection.
    #[track_caller]
    pub fn accepts_as_item<T: Serialize + DeserializeOwned + PartialEq>(
        &self,
        name: &str,
        check: impl FnOnce(T),
    ) {
        let payload = self.payload(name, Verdict::Accept);
        check(round_trip(name, &format!(r#"{{"value":[{payload}]}}"#)));
    }

    /// Checks that reading a payload is an error whose message contains `expected`.
    #[track_caller]
    pub fn rejects<T: DeserializeOwned>(&self, name: &str, expected: &str) {
        assert_error::<T>(name, self.payload(name, Verdict::Reject), expected);
    }

    /// Checks that reading a payload with the verdict `report` is an error whose message contains `expected`.
    #[track_caller]
    pub fn rejects_reportable<T: DeserializeOwned>(&self, name: &str, expected: &str) {
        assert_error::<T>(name, self.payload(name, Verdict::Report), expected);
    }

    /// Checks that a payload with the verdict `report` is read. `check` asserts how the value shows the problem.
    #[track_caller]
    pub fn reads_reportable<T: Serialize + DeserializeOwned + PartialEq>(
        &self,
        name: &str,
        check: impl FnOnce(T),
    ) {
        check(round_trip(name, self.payload(name, Verdict::Report)));
    }

    pub fn assert_all_checked(&self) {
        let unchecked = self.unchecked.borrow();
        assert!(unchecked.is_empty(), "{unchecked:?}");
        assert!(self.by_name.len() > 150, "{}", self.by_name.len());
        eprintln!("{} payloads checked, {} disagreements", self.by_name.len(), self.disagreements.len());
    }
}

/// Reads a value, and checks that writing and reading it again returns an equal value.
#[track_caller]
fn round_trip<T: Serialize + DeserializeOwned + PartialEq>(name: &str, payload: &str) -> T {
    let read: T = support::try_read(payload).unwrap_or_else(|error| panic!("{name}: {error}\n{payload}"));
    let written = support::write(&read);
    let again: T = support::try_read(&written).unwrap_or_else(|error| panic!("{name}: {error}\n{written}"));
    assert!(again == read || written.contains("NaN"), "{name}: {written}");
    read
}

#[track_caller]
fn assert_error<T: DeserializeOwned>(name: &str, payload: &str, expected: &str) {
    match support::try_read::<T>(payload) {
        Ok(_) => panic!("{name} was read: {payload}"),
        Err(error) => assert!(error.contains(expected), "{name}: {error}"),
    }
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Writes control information with `odata.`, and type names in lower case and without the URL and `#` before them.
fn normalized(value: Value) -> Value {
    match value {
        Value::Array(elements) => elements.into_iter().map(normalized).collect(),
        Value::Object(members) => Value::Object(members.into_iter().map(member).collect::<Map<_, _>>()),
        value => value,
    }
}

fn member((name, value): (String, Value)) -> (String, Value) {
    match name.split_once('@') {
        Some((target, "type" | "odata.type")) => {
            let uri = value.as_str().expect("the name of a type");
            let name = uri.rsplit('#').next().unwrap_or(uri);
            (format!("{target}@odata.type"), Value::from(name.to_lowercase()))
        }
        Some((target, term)) if !term.contains('.') => (format!("{target}@odata.{term}"), normalized(value)),
        _ => (name, normalized(value)),
    }
}
