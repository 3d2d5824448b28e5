//! Paths of expressions (rule `firstMemberExpr` and the rules that it contains).

use super::cursor::{Cursor, Parsed};
use super::tree::{Expression, Path, Root, Segment};

impl Cursor<'_> {
    pub(super) fn path(&mut self) -> Parsed<Path> {
        let mut path = Path { root: self.root()?, segments: Vec::new() };
        if path.root == Root::Property {
            if self.rest().starts_with("any(") || self.rest().starts_with("all(") {
                return self.fail("a path before `any` or `all`");
            }
            self.named_segment(&mut path.segments)?;
        }
        while self.peek() == Some('/') {
            self.advance(1);
            self.segment(&mut path.segments)?;
        }
        match (&path.root, &path.segments[..]) {
            // The name of a type is followed by a property.
            (Root::Property, [Segment::Name(name)]) if name.contains('.') && !name.starts_with('@') => {
                self.fail("`(` or `/`")
            }
            _ => Ok(path),
        }
    }

    fn root(&mut self) -> Parsed<Root> {
        for instance in ["$it", "$this", "$root"] {
            if self.eat(instance) {
                return Ok(Root::Instance(instance));
            }
        }
        let mut ahead = self.clone();
        if ahead.eat("@") {
            let name = ahead.qualified_name()?;
            // `@namespace.term` and `@term#qualifier` are annotations.
            if !name.contains('.') && ahead.peek() != Some('#') {
                *self = ahead;
                return Ok(Root::Alias(name));
            }
            return Ok(Root::Property);
        }
        let name = ahead.identifier()?;
        let variable = self.variables.iter().rposition(|variable| *variable == name);
        let variable = variable.filter(|_| !matches!(ahead.peek(), Some('.' | '(')));
        Ok(variable.map_or(Root::Property, |number| {
            *self = ahead;
            Root::Variable(number)
        }))
    }

    fn segment(&mut self, segments: &mut Vec<Segment>) -> Parsed<()> {
        if self.eat("$count") {
            let options = if self.eat("(") { self.nested_options()? } else { Vec::new() };
            segments.push(Segment::Count(options));
        } else if self.eat("$filter(") {
            let condition = self.expression()?;
            self.expect(")")?;
            segments.push(Segment::Filter(Box::new(condition)));
            if self.eat("(") {
                segments.push(self.key_or_arguments()?);
            }
        } else if self.eat("any(") {
            segments.push(self.lambda("any")?);
        } else if self.eat("all(") {
            segments.push(self.lambda("all")?);
        } else {
            self.named_segment(segments)?;
        }
        Ok(())
    }

    fn lambda(&mut self, operator: &'static str) -> Parsed<Segment> {
        self.whitespace();
        if operator == "any" && self.eat(")") {
            return Ok(Segment::Lambda(operator, None));
        }
        let variable = self.identifier()?;
        self.whitespace();
        self.expect(":")?;
        self.whitespace();
        self.variables.push(variable);
        let condition = self.expression()?;
        self.variables.pop();
        self.whitespace();
        self.expect(")")?;
        Ok(Segment::Lambda(operator, Some(Box::new(condition))))
    }

    fn named_segment(&mut self, segments: &mut Vec<Segment>) -> Parsed<()> {
        segments.push(Segment::Name(self.segment_name()?));
        if self.eat("(") {
            segments.push(self.key_or_arguments()?);
        }
        Ok(())
    }

    /// Parses the text after `(`: a key, or the parameters of a function.
    pub(super) fn key_or_arguments(&mut self) -> Parsed<Segment> {
        self.whitespace();
        if self.eat(")") {
            return Ok(Segment::Arguments(Vec::new()));
        }
        let is_named = self.clone().attempt(|cursor| {
            cursor.identifier()?;
            cursor.expect("=")
        });
        let segment = if is_named.is_some() {
            Segment::Arguments(self.separated(",", |cursor| {
                let name = cursor.identifier()?;
                cursor.expect("=")?;
                Ok((name, cursor.argument()?))
            })?)
        } else {
            Segment::Key(Box::new(self.argument()?))
        };
        self.whitespace();
        self.expect(")")?;
        Ok(segment)
    }

    /// Parses a literal, a parameter alias, or another expression.
    fn argument(&mut self) -> Parsed<Expression> {
        self.expression()
    }
}
