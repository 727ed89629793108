//! The listing of a tree: nodes, lists and simple values, laid out as `ast.dump(tree, indent=4)` does.

use super::super::ast::{Expr, Module};
use super::super::form::{self, Fields, Item, Node};
use super::super::source::Source;
use super::repr;

/// Lists a module; `attributes` adds the positions of all nodes.
pub fn dump_module(module: &Module, source: &Source, attributes: bool) -> String {
    render(&form::of_module(module, false), attributes.then_some(source))
}

/// Lists an expression that was parsed alone.
pub fn dump_expression(expression: &Expr, source: &Source, attributes: bool) -> String {
    render(&form::of_expression(expression), attributes.then_some(source))
}

fn render(item: &Item<'_>, source: Option<&Source>) -> String {
    let mut out = String::new();
    write_item(item, source, 0, &mut out);
    out.push('\n');
    out
}

/// The positions of a node as further fields.
fn positions<'t>(node: &Node<'t>, source: Option<&Source>) -> Fields<'t> {
    let (Some(span), Some(source)) = (node.span, source) else { return Vec::new() };
    let (line, column) = source.lines.position(span.start);
    let (end_line, end_column) = source.lines.position(span.end);
    let names = ["lineno", "col_offset", "end_lineno", "end_col_offset"];
    let numbers = [line, column, end_line, end_column];
    names.into_iter().zip(numbers).map(|(name, number)| (name, Item::Number(number.into()))).collect()
}

/// Missing fields and empty lists are left out, as CPython does.
fn is_shown(item: &Item<'_>) -> bool {
    !matches!(item, Item::Missing) && !matches!(item, Item::List(items) if items.is_empty())
}

fn is_simple(item: &Item<'_>, attributes: bool) -> bool {
    match item {
        Item::List(items) => items.is_empty(),
        Item::Node(node) => {
            !(attributes && node.span.is_some() || node.fields.iter().any(|(_, item)| is_shown(item)))
        }
        _ => true,
    }
}

fn write_item(item: &Item<'_>, source: Option<&Source>, level: usize, out: &mut String) {
    match item {
        Item::Missing => out.push_str("None"),
        Item::Text(text) => out.push_str(&repr::text(text.as_bytes())),
        Item::Number(number) => out.push_str(&number.to_string()),
        Item::Constant(value) => out.push_str(&repr::constant(value)),
        Item::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                write_separator(index, level + 1, out);
                write_item(item, source, level + 1, out);
            }
            out.push(']');
        }
        Item::Node(node) => {
            let positions = positions(node, source);
            let fields = node.fields.iter().chain(&positions);
            let shown: Vec<_> = fields.filter(|(_, item)| is_shown(item)).collect();
            let flat = shown.len() <= 3 && shown.iter().all(|(_, item)| is_simple(item, source.is_some()));
            out.push_str(node.name);
            out.push('(');
            for (index, (field, item)) in shown.into_iter().enumerate() {
                match (flat, index) {
                    (true, 0) => {}
                    (true, _) => out.push_str(", "),
                    (false, _) => write_separator(index, level + 1, out),
                }
                out.push_str(field);
                out.push('=');
                write_item(item, source, level + 1, out);
            }
            out.push(')');
        }
    }
}

fn write_separator(index: usize, level: usize, out: &mut String) {
    out.push_str(if index == 0 { "\n" } else { ",\n" });
    (0..level).for_each(|_| out.push_str("    "));
}
