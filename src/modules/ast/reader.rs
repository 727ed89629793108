//! Objects to our tree, with the checks of CPython: what comes out keeps the promises of `syntax::ast`.
//!
//! This file reads fields; `statements`, `expressions` and `patterns` know the nodes. Where nodes stand is kept in a
//! table of positions: the offsets in spans are places in that table.

mod expressions;
mod patterns;
mod statements;

use std::collections::HashMap;
use std::rc::Rc;

use super::classes::{self, Classes};
use crate::gil::Gil;
use crate::modules::convert;
use crate::modules::machine::Mode;
use crate::object::raised::{recursion_error, type_error, value_error};
use crate::object::{Raised, Ref, Result, Text, Type, Value, intern, operations};
use crate::syntax::ast::{Expr, Identifier, MAX_DEPTH, Module};
use crate::syntax::{LineIndex, Parsed, Source, Span};
use crate::types;

/// Stack that must be left before a node is visited, else a new segment is taken.
const RED_ZONE: usize = 64 * 1024;
const STACK_SEGMENT: usize = 4 * 1024 * 1024;

/// A tree as the compiler wants it.
pub enum Tree {
    Module(Parsed<Module>),
    Expression(Parsed<Expr>),
}

/// The tree of a root node, which must be of the kind that the mode compiles.
pub fn read(gil: Gil<'_>, value: &Value, filename: &str, mode: Mode) -> Result<Tree> {
    let classes = classes::get(gil)?;
    let wanted = match mode {
        Mode::Module | Mode::Statements => "Module",
        Mode::Expression => "Expression",
        Mode::Interactive => "Interactive",
    };
    let kind = classes.kind_of(gil, value).map(|kind| kind.name);
    if kind != Some(wanted) {
        let got = value.class(gil).name();
        return Err(type_error(gil, format!("expected {wanted} node, got {got}")));
    }
    let mut reader =
        Reader { gil, classes: &classes, positions: Vec::new(), names: HashMap::new(), depth: 0 };
    let root = Node { value, kind: wanted };
    Ok(match mode {
        Mode::Expression => {
            let tree = reader.load(root, "body")?;
            Tree::Expression(reader.finish(tree, filename))
        }
        _ => {
            let body = reader.body(root, "body")?;
            Tree::Module(reader.finish(Module { body }, filename))
        }
    })
}

/// A node and the name of its kind.
#[derive(Clone, Copy)]
struct Node<'v> {
    value: &'v Value,
    kind: &'static str,
}

struct Reader<'g> {
    gil: Gil<'g>,
    classes: &'g Classes,
    positions: Vec<(u32, u32)>,
    names: HashMap<Box<str>, Identifier>,
    depth: usize,
}

impl<'g> Reader<'g> {
    fn finish<T>(self, tree: T, filename: &str) -> Parsed<T> {
        let source = Source::without_text(filename, LineIndex::of_positions(self.positions));
        Parsed { tree, source, warnings: Vec::new() }
    }

    fn type_error(&self, message: impl AsRef<str>) -> Raised {
        type_error(self.gil, message)
    }

    fn value_error(&self, message: impl AsRef<str>) -> Raised {
        value_error(self.gil, message)
    }

    /// Runs `read` one level deeper.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= MAX_DEPTH {
            return Err(recursion_error(
                self.gil,
                "maximum recursion depth exceeded during ast construction",
            ));
        }
        self.depth += 1;
        let result = stacker::maybe_grow(RED_ZONE, STACK_SEGMENT, || read(self));
        self.depth -= 1;
        result
    }

    /// A node of a group.
    fn node<'v>(&self, value: &'v Value, group: &str) -> Result<Node<'v>> {
        match self.classes.kind_of(self.gil, value).filter(|kind| kind.group == group) {
            Some(kind) => Ok(Node { value, kind: kind.name }),
            None => {
                let located = matches!(group, "expr" | "stmt" | "pattern" | "excepthandler" | "type_param");
                if located && operations::find_named(self.gil, value, "lineno")?.is_none() {
                    let message = format!("required field \"lineno\" missing from {group}");
                    return Err(self.type_error(message));
                }
                let shown = operations::repr(self.gil, value)?;
                Err(self.type_error(format!("expected some sort of {group}, but got {}", shown.lossy())))
            }
        }
    }

    fn attribute(&self, node: Node<'_>, name: &str) -> Result<Option<Value>> {
        operations::find_attribute(self.gil, node.value, &intern(self.gil, name))
    }

    /// A field that must be there and not be None.
    fn field(&self, node: Node<'_>, name: &str) -> Result<Value> {
        let value = self.attribute(node, name)?;
        let kind = node.kind;
        let value =
            value.ok_or_else(|| self.type_error(format!("required field \"{name}\" missing from {kind}")))?;
        if value.is_none() {
            return Err(self.value_error(format!("field '{name}' is required for {kind}")));
        }
        Ok(value)
    }

    /// A field that may be missing or None.
    fn optional(&self, node: Node<'_>, name: &str) -> Result<Option<Value>> {
        Ok(self.attribute(node, name)?.filter(|value| !value.is_none()))
    }

    /// A field that is a list; one that is missing is empty.
    fn list(&self, node: Node<'_>, name: &str) -> Result<Vec<Value>> {
        let Some(value) = self.attribute(node, name)? else { return Ok(Vec::new()) };
        match value.downcast::<types::list::List>() {
            Some(list) => Ok(list.items.borrow().clone()),
            None => {
                let (kind, got) = (node.kind, value.class(self.gil).name());
                Err(self.type_error(format!("{kind} field \"{name}\" must be a list, not a {got}")))
            }
        }
    }

    /// The same; None among its items is refused.
    fn full_list(&self, node: Node<'_>, name: &str, what: &str) -> Result<Vec<Value>> {
        let items = self.list(node, name)?;
        if items.iter().any(Value::is_none) {
            return Err(self.value_error(format!("None disallowed in {what} list")));
        }
        Ok(items)
    }

    /// A list that must not be empty.
    fn filled<T>(&self, items: Vec<T>, name: &str, kind: &str) -> Result<Vec<T>> {
        if items.is_empty() {
            return Err(self.value_error(format!("empty {name} on {kind}")));
        }
        Ok(items)
    }

    fn identifier(&mut self, value: &Value) -> Result<Identifier> {
        let Some(text) = value.downcast::<Text>() else {
            return Err(self.type_error("AST identifier must be of type str"));
        };
        let text = text.lossy();
        if let Some(known) = self.names.get(&*text) {
            return Ok(known.clone());
        }
        let name: Identifier = Rc::from(&*text);
        self.names.insert((&*text).into(), name.clone());
        Ok(name)
    }

    /// Refuses the words that are constants, where a name is looked up or bound.
    fn no_constant(&self, name: &str) -> Result<()> {
        if matches!(name, "None" | "True" | "False") {
            return Err(self.value_error(format!("identifier field can't represent '{name}' constant")));
        }
        Ok(())
    }

    fn name(&mut self, node: Node<'_>, name: &str) -> Result<Identifier> {
        let value = self.field(node, name)?;
        self.identifier(&value)
    }

    fn optional_name(&mut self, node: Node<'_>, name: &str) -> Result<Option<Identifier>> {
        self.optional(node, name)?.map(|value| self.identifier(&value)).transpose()
    }

    fn identifiers(&mut self, node: Node<'_>, name: &str) -> Result<Vec<Identifier>> {
        let names = self.full_list(node, name, "identifier")?;
        names.iter().map(|name| self.identifier(name)).collect()
    }

    fn number(&self, value: &Value) -> Result<i64> {
        let whole = value.class(self.gil).is_subtype(types::int::class(self.gil));
        match convert::whole(value).filter(|_| whole) {
            Some(number) => Ok(number),
            None => {
                let shown = operations::repr(self.gil, value)?;
                Err(self.value_error(format!("invalid integer value: {}", shown.lossy())))
            }
        }
    }

    /// Where a node stands; `group` is what the complaints name.
    fn span(&mut self, node: Node<'_>, group: &'static str) -> Result<Span> {
        let within = Node { value: node.value, kind: group };
        let number = |name: &str| -> Result<i64> {
            let value = self.attribute(within, name)?;
            let missing = || self.type_error(format!("required field \"{name}\" missing from {group}"));
            self.number(&value.ok_or_else(missing)?)
        };
        let (line, column) = (number("lineno")?, number("col_offset")?);
        let end = |name: &str, otherwise: i64| match self.optional(within, name)? {
            Some(value) => self.number(&value),
            None => Ok(otherwise),
        };
        let (end_line, end_column) = (end("end_lineno", line)?, end("end_col_offset", column)?);
        if line > end_line {
            let message = format!("AST node line range ({line}, {end_line}) is not valid");
            return Err(self.value_error(message));
        }
        if (line < 0 && end_line != line) || (column < 0 && column != end_column) {
            let message = format!(
                "AST node column range ({column}, {end_column}) for line range ({line}, {end_line}) is not valid"
            );
            return Err(self.value_error(message));
        }
        if line == end_line && column > end_column {
            let message = format!("line {line}, column {column}-{end_column} is not a valid range");
            return Err(self.value_error(message));
        }
        let place = |number: i64| u32::try_from(number.max(0)).unwrap_or(u32::MAX);
        let at = u32::try_from(self.positions.len()).unwrap_or(u32::MAX - 2);
        self.positions.push((place(line), place(column)));
        self.positions.push((place(end_line), place(end_column)));
        Ok(Span::new(at, at + 1))
    }

    /// Where the name stands in a `def` or `class` that is written as usual.
    fn name_span(&mut self, whole: Span, word: &str, name: &str) -> Span {
        let Some(&(line, column)) = self.positions.get(whole.start as usize) else { return whole };
        let start = column.saturating_add(word.len() as u32 + 1);
        self.positions.push((line, start));
        self.positions.push((line, start.saturating_add(name.len() as u32)));
        let at = u32::try_from(self.positions.len()).unwrap_or(u32::MAX - 1);
        Span::new(at - 2, at - 1)
    }

    /// The name of the kind of a node that has no fields.
    fn word(&self, node: Node<'_>, name: &str, group: &str) -> Result<&'static str> {
        let value = self.field(node, name)?;
        Ok(self.node(&value, group)?.kind)
    }
}

/// Is the value exactly of a type with this payload, not of one that derives from it?
fn is_exactly(gil: Gil<'_>, value: &Value, class: &Ref<Type>) -> bool {
    value.class(gil).is(class)
}
