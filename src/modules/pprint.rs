//! `_pprint`: what `pprint` shows on one line, with what it has to know of it: could it be read back, does it hold itself?
//!
//! Shown is what `repr` shows, but dicts are in the order of their keys, what is too deep is left out, and what holds
//! itself is told by its type and address. A printer with a `format` of its own is asked about each item.

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::Function;
use crate::object::raised::{recursion_error, type_error};
use crate::object::{Arguments, Payload, Ref, Result, Text, Type, Value, intern, operations, recursion};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::module::ModuleSpec;
use crate::types::tuple::Tuple;
use crate::types::{int, keyed, object, str};

use super::convert;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_pprint",
    doc: "One-line representations for pprint.",
    functions: &[Function::new(
        "safe_repr",
        "($module, printer, asks, object, context, maxlevels, level, /)",
        "A representation, whether it could be read back, and whether the object holds itself.",
        safe_repr,
    )],
    set_up: None,
};

fn safe_repr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [printer, asks, object, context, most, level] = arguments.exactly::<6>(gil, "safe_repr")?;
    let Some(context) = context.downcast::<Dict>() else {
        return Err(type_error(gil, "the context must be a dict"));
    };
    let option = |name: &str| {
        operations::get_attribute(gil, printer, &intern(gil, name))
            .and_then(|set| convert::to_bool(gil, &set))
    };
    let (underscores, sorts) = (option("_underscore_numbers")?, option("_sort_dicts")?);
    let level = convert::to_i64(gil, level)?;
    let most_levels = if operations::truth(gil, most)? { convert::to_i64(gil, most)? } else { i64::MAX };
    let mut run = Run {
        gil,
        printer,
        asks: convert::to_bool(gil, asks)?,
        underscores,
        sorts,
        context,
        most,
        most_levels,
        out: Vec::new(),
        is_readable: true,
        is_recursive: false,
    };
    run.show(object, level)?;
    let (readable, recursive) = (Value::bool(run.is_readable), Value::bool(run.is_recursive));
    Ok(convert::tuple(gil, vec![str::of(gil, run.out), readable, recursive]))
}

struct Run<'a, 'g> {
    gil: Gil<'g>,
    printer: &'a Value,
    /// Is the printer asked about items?
    asks: bool,
    underscores: bool,
    sorts: bool,
    /// The addresses of the containers that are being shown.
    context: &'a Ref<Dict>,
    most: &'a Value,
    most_levels: i64,
    out: Vec<u8>,
    is_readable: bool,
    is_recursive: bool,
}

/// What is shown with its items.
#[derive(Clone, Copy)]
enum Container {
    Dict,
    List,
    Tuple,
}

impl Container {
    fn brackets(self) -> (&'static [u8], &'static [u8]) {
        match self {
            Container::Dict => (b"{", b"}"),
            Container::List => (b"[", b"]"),
            Container::Tuple => (b"(", b")"),
        }
    }
}

/// Is the value of this built-in type, or of a subclass that is shown in the same way?
fn is_shown_as<T: Payload>(gil: Gil<'_>, value: &Value) -> bool {
    if value.downcast::<T>().is_none() {
        return false;
    }
    let (class, built_in) = (value.class(gil), T::layout().exact.get(gil).class());
    class.is(built_in) || shows_as(gil, class, built_in)
}

fn shows_as(gil: Gil<'_>, class: &Ref<Type>, built_in: &Ref<Type>) -> bool {
    let name = intern(gil, "__repr__");
    match (class.lookup(&name), built_in.lookup(&name)) {
        (Some(own), Some(known)) => own.is(&known),
        _ => false,
    }
}

fn text_of(key: &Value) -> &[u8] {
    key.downcast::<Text>().map_or(&[], |text| text.bytes())
}

impl Run<'_, '_> {
    fn show(&mut self, value: &Value, level: i64) -> Result<()> {
        let gil = self.gil;
        if let Some(number) = value.bits().as_int().filter(|_| !self.underscores) {
            use std::io::Write;
            let _ = write!(self.out, "{number}");
            return Ok(());
        }
        if let Some(text) = value.downcast::<Text>().filter(|_| value.is_exact::<Text>(gil)) {
            self.out.extend_from_slice(str::repr::of(text).as_bytes());
            return Ok(());
        }
        let container = if is_shown_as::<Tuple>(gil, value) {
            Container::Tuple
        } else if is_shown_as::<List>(gil, value) {
            Container::List
        } else if is_shown_as::<Dict>(gil, value) {
            Container::Dict
        } else {
            return self.show_scalar(value);
        };
        self.show_container(value, container, level)
    }

    fn show_scalar(&mut self, value: &Value) -> Result<()> {
        let (gil, class) = (self.gil, value.class(self.gil));
        let is_int = class.is_subtype(int::class(gil));
        if self.underscores && is_int && shows_as(gil, class, int::class(gil)) {
            let spec = convert::text(gil, "_d");
            let shown = operations::call_method(gil, value, "__format__", &[spec])?;
            self.out.extend_from_slice(operations::str(gil, &shown)?.bytes());
            return Ok(());
        }
        let shown = operations::repr(gil, value)?;
        self.is_readable &= !shown.bytes().is_empty() && !shown.bytes().starts_with(b"<");
        self.out.extend_from_slice(shown.bytes());
        Ok(())
    }

    fn show_container(&mut self, value: &Value, container: Container, level: i64) -> Result<()> {
        let gil = self.gil;
        let _level = recursion::level(gil, "while getting the repr of an object")
            .map_err(|_| recursion_error(gil, "maximum recursion depth exceeded"))?;
        let (begin, end) = container.brackets();
        self.out.extend_from_slice(begin);
        if !operations::truth(gil, value)? {
            self.out.extend_from_slice(end);
            return Ok(());
        }
        let address = convert::identity(gil, value);
        let is_open = keyed::find(gil, &self.context.table, &address)?.is_some();
        if level >= self.most_levels {
            self.out.extend_from_slice(b"...");
            self.out.extend_from_slice(end);
            self.is_readable = false;
            self.is_recursive |= is_open;
            return Ok(());
        }
        if is_open {
            self.out.truncate(self.out.len() - begin.len());
            let (name, address) = (value.class(gil).name(), object::address(value));
            self.out.extend_from_slice(format!("<Recursion on {name} with id={address}>").as_bytes());
            self.is_readable = false;
            self.is_recursive = true;
            return Ok(());
        }
        keyed::set(gil, &self.context.table, &address, convert::int(gil, 1))?;
        match container {
            Container::Dict => self.show_pairs(value, level + 1)?,
            Container::List | Container::Tuple => self.show_items(value, container, level + 1)?,
        }
        drop(keyed::remove(gil, &self.context.table, &address)?);
        self.out.extend_from_slice(end);
        Ok(())
    }

    fn show_items(&mut self, value: &Value, container: Container, level: i64) -> Result<()> {
        // A subclass may have its own iteration.
        let items = match convert::sequence_items(value) {
            Some(items) if !value.class(self.gil).has(flags::HEAP) => items,
            _ => operations::collect(self.gil, value)?,
        };
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                self.out.extend_from_slice(b", ");
            }
            self.show_item(item, level)?;
        }
        if matches!(container, Container::Tuple) && items.len() == 1 {
            self.out.push(b',');
        }
        Ok(())
    }

    fn show_pairs(&mut self, value: &Value, level: i64) -> Result<()> {
        for (place, (key, item)) in self.pairs(value)?.iter().enumerate() {
            if place > 0 {
                self.out.extend_from_slice(b", ");
            }
            self.show_item(key, level)?;
            self.out.extend_from_slice(b": ");
            self.show_item(item, level)?;
        }
        Ok(())
    }

    /// The items of a dict in the order in which they are to be shown.
    fn pairs(&self, value: &Value) -> Result<Vec<(Value, Value)>> {
        if let Some(dict) = value.downcast::<Dict>().filter(|_| value.is_exact::<Dict>(self.gil)) {
            let mut pairs: Vec<_> =
                dict.table.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
            if !self.sorts || pairs.len() < 2 || self.sort(&mut pairs) {
                return Ok(pairs);
            }
        }
        let pairs = operations::call_method(self.gil, self.printer, "_pairs", std::slice::from_ref(value))?;
        let pairs = operations::collect(self.gil, &pairs)?;
        let pair = |pair: &Value| match convert::sequence_items(pair).as_deref() {
            Some([key, item]) => Ok((key.clone(), item.clone())),
            _ => Err(type_error(self.gil, "items must be pairs")),
        };
        pairs.iter().map(pair).collect()
    }

    /// Sorts by keys that are all small ints or all text, no two of which are equal; false if they are not.
    fn sort(&self, pairs: &mut [(Value, Value)]) -> bool {
        if pairs.iter().all(|(key, _)| key.bits().as_int().is_some()) {
            pairs.sort_by_key(|(key, _)| key.bits().as_int());
            return true;
        }
        if !pairs.iter().all(|(key, _)| key.is_exact::<Text>(self.gil)) {
            return false;
        }
        // The order of characters is that of their bytes.
        pairs.sort_by(|(left, _), (right, _)| text_of(left).cmp(text_of(right)));
        true
    }

    fn show_item(&mut self, item: &Value, level: i64) -> Result<()> {
        if !self.asks {
            return self.show(item, level);
        }
        let gil = self.gil;
        let arguments = [item.clone(), self.context.to_value(), self.most.clone(), convert::int(gil, level)];
        let told = operations::call_method(gil, self.printer, "format", &arguments)?;
        let told = operations::collect(gil, &told)?;
        let [shown, readable, recursive] = &told[..] else {
            return Err(type_error(gil, "format() must give a text and two truth values"));
        };
        let Some(shown) = convert::as_text(shown) else {
            let class = shown.class(gil).name();
            return Err(type_error(gil, format!("sequence item 0: expected str instance, {class} found")));
        };
        self.out.extend_from_slice(shown.bytes());
        self.is_readable &= operations::truth(gil, readable)?;
        self.is_recursive |= operations::truth(gil, recursive)?;
        Ok(())
    }
}
