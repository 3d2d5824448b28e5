//! Tests that comments, documentation and messages don't contain the words in `tests/words.txt`.

use std::path::{Path, PathBuf};

/// The rejected words, and what to write instead.
const WORDS: &str = include_str!("../words.txt");

/// The folders and files that are checked.
const PATHS: [&str; 9] = [
    "odata-core/src",
    "odata-core/docs",
    "odata-derive/src",
    "odata-derive/docs",
    "odata-build/src",
    "examples/src",
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
];

#[test]
fn unclear_words_are_not_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let words: Vec<(&str, &str)> = WORDS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" | "))
        .collect();
    assert!(words.len() > 10, "the list has {} words", words.len());
    let mut found = Vec::new();
    for file in PATHS.iter().flat_map(|path| files(&root.join(path))) {
        let text = std::fs::read_to_string(&file).expect("a text file");
        for (number, line) in text.lines().enumerate() {
            let line = prose(&file, line).to_lowercase();
            for (word, instead) in words.iter().filter(|(word, _)| has_word(&line, word)) {
                found.push(format!("{}:{}: `{word}`; use {instead}", file.display(), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{} unclear words:\n{}", found.len(), found.join("\n"));
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
