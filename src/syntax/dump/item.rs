//! A listing before it is written: nodes, lists and simple values, laid out as `ast.dump(tree, indent=4)` does.

use super::super::ast::Identifier;
use super::repr;

/// What a field holds.
pub(super) enum Item {
    Missing,
    Simple(String),
    List(Vec<Item>),
    Node(&'static str, Vec<(&'static str, Item)>),
}

pub(super) fn node(name: &'static str, fields: Vec<(&'static str, Item)>) -> Item {
    Item::Node(name, fields)
}

pub(super) fn string(text: &str) -> Item {
    Item::Simple(repr::text(text.as_bytes()))
}

pub(super) fn optional_string(text: &Option<Identifier>) -> Item {
    text.as_ref().map_or(Item::Missing, |text| string(text))
}

pub(super) fn number(value: u32) -> Item {
    Item::Simple(value.to_string())
}

pub(super) fn render(item: &Item) -> String {
    let mut out = String::new();
    write_item(item, 0, &mut out);
    out.push('\n');
    out
}

/// Missing fields and empty lists are left out, as CPython does.
fn is_shown(item: &Item) -> bool {
    !matches!(item, Item::Missing) && !matches!(item, Item::List(items) if items.is_empty())
}

fn is_simple(item: &Item) -> bool {
    match item {
        Item::Simple(_) | Item::Missing => true,
        Item::List(items) => items.is_empty(),
        Item::Node(_, fields) => !fields.iter().any(|(_, item)| is_shown(item)),
    }
}

fn write_item(item: &Item, level: usize, out: &mut String) {
    match item {
        Item::Missing => out.push_str("None"),
        Item::Simple(text) => out.push_str(text),
        Item::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                write_separator(index, level + 1, out);
                write_item(item, level + 1, out);
            }
            out.push(']');
        }
        Item::Node(name, fields) => {
            let shown: Vec<_> = fields.iter().filter(|(_, item)| is_shown(item)).collect();
            let flat = shown.len() <= 3 && shown.iter().all(|(_, item)| is_simple(item));
            out.push_str(name);
            out.push('(');
            for (index, (field, item)) in shown.into_iter().enumerate() {
                match (flat, index) {
                    (true, 0) => {}
                    (true, _) => out.push_str(", "),
                    (false, _) => write_separator(index, level + 1, out),
                }
                out.push_str(field);
                out.push('=');
                write_item(item, level + 1, out);
            }
            out.push(')');
        }
    }
}

fn write_separator(index: usize, level: usize, out: &mut String) {
    out.push_str(if index == 0 { "\n" } else { ",\n" });
    (0..level).for_each(|_| out.push_str("    "));
}

pub(super) fn identifiers(names: &[Identifier]) -> Item {
    Item::List(names.iter().map(|name| string(name)).collect())
}
