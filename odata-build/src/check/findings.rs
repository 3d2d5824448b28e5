//! What was found, and how it is shown.

use core::fmt;
use core::slice;
use std::vec;

/// How much a [`Finding`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The model says what the document says differently: a value would be misread, refused or sent wrongly.
    Contradiction,
    /// The document has what the model has not. An [`Extra`](odata_core::Extra) or an unknown member keeps it.
    Addition,
}

/// A difference between a model and a document.
///
/// It shows its severity, its place and what is there: ``contradiction at `clinic.dose/unit`: not in the document``.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    severity: Severity,
    place: String,
    message: String,
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The type, or the property or member in it: `microsoft.graph.user`, `microsoft.graph.user/displayName`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.place
    }

    /// What the document says, and what the model says.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The type, and the property or member, if it is at one.
    fn split(&self) -> (&str, Option<&str>) {
        match self.place.split_once('/') {
            Some((type_name, part)) => (type_name, Some(part)),
            None => (&self.place, None),
        }
    }

    fn order(&self) -> impl Ord + '_ {
        (self.severity, self.split(), &self.message)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Contradiction => "contradiction",
            Severity::Addition => "addition",
        };
        write!(f, "{severity} at `{}`: {}", self.place, self.message)
    }
}

/// All that a [`Check`](crate::Check) found: contradictions first, then additions, each in the order of their places.
///
/// It shows them type by type, a line each, and counts them:
///
/// ```text
/// contradictions:
///   clinic.prescription
///     the key is `number` in the document, `id` in the model
///     dose: `Edm.Decimal` in the document, `Edm.Int32` in the model
/// additions:
///   clinic.state
///     lost: not in the model
///
/// 2 contradictions and 1 addition in 2 of 7 types
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct Findings {
    findings: Vec<Finding>,
    type_count: usize,
}

impl Findings {
    pub(super) fn new(mut findings: Vec<Finding>, type_count: usize) -> Self {
        findings.sort_by(|left, right| left.order().cmp(&right.order()));
        Self { findings, type_count }
    }

    /// All of them.
    pub fn iter(&self) -> slice::Iter<'_, Finding> {
        self.findings.iter()
    }

    /// Those that make a value misread, refused or sent wrongly.
    pub fn contradictions(&self) -> impl Iterator<Item = &Finding> {
        self.of(Severity::Contradiction)
    }

    /// What the document has beyond the model.
    pub fn additions(&self) -> impl Iterator<Item = &Finding> {
        self.of(Severity::Addition)
    }

    /// Whether the model contradicts the document.
    #[must_use]
    pub fn has_contradictions(&self) -> bool {
        self.contradictions().next().is_some()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether the model and the document are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many types of the model were held against the document.
    #[must_use]
    pub fn type_count(&self) -> usize {
        self.type_count
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }

    fn write_all_of(&self, severity: Severity, title: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = None;
        for finding in self.of(severity) {
            let (type_name, part) = finding.split();
            if shown.is_none() {
                writeln!(f, "{title}:")?;
            }
            if shown.replace(type_name) != Some(type_name) {
                writeln!(f, "  {type_name}")?;
            }
            match part {
                Some(part) => writeln!(f, "    {part}: {}", finding.message)?,
                None => writeln!(f, "    {}", finding.message)?,
            }
        }
        Ok(())
    }

    /// How many types have a finding.
    fn touched(&self) -> usize {
        let mut types: Vec<_> = self.findings.iter().map(|finding| finding.split().0).collect();
        types.sort_unstable();
        types.dedup();
        types.len()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let types = counted(self.type_count, "type");
        if self.is_empty() {
            return write!(f, "no difference in {types}");
        }
        self.write_all_of(Severity::Contradiction, "contradictions", f)?;
        self.write_all_of(Severity::Addition, "additions", f)?;
        let contradictions = counted(self.contradictions().count(), "contradiction");
        let additions = counted(self.additions().count(), "addition");
        write!(f, "\n{contradictions} and {additions} in {} of {types}", self.touched())
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Finding;
    type IntoIter = slice::Iter<'f, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.into_iter()
    }
}

/// `1 type`, `2 types`.
fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// A place in the model, where findings are noted.
pub(super) struct Place<'f> {
    findings: &'f mut Vec<Finding>,
    path: String,
}

impl<'f> Place<'f> {
    pub(super) fn of_type(qualified_name: &str, findings: &'f mut Vec<Finding>) -> Self {
        Self { findings, path: qualified_name.to_owned() }
    }

    /// The place of a property or a member of the type.
    pub(super) fn inside(&mut self, name: &str) -> Place<'_> {
        Place { path: format!("{}/{name}", self.path), findings: self.findings }
    }

    pub(super) fn contradiction(&mut self, message: impl fmt::Display) {
        self.note(Severity::Contradiction, &message);
    }

    pub(super) fn addition(&mut self, message: impl fmt::Display) {
        self.note(Severity::Addition, &message);
    }

    pub(super) fn note(&mut self, severity: Severity, message: &dyn fmt::Display) {
        self.findings.push(Finding { severity, place: self.path.clone(), message: message.to_string() });
    }
}
