//! The lines, and what a verdict asks for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::lossless::assert_nothing_lost;

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Accept,
    Reject,
    Report,
}

#[derive(Deserialize)]
struct Line {
    name: String,
    verdict: Verdict,
    json: Option<Box<RawValue>>,
    /// In place of `json` where parsing would lose something.
    text: Option<String>,
}

pub struct Lines {
    by_name: BTreeMap<String, Line>,
    disagreements: &'static [(&'static str, &'static str)],
    unchecked: RefCell<Vec<String>>,
}

impl Lines {
    pub fn of(folder: &Path, disagreements: &'static [(&'static str, &'static str)]) -> Self {
        let text = fs::read_to_string(folder.join("odata_payloads.jsonl")).expect("payloads");
        let lines = text.lines().map(|line| serde_json::from_str::<Line>(line).expect(line));
        let lines = lines.filter(|line| !line.name.starts_with("abnf-"));
        let lines: BTreeMap<_, _> = lines.map(|line| (line.name.clone(), line)).collect();
        let unchecked = RefCell::new(lines.keys().cloned().collect());
        Self { by_name: lines, disagreements, unchecked }
    }

    /// The payload of a line with that verdict.
    #[track_caller]
    fn payload(&self, name: &str, verdict: Verdict) -> &str {
        let line = self.by_name.get(name).unwrap_or_else(|| panic!("no line {name}"));
        let agrees = line.verdict == verdict;
        let is_listed = self.disagreements.iter().any(|(listed, _)| *listed == name);
        assert_ne!(agrees, is_listed, "{name}: {:?}, here {verdict:?}", line.verdict);
        self.unchecked.borrow_mut().retain(|unchecked| unchecked != name);
        line.text.as_deref().or_else(|| line.json.as_deref().map(RawValue::get)).expect("a payload")
    }

    /// A payload that is read and written back with nothing lost.
    #[track_caller]
    pub fn accepts<T: Serialize + DeserializeOwned + PartialEq>(&self, name: &str, check: impl FnOnce(T)) {
        let payload = self.payload(name, Verdict::Accept);
        let written = serde_json::to_string(&through::<T>(name, payload)).expect("a value");
        let [original, written] = [payload, &written].map(|text| in_the_form_of_4_0(value(text)));
        assert_nothing_lost(name, &original, &written);
        check(through(name, payload));
    }

    /// A payload that is read, and has values that are written in another of their forms.
    #[track_caller]
    pub fn accepts_respelled<T: Serialize + DeserializeOwned + PartialEq>(
        &self,
        name: &str,
        check: impl FnOnce(T),
    ) {
        check(through(name, self.payload(name, Verdict::Accept)));
    }

    /// An item of a delta, and what else stands in a collection alone.
    #[track_caller]
    pub fn accepts_as_item<T: Serialize + DeserializeOwned + PartialEq>(
        &self,
        name: &str,
        check: impl FnOnce(T),
    ) {
        let payload = self.payload(name, Verdict::Accept);
        check(through(name, &format!(r#"{{"value":[{payload}]}}"#)));
    }

    /// A payload that is an error, which says this.
    #[track_caller]
    pub fn refuses<T: DeserializeOwned>(&self, name: &str, says: &str) {
        refused::<T>(name, self.payload(name, Verdict::Reject), says);
    }

    /// A payload that is an error, which says this, where a finding would do, too.
    #[track_caller]
    pub fn reports<T: DeserializeOwned>(&self, name: &str, says: &str) {
        refused::<T>(name, self.payload(name, Verdict::Report), says);
    }

    /// A payload that is read, and has something that can be seen to be wrong.
    #[track_caller]
    pub fn shows<T: Serialize + DeserializeOwned + PartialEq>(&self, name: &str, check: impl FnOnce(T)) {
        check(through(name, self.payload(name, Verdict::Report)));
    }

    pub fn assert_all_checked(&self) {
        let unchecked = self.unchecked.borrow();
        assert!(unchecked.is_empty(), "{unchecked:?}");
        assert!(self.by_name.len() > 150, "{}", self.by_name.len());
        eprintln!("{} payloads checked, {} disagreements", self.by_name.len(), self.disagreements.len());
    }
}

/// Reads a value, which is the same when it was written and is read again.
#[track_caller]
fn through<T: Serialize + DeserializeOwned + PartialEq>(name: &str, payload: &str) -> T {
    let read: T = serde_json::from_str(payload).unwrap_or_else(|error| panic!("{name}: {error}\n{payload}"));
    let written = serde_json::to_string(&read).unwrap_or_else(|error| panic!("{name}: {error}"));
    let again: T =
        serde_json::from_str(&written).unwrap_or_else(|error| panic!("{name}: {error}\n{written}"));
    assert!(again == read || written.contains("NaN"), "{name}: {written}");
    read
}

#[track_caller]
fn refused<T: DeserializeOwned>(name: &str, payload: &str, says: &str) {
    match serde_json::from_str::<T>(payload) {
        Ok(_) => panic!("{name} was read: {payload}"),
        Err(error) => assert!(error.to_string().contains(says), "{name}: {error}"),
    }
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Annotations with `odata.`, types with nothing in front of their names and in one letter case.
fn in_the_form_of_4_0(value: Value) -> Value {
    match value {
        Value::Array(elements) => elements.into_iter().map(in_the_form_of_4_0).collect(),
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
        Some((target, term)) if !term.contains('.') => {
            (format!("{target}@odata.{term}"), in_the_form_of_4_0(value))
        }
        _ => (name, in_the_form_of_4_0(value)),
    }
}
