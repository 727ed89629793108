//! Matches one after the other: `finditer`, and the scanner beneath it.

use std::cell::RefCell;

use super::found;
use super::matcher::{Matcher, Wanted};
use super::pattern::{self, Pattern, Range, Walk};
use crate::gil::Gil;
use crate::object::class::flags as class_flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::value_error;
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Value, Visit};
use crate::payload;

/// The payload of `_sre.SRE_Scanner`.
pub struct Scanner {
    pattern: Ref<Pattern>,
    range: Range,
    /// Where the next match may begin; nothing while one is looked for, and at the end.
    walk: RefCell<Option<Walk>>,
}

impl Payload for Scanner {
    payload!(Scanner, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.pattern.as_value());
        visit(&self.range.searched.value);
    }
}

/// The payload of the iterator of `finditer`.
pub struct Matches(Scanner);

impl Payload for Matches {
    payload!(Matches, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.0.traverse(visit);
    }
}

fn begin(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Scanner> {
    let pattern = pattern::this(&arguments.values[0]);
    let range = pattern::range(gil, pattern, name, arguments)?;
    let walk = (range.start <= range.end).then(|| Walk::new(range.start));
    Ok(Scanner { pattern: pattern.clone(), range, walk: RefCell::new(walk) })
}

/// `Pattern.scanner`.
pub fn scanner(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::new(gil, begin(gil, arguments, "scanner")?).into_value())
}

/// `Pattern.finditer`.
pub fn finditer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::new(gil, Matches(begin(gil, arguments, "finditer")?)).into_value())
}

impl Scanner {
    fn next(&self, gil: Gil<'_>, wanted: Wanted) -> Result<Option<Value>> {
        let Some(mut walk) = self.walk.take() else { return Ok(None) };
        let subject = self.range.searched.until(self.range.end);
        let mut matcher = Matcher::new(gil, &self.pattern.program, subject);
        let is_there = walk.next(&mut matcher, wanted)?;
        if !is_there {
            return Ok(None);
        }
        *self.walk.borrow_mut() = Some(walk);
        Ok(Some(found::new(gil, &self.pattern, &self.range, &matcher.slots)))
    }
}

fn scan(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, wanted: Wanted) -> Result<Value> {
    let [value] = arguments.method::<1>(gil, name)?;
    match value.downcast::<Scanner>() {
        Some(scanner) => Ok(scanner.next(gil, wanted)?.unwrap_or(Value::NONE)),
        None => Err(value_error(gil, "not a scanner")),
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    match value.downcast::<Matches>() {
        Some(matches) => matches.0.next(gil, Wanted::Search),
        None => Ok(None),
    }
}

/// The scanner's type.
pub static SCANNER: TypeSpec = TypeSpec {
    name: "SRE_Scanner",
    module: "_sre",
    signature: "",
    doc: "",
    base: None,
    layout: Scanner::layout,
    storage: Storage::Nothing,
    flags: class_flags::NO_INSTANCES,
    slots: SlotTable::EMPTY,
    methods: &[
        Function::new("match", "($self, /)", "", |gil, arguments| {
            scan(gil, arguments, "match", Wanted::Match)
        }),
        Function::new("search", "($self, /)", "", |gil, arguments| {
            scan(gil, arguments, "search", Wanted::Search)
        }),
    ],
    attributes: &[Attribute::read_only("pattern", "", |_, value| match value.downcast::<Scanner>() {
        Some(scanner) => Ok(scanner.pattern.to_value()),
        None => Ok(Value::NONE),
    })],
};

/// The iterator's type.
pub static MATCHES: TypeSpec = TypeSpec {
    name: "callable_iterator",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: Matches::layout,
    storage: Storage::Nothing,
    flags: class_flags::NO_INSTANCES,
    slots: SlotTable { iter: Some(|_, value| Ok(value.clone())), next: Some(next), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[],
};
