//! Expressions as text, in the form that annotations take under `from __future__ import annotations`.

use crate::syntax::ast::*;
use crate::syntax::dump::repr;

/// How tightly an expression binds, from loose to tight.
mod level {
    pub const TUPLE: u8 = 0;
    pub const TEST: u8 = 1;
    pub const OR: u8 = 2;
    pub const AND: u8 = 3;
    pub const NOT: u8 = 4;
    pub const COMPARISON: u8 = 5;
    pub const BIT_OR: u8 = 6;
    pub const BIT_XOR: u8 = 7;
    pub const BIT_AND: u8 = 8;
    pub const SHIFT: u8 = 9;
    pub const ARITHMETIC: u8 = 10;
    pub const TERM: u8 = 11;
    pub const FACTOR: u8 = 12;
    pub const POWER: u8 = 13;
    pub const AWAIT: u8 = 14;
    pub const ATOM: u8 = 15;
}

/// The text of an expression.
pub(super) fn unparse(expression: &Expr) -> String {
    let mut out = String::new();
    write(&mut out, expression, level::TEST);
    out
}

fn write(out: &mut String, expression: &Expr, around: u8) {
    stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || write_here(out, expression, around));
}

fn parenthesised(out: &mut String, when: bool, inner: impl FnOnce(&mut String)) {
    if when {
        out.push('(');
    }
    inner(out);
    if when {
        out.push(')');
    }
}

fn write_here(out: &mut String, expression: &Expr, around: u8) {
    match &expression.node {
        ExprKind::BoolOp { op, values } => {
            let (own, word) = match op {
                BoolOperator::And => (level::AND, " and "),
                BoolOperator::Or => (level::OR, " or "),
            };
            parenthesised(out, around > own, |out| joined(out, values, word, own + 1));
        }
        ExprKind::NamedExpr { target, value } => parenthesised(out, true, |out| {
            write(out, target, level::ATOM);
            out.push_str(" := ");
            write(out, value, level::ATOM);
        }),
        ExprKind::BinOp { left, op, right } => binary(out, left, *op, right, around),
        ExprKind::UnaryOp { op, operand } => unary(out, *op, operand, around),
        ExprKind::Lambda { args, body } => parenthesised(out, around > level::TEST, |out| {
            out.push_str("lambda");
            parameters(out, args);
            out.push_str(": ");
            write(out, body, level::TEST);
        }),
        ExprKind::IfExp { test, body, orelse } => parenthesised(out, around > level::TEST, |out| {
            write(out, body, level::TEST + 1);
            out.push_str(" if ");
            write(out, test, level::TEST + 1);
            out.push_str(" else ");
            write(out, orelse, level::TEST);
        }),
        ExprKind::Dict { items } => dict(out, items),
        ExprKind::Set { elts } => bracketed(out, '{', elts, '}'),
        ExprKind::List { elts, .. } => bracketed(out, '[', elts, ']'),
        ExprKind::ListComp { elt, generators } => comprehension(out, '[', elt, None, generators, ']'),
        ExprKind::SetComp { elt, generators } => comprehension(out, '{', elt, None, generators, '}'),
        ExprKind::GeneratorExp { elt, generators } => comprehension(out, '(', elt, None, generators, ')'),
        ExprKind::DictComp { key, value, generators } => {
            comprehension(out, '{', key, Some(value), generators, '}');
        }
        ExprKind::Await { value } => parenthesised(out, around > level::AWAIT, |out| {
            out.push_str("await ");
            write(out, value, level::ATOM);
        }),
        ExprKind::Yield { value } => parenthesised(out, true, |out| {
            out.push_str("yield");
            if let Some(value) = value {
                out.push(' ');
                write(out, value, level::TUPLE);
            }
        }),
        ExprKind::YieldFrom { value } => parenthesised(out, true, |out| {
            out.push_str("yield from ");
            write(out, value, level::TEST);
        }),
        ExprKind::Compare { left, comparisons } => parenthesised(out, around > level::COMPARISON, |out| {
            write(out, left, level::COMPARISON + 1);
            for (op, right) in comparisons {
                out.push_str(comparison(*op));
                write(out, right, level::COMPARISON + 1);
            }
        }),
        ExprKind::Call { func, args, keywords } => call(out, func, args, keywords),
        ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => formatted(out, expression),
        ExprKind::Constant(Constant::Ellipsis) => out.push_str("..."),
        ExprKind::Constant(constant) => out.push_str(&literal(constant)),
        ExprKind::Attribute { value, attr, .. } => {
            write(out, value, level::ATOM);
            if matches!(&value.node, ExprKind::Constant(Constant::Int(_) | Constant::BigInt(_))) {
                out.push(' ');
            }
            out.push('.');
            out.push_str(attr);
        }
        ExprKind::Subscript { value, slice, .. } => {
            write(out, value, level::ATOM);
            out.push('[');
            write(out, slice, level::TUPLE);
            out.push(']');
        }
        ExprKind::Starred { value, .. } => {
            out.push('*');
            write(out, value, level::BIT_OR);
        }
        ExprKind::Name { id, .. } => out.push_str(id),
        ExprKind::Tuple { elts, .. } => tuple(out, elts, around),
        ExprKind::Slice { lower, upper, step } => slice(out, [lower, upper, step]),
    }
}

/// A constant; infinity as a literal that overflows to it.
fn literal(constant: &Constant) -> String {
    repr::constant(constant).replace("inf", "1e309")
}

fn separate(out: &mut String, index: usize) {
    if index > 0 {
        out.push_str(", ");
    }
}

fn joined(out: &mut String, values: &[Expr], between: &str, around: u8) {
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.push_str(between);
        }
        write(out, value, around);
    }
}

fn bracketed(out: &mut String, open: char, elts: &[Expr], close: char) {
    out.push(open);
    joined(out, elts, ", ", level::TEST);
    out.push(close);
}

fn tuple(out: &mut String, elts: &[Expr], around: u8) {
    parenthesised(out, elts.is_empty() || around > level::TUPLE, |out| {
        joined(out, elts, ", ", level::TEST);
        if elts.len() == 1 {
            out.push(',');
        }
    });
}

fn dict(out: &mut String, items: &[DictItem]) {
    out.push('{');
    for (index, item) in items.iter().enumerate() {
        separate(out, index);
        match &item.key {
            Some(key) => {
                write(out, key, level::TEST);
                out.push_str(": ");
                write(out, &item.value, level::TEST);
            }
            None => {
                out.push_str("**");
                write(out, &item.value, level::BIT_OR);
            }
        }
    }
    out.push('}');
}

fn slice(out: &mut String, bounds: [&Option<Box<Expr>>; 3]) {
    for (index, bound) in bounds.into_iter().enumerate() {
        if index == 1 || index == 2 && bound.is_some() {
            out.push(':');
        }
        if let Some(bound) = bound {
            write(out, bound, level::TEST);
        }
    }
}

fn unary(out: &mut String, op: UnaryOperator, operand: &Expr, around: u8) {
    let (own, sign) = match op {
        UnaryOperator::Invert => (level::FACTOR, "~"),
        UnaryOperator::Not => (level::NOT, "not "),
        UnaryOperator::UAdd => (level::FACTOR, "+"),
        UnaryOperator::USub => (level::FACTOR, "-"),
    };
    parenthesised(out, around > own, |out| {
        out.push_str(sign);
        write(out, operand, own);
    });
}

fn binary(out: &mut String, left: &Expr, op: Operator, right: &Expr, around: u8) {
    use Operator::*;
    let (own, sign) = match op {
        Add => (level::ARITHMETIC, " + "),
        Sub => (level::ARITHMETIC, " - "),
        Mult => (level::TERM, " * "),
        MatMult => (level::TERM, " @ "),
        Div => (level::TERM, " / "),
        Mod => (level::TERM, " % "),
        FloorDiv => (level::TERM, " // "),
        LShift => (level::SHIFT, " << "),
        RShift => (level::SHIFT, " >> "),
        BitOr => (level::BIT_OR, " | "),
        BitXor => (level::BIT_XOR, " ^ "),
        BitAnd => (level::BIT_AND, " & "),
        Pow => (level::POWER, " ** "),
    };
    let right_first = op == Pow;
    parenthesised(out, around > own, |out| {
        write(out, left, own + u8::from(right_first));
        out.push_str(sign);
        write(out, right, own + u8::from(!right_first));
    });
}

fn comparison(op: ComparisonOperator) -> &'static str {
    use ComparisonOperator::*;
    match op {
        Eq => " == ",
        NotEq => " != ",
        Lt => " < ",
        LtE => " <= ",
        Gt => " > ",
        GtE => " >= ",
        Is => " is ",
        IsNot => " is not ",
        In => " in ",
        NotIn => " not in ",
    }
}

fn comprehension(
    out: &mut String,
    open: char,
    element: &Expr,
    value: Option<&Expr>,
    generators: &[Comprehension],
    close: char,
) {
    out.push(open);
    write(out, element, level::TEST);
    if let Some(value) = value {
        out.push_str(": ");
        write(out, value, level::TEST);
    }
    clauses(out, generators);
    out.push(close);
}

fn clauses(out: &mut String, generators: &[Comprehension]) {
    for generator in generators {
        out.push_str(if generator.is_async { " async for " } else { " for " });
        write(out, &generator.target, level::TUPLE);
        out.push_str(" in ");
        write(out, &generator.iter, level::TEST + 1);
        for condition in &generator.ifs {
            out.push_str(" if ");
            write(out, condition, level::TEST + 1);
        }
    }
}

fn call(out: &mut String, func: &Expr, args: &[Expr], keywords: &[Keyword]) {
    write(out, func, level::ATOM);
    if let ([only], []) = (args, keywords)
        && matches!(only.node, ExprKind::GeneratorExp { .. })
    {
        write(out, only, level::TEST);
        return;
    }
    out.push('(');
    joined(out, args, ", ", level::TEST);
    for (index, keyword) in keywords.iter().enumerate() {
        separate(out, index + args.len());
        match &keyword.arg {
            Some(name) => {
                out.push_str(name);
                out.push('=');
            }
            None => out.push_str("**"),
        }
        write(out, &keyword.value, level::TEST);
    }
    out.push(')');
}

fn parameters(out: &mut String, arguments: &Arguments) {
    let positional: Vec<&Arg> = arguments.posonlyargs.iter().chain(&arguments.args).collect();
    let without_default = positional.len() - arguments.defaults.len();
    let mut count = 0;
    let mut begin = |out: &mut String| {
        out.push_str(if count == 0 { " " } else { ", " });
        count += 1;
    };
    for (index, argument) in positional.iter().enumerate() {
        begin(out);
        out.push_str(&argument.arg);
        if index >= without_default {
            out.push('=');
            write(out, &arguments.defaults[index - without_default], level::TEST);
        }
        if index + 1 == arguments.posonlyargs.len() {
            out.push_str(", /");
        }
    }
    if arguments.vararg.is_some() || !arguments.kwonlyargs.is_empty() {
        begin(out);
        out.push('*');
        if let Some(argument) = &arguments.vararg {
            out.push_str(&argument.arg);
        }
    }
    for (argument, default) in arguments.kwonlyargs.iter().zip(&arguments.kw_defaults) {
        begin(out);
        out.push_str(&argument.arg);
        if let Some(default) = default {
            out.push('=');
            write(out, default, level::TEST);
        }
    }
    if let Some(argument) = &arguments.kwarg {
        begin(out);
        out.push_str("**");
        out.push_str(&argument.arg);
    }
}

/// An f-string.
fn formatted(out: &mut String, expression: &Expr) {
    let mut text = String::new();
    template(&mut text, expression);
    out.push('f');
    let value = text.into_bytes().into();
    out.push_str(&repr::constant(&Constant::Str { value, unicode_prefix: false }));
}

/// The inside of an f-string, or of a format specification.
fn template(out: &mut String, expression: &Expr) {
    match &expression.node {
        ExprKind::JoinedStr { values } => values.iter().for_each(|value| template(out, value)),
        ExprKind::Constant(Constant::Str { value, .. }) => {
            let text = String::from_utf8_lossy(value);
            out.push_str(&text.replace('{', "{{").replace('}', "}}"));
        }
        ExprKind::FormattedValue { value, conversion, format_spec } => {
            let mut inner = String::new();
            write(&mut inner, value, level::TEST + 1);
            out.push_str(if inner.starts_with('{') { "{ " } else { "{" });
            out.push_str(&inner);
            match conversion {
                Some(Conversion::Str) => out.push_str("!s"),
                Some(Conversion::Repr) => out.push_str("!r"),
                Some(Conversion::Ascii) => out.push_str("!a"),
                None => {}
            }
            if let Some(spec) = format_spec {
                out.push(':');
                template(out, spec);
            }
            out.push('}');
        }
        _ => write(out, expression, level::TEST),
    }
}
