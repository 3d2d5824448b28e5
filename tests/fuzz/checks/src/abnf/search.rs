//! Expressions of `$search` (rule `searchExpr`).

use super::cursor::{Cursor, Parsed};
use super::tree::Search;

impl Cursor<'_> {
    pub(super) fn search(&mut self) -> Parsed<Search> {
        let mut operands = vec![self.search_and()?];
        while self.eat_search_operator("OR") {
            operands.push(self.search_and()?);
        }
        Ok(if operands.len() == 1 { operands.remove(0) } else { Search::disjunction(operands) })
    }

    fn search_and(&mut self) -> Parsed<Search> {
        let mut operands = vec![self.search_operand()?];
        loop {
            let mut ahead = self.clone();
            if ahead.eat_search_operator("OR") {
                break;
            }
            let is_operand =
                ahead.eat_search_operator("AND") || (ahead.whitespace() && ahead.starts_search_operand());
            if !is_operand {
                break;
            }
            *self = ahead;
            operands.push(self.search_operand()?);
        }
        Ok(if operands.len() == 1 { operands.remove(0) } else { Search::conjunction(operands) })
    }

    fn starts_search_operand(&self) -> bool {
        self.peek().is_some_and(|character| !matches!(character, ')' | ';'))
    }

    fn search_operand(&mut self) -> Parsed<Search> {
        let mut ahead = self.clone();
        if ahead.eat("NOT") && ahead.whitespace() && ahead.starts_search_operand() {
            *self = ahead;
            return Ok(Search::Not(Box::new(self.search_operand()?)));
        }
        if self.eat("(") {
            self.whitespace();
            let inner = self.search()?;
            self.whitespace();
            self.expect(")")?;
            return Ok(inner);
        }
        if self.eat("\"") {
            return self.phrase().map(Search::Phrase);
        }
        let word = self.take_while(|character| !matches!(character, ' ' | '\t' | '(' | ')' | '"' | ';'));
        if word.is_empty() { self.fail("a word") } else { Ok(Search::Phrase(word.to_owned())) }
    }

    /// Parses the text after the opening quotation mark. `\` escapes `\` and quotation marks.
    fn phrase(&mut self) -> Parsed<String> {
        let mut phrase = String::new();
        loop {
            match self.next() {
                Some('"') if phrase.is_empty() => return self.fail("a phrase that isn't empty"),
                Some('"') => return Ok(phrase),
                Some('\\') => match self.next() {
                    Some(escaped @ ('"' | '\\')) => phrase.push(escaped),
                    _ => return self.fail("an escaped character"),
                },
                Some(character) => phrase.push(character),
                None => return self.fail("`\"`"),
            }
        }
    }
}
