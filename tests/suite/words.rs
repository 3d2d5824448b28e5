//! Tests that comments, documentation and messages don't contain the words in `tests/words.txt`.

use std::path::{Path, PathBuf};

/// The rejected words, and what to write instead.
const WORDS: &str = include_str!("../words.txt");

/// The folders and files that are checked.
const PATHS: [&str; 16] = [
    "odata-core/src",
    "odata-core/docs",
    "odata-derive/src",
    "odata-derive/docs",
    "odata-build/src",
    "odata-reqwest/src",
    "odata-reqwest/tests",
    "odata-reqwest/README.md",
    "examples",
    "odata-build/tests/suite",
    "tests/suite",
    "tests/benches",
    "tests/fuzz/checks",
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
];

#[test]
fn unclear_words_are_not_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let words: Vec<Word<'_>> =
        WORDS.lines().filter(|line| !line.starts_with('#')).filter_map(Word::parse).collect();
    assert!(words.len() > 10, "the list has {} words", words.len());
    let mut found = Vec::new();
    for file in PATHS.iter().flat_map(|path| files(&root.join(path))) {
        let text = std::fs::read_to_string(&file).expect("a text file");
        for (number, line) in text.lines().enumerate() {
            let line = prose(&file, line).to_lowercase();
            for Word { phrase, instead, .. } in words.iter().filter(|word| word.is_used(&file, &line)) {
                found.push(format!("{}:{}: `{phrase}`; use {instead}", file.display(), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{} unclear words:\n{}", found.len(), found.join("\n"));
}

/// A line of the list.
struct Word<'l> {
    /// The word or phrase in lowercase.
    phrase: &'l str,
    instead: &'l str,
    /// Folders and phrases in which the word is allowed.
    allowed: Vec<&'l str>,
}

impl<'l> Word<'l> {
    fn parse(line: &'l str) -> Option<Self> {
        let mut columns = line.split(" | ");
        let (phrase, instead) = (columns.next()?, columns.next()?);
        let allowed = columns.next().map_or_else(Vec::new, |uses| uses.split("; ").collect());
        Some(Self { phrase, instead, allowed })
    }

    /// Checks whether a line in lowercase uses the word, apart from the allowed uses.
    fn is_used(&self, file: &Path, line: &str) -> bool {
        let is_in = |folder: &&str| folder.ends_with('/') && file.to_string_lossy().contains(folder);
        let line = if self.allowed.contains(&"strings") { comment(file, line) } else { line };
        let line = self.allowed.iter().fold(line.to_owned(), |line, phrase| line.replace(phrase, ""));
        !self.allowed.iter().any(is_in) && has_word(&line, self.phrase)
    }
}

/// Returns the comment in a line of a source file, without strings before it. Other files have no comments.
fn comment<'l>(file: &Path, line: &'l str) -> &'l str {
    let is_source = file.extension().is_some_and(|extension| extension == "rs");
    let start = line.find("//").filter(|start| is_source && !line[..*start].contains('"'));
    start.map_or("", |start| &line[start..])
}

/// Returns the part of a line that isn't code: in a source file, a comment or a string.
fn prose<'l>(file: &Path, line: &'l str) -> &'l str {
    if file.extension().is_some_and(|extension| extension != "rs") {
        return line;
    }
    let start = line.find("//").into_iter().chain(line.find('"')).min();
    start.map_or("", |start| &line[start..])
}

/// Checks whether a line contains a word or phrase, not only as a part of a longer word or of a name in code.
fn has_word(line: &str, word: &str) -> bool {
    let is_part = |character: Option<char>| {
        character.is_some_and(|character| character.is_alphanumeric() || matches!(character, '_' | '`'))
    };
    line.match_indices(word).any(|(start, _)| {
        let after = line[start + word.len()..].chars().next();
        !is_part(line[..start].chars().next_back()) && !is_part(after)
    })
}

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut all: Vec<PathBuf> = entries.flat_map(|entry| files(&entry.expect("an entry").path())).collect();
    all.sort();
    all
}

#[test]
fn only_whole_words_are_found() {
    for (line, expected) in [
        ("// some words", false),
        ("// the word.", true),
        ("// `word`", false),
        ("// word_list", false),
        ("// a word", true),
    ] {
        assert_eq!(has_word(line, "word"), expected, "{line}");
    }
}
