//! The differences between a model and a document.

use core::fmt;
use core::slice;
use std::vec;

use crate::model::Model;

/// The severity of a [`Finding`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The model contradicts the document. Because of the contradiction, the model may reject valid values, or read or send incorrect
    /// values.
    Contradiction,
    /// The document declares a property, an enumeration member or another detail that the model doesn't declare. An
    /// addition is usually harmless: the model can preserve an undeclared property in an [`Extra`](odata_core::Extra)
    /// field, and an undeclared enumeration member as an unknown member.
    Addition,
}

/// A difference between a model and a document.
///
/// The `Display` output contains the severity, the path and the message: ``contradiction at `clinic.dose/unit`: not in the document``.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    severity: Severity,
    path: String,
    message: String,
}

impl Finding {
    /// Returns the severity of the finding.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns the path of the element that differs between the model and the document, such as
    /// `microsoft.graph.user/displayName`.
    ///
    /// - The path of a type is the qualified name: `microsoft.graph.user`.
    /// - The path of a property or an enumeration member starts with the type: `microsoft.graph.user/displayName`.
    /// - The path of an operation contains the parameter types:
    ///   `microsoft.graph.delta(Collection(microsoft.graph.user))`.
    /// - The path of a parameter is the path of the operation, followed by `/` and the name of the parameter.
    /// - The path of a result is the path of the operation, followed by `/$ReturnType`.
    /// - The path of an entity container is the qualified name: `microsoft.graph.GraphService`.
    /// - The path of an entity set or another member of an entity container starts with the container:
    ///   `microsoft.graph.GraphService/users`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns a message that describes the difference.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Splits a path such as `clinic.dose/unit` into the name of the type and the name of the property or enumeration member.
    fn split(&self) -> (&str, Option<&str>) {
        match self.path.split_once('/') {
            Some((type_name, part)) => (type_name, Some(part)),
            None => (&self.path, None),
        }
    }

    fn sort_key(&self) -> impl Ord + '_ {
        (self.severity, self.split(), &self.message)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Contradiction => "contradiction",
            Severity::Addition => "addition",
        };
        write!(f, "{severity} at `{}`: {}", self.path, self.message)
    }
}

/// The findings of a [`Check`](crate::Check): the differences between the model and the document. Findings with the
/// severity [`Contradiction`](Severity::Contradiction) come before findings with the severity
/// [`Addition`](Severity::Addition). Findings with the same severity are sorted by path.
///
/// The `Display` output groups the findings by type, and ends with the number of findings:
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
    counts: Counts,
}

/// The numbers of types, operations and entity containers in the model that were compared with the document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    types: usize,
    operations: usize,
    containers: usize,
}

impl Findings {
    pub(super) fn new(mut findings: Vec<Finding>, model: &Model) -> Self {
        findings.sort_by(|left, right| left.sort_key().cmp(&right.sort_key()));
        let counts = Counts {
            types: model.structured.len() + model.enumerations.len(),
            operations: model.operations.len(),
            containers: model.containers.len(),
        };
        Self { findings, counts }
    }

    /// Returns an iterator over all findings.
    pub fn iter(&self) -> slice::Iter<'_, Finding> {
        self.findings.iter()
    }

    /// Returns an iterator over the findings with the severity [`Contradiction`](Severity::Contradiction).
    pub fn contradictions(&self) -> impl Iterator<Item = &Finding> {
        self.with_severity(Severity::Contradiction)
    }

    /// Returns an iterator over the findings with the severity [`Addition`](Severity::Addition).
    pub fn additions(&self) -> impl Iterator<Item = &Finding> {
        self.with_severity(Severity::Addition)
    }

    /// Checks whether at least one finding has the severity [`Contradiction`](Severity::Contradiction).
    #[must_use]
    pub fn has_contradictions(&self) -> bool {
        self.contradictions().next().is_some()
    }

    /// Returns the number of findings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Returns `true` if the model and the document don't differ.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Returns the number of types in the model that were compared with the document.
    #[must_use]
    pub fn type_count(&self) -> usize {
        self.counts.types
    }

    /// Returns the number of actions and functions in the model that were compared with the document.
    #[must_use]
    pub fn operation_count(&self) -> usize {
        self.counts.operations
    }

    /// Returns the number of entity containers in the model that were compared with the document.
    #[must_use]
    pub fn container_count(&self) -> usize {
        self.counts.containers
    }

    fn with_severity(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }

    fn write_all_of(&self, severity: Severity, title: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = None;
        for finding in self.with_severity(severity) {
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

    /// Returns the number of types, operations and entity containers with findings.
    fn affected_count(&self) -> usize {
        let mut types: Vec<_> = self.findings.iter().map(|finding| finding.split().0).collect();
        types.sort_unstable();
        types.dedup();
        types.len()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let compared = self.counts;
        if self.is_empty() {
            return write!(f, "no difference in {compared}");
        }
        self.write_all_of(Severity::Contradiction, "contradictions", f)?;
        self.write_all_of(Severity::Addition, "additions", f)?;
        let contradictions = counted(self.contradictions().count(), "contradiction");
        let additions = counted(self.additions().count(), "addition");
        write!(f, "\n{contradictions} and {additions} in {} of {compared}", self.affected_count())
    }
}

impl fmt::Display for Counts {
    /// Writes the numbers of the compared elements, such as `7 types, 12 operations and 1 entity container`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&counted(self.types, "type"))?;
        let others = [(self.operations, "operation"), (self.containers, "entity container")];
        let mut others = others.into_iter().filter(|(count, _)| *count > 0).peekable();
        while let Some((count, noun)) = others.next() {
            let separator = if others.peek().is_some() { ", " } else { " and " };
            write!(f, "{separator}{}", counted(count, noun))?;
        }
        Ok(())
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

/// Returns a count with a singular or plural noun, such as `1 type` or `2 types`.
fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// The path of the element that is compared, such as `clinic.dose/unit`, and the list that collects the findings about
/// the element.
pub(super) struct Location<'f> {
    findings: &'f mut Vec<Finding>,
    path: String,
}

impl<'f> Location<'f> {
    pub(super) fn of_type(qualified_name: &str, findings: &'f mut Vec<Finding>) -> Self {
        Self { findings, path: qualified_name.to_owned() }
    }

    /// Returns the location of a nested element, such as a property: for the path `clinic.dose`, `inside("unit")`
    /// returns a location with the path `clinic.dose/unit`.
    pub(super) fn inside(&mut self, name: &str) -> Location<'_> {
        Location { path: format!("{}/{name}", self.path), findings: self.findings }
    }

    pub(super) fn contradiction(&mut self, message: impl fmt::Display) {
        self.add(Severity::Contradiction, &message);
    }

    pub(super) fn addition(&mut self, message: impl fmt::Display) {
        self.add(Severity::Addition, &message);
    }

    pub(super) fn add(&mut self, severity: Severity, message: &dyn fmt::Display) {
        self.findings.push(Finding { severity, path: self.path.clone(), message: message.to_string() });
    }
}
