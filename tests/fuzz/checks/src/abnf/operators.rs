//! Operators and their precedence (URL conventions, clause 5.1.1.14).

use super::cursor::{Cursor, Parsed};
use super::tree::{Expression, conjunction, disjunction};

/// The left-associative operators, from the lowest to the highest precedence.
const LEVELS: [&[&str]; 4] =
    [&["eq", "ne"], &["gt", "ge", "lt", "le"], &["add", "sub"], &["mul", "divby", "div", "mod"]];

/// The maximum depth of nested expressions.
const MAXIMUM_DEPTH: usize = 200;

impl Cursor<'_> {
    /// Parses an expression (rule `commonExpr`).
    pub(super) fn expression(&mut self) -> Parsed<Expression> {
        if self.depth > MAXIMUM_DEPTH {
            return self.fail("less nested expressions");
        }
        self.depth += 1;
        let result = self.or_operands();
        self.depth -= 1;
        result
    }

    fn or_operands(&mut self) -> Parsed<Expression> {
        let mut operands = vec![self.and_operands()?];
        while self.eat_operator("or") {
            operands.push(self.and_operands()?);
        }
        Ok(if operands.len() == 1 { operands.remove(0) } else { disjunction(operands) })
    }

    fn and_operands(&mut self) -> Parsed<Expression> {
        let mut operands = vec![self.level(0)?];
        while self.eat_operator("and") {
            operands.push(self.level(0)?);
        }
        Ok(if operands.len() == 1 { operands.remove(0) } else { conjunction(operands) })
    }

    fn level(&mut self, level: usize) -> Parsed<Expression> {
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.level(level + 1)?;
        while let Some(operator) = operators.iter().find(|operator| self.eat_operator(operator)) {
            let right = self.level(level + 1)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn unary(&mut self) -> Parsed<Expression> {
        if let Some(literal) = self.attempt(Self::literal) {
            return self.membership(Expression::Literal(literal));
        }
        if self.eat("-") {
            self.whitespace();
            return Ok(Expression::Unary("-", Box::new(self.unary()?)));
        }
        let mut ahead = self.clone();
        if ahead.eat_keyword("not") && ahead.whitespace() {
            *self = ahead;
            return Ok(Expression::Unary("not", Box::new(self.unary()?)));
        }
        let operand = self.primary()?;
        self.membership(operand)
    }

    /// Parses `has` and `in`, which have the precedence of a path.
    fn membership(&mut self, mut left: Expression) -> Parsed<Expression> {
        loop {
            let (operator, right) = if self.eat_operator("has") {
                ("has", Expression::Literal(self.literal()?))
            } else if self.eat_operator("in") {
                ("in", self.list_or_collection()?)
            } else {
                return Ok(left);
            };
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
    }

    fn list_or_collection(&mut self) -> Parsed<Expression> {
        let list = self.attempt(|cursor| {
            cursor.expect("(")?;
            cursor.whitespace();
            let is_empty = cursor.peek() == Some(')');
            let literals = if is_empty { Vec::new() } else { cursor.separated(",", Self::literal)? };
            cursor.whitespace();
            cursor.expect(")").map(|()| Expression::List(literals))
        });
        list.map_or_else(|| self.primary(), Ok)
    }
}
