//! `re.Match`: a match that was found.

use super::matcher::NOWHERE;
use super::pattern::{self, Pattern, Range};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags as class_flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::index_error;
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Value, Visit, operations,
};
use crate::payload;
use crate::types::{bytes, dict, generic_alias, int, str, tuple};

/// The payload of `re.Match`.
pub struct Found {
    pattern: Ref<Pattern>,
    string: Value,
    /// The offsets of the groups, [`NOWHERE`] for those that took no part.
    slots: Box<[usize]>,
    last: Option<usize>,
    start: usize,
    end: usize,
}

impl Payload for Found {
    payload!(Found, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.pattern.as_value());
        visit(&self.string);
    }
}

/// The match whose groups are in the slots.
pub fn new(gil: Gil<'_>, pattern: &Ref<Pattern>, range: &Range, slots: &[usize]) -> Value {
    let groups = pattern.program.groups;
    let last = slots[pattern.program.last_slot()];
    let found = Found {
        pattern: pattern.clone(),
        string: range.searched.value.clone(),
        slots: slots[..2 * groups].into(),
        last: (last != NOWHERE).then_some(last),
        start: range.start,
        end: range.end,
    };
    Ref::new(gil, found).into_value()
}

fn this(value: &Value) -> &Ref<Found> {
    match value.downcast() {
        Some(found) => found,
        None => unreachable!("methods are called on instances of their type"),
    }
}

impl Found {
    fn position(&self, offset: usize) -> i64 {
        match self.string.downcast::<Text>() {
            Some(text) => text.position(offset) as i64,
            None => offset as i64,
        }
    }

    /// Where a group begins and ends, -1 if it took no part.
    fn span(&self, group: usize) -> (i64, i64) {
        match self.offsets(group) {
            Some((start, end)) => (self.position(start), self.position(end)),
            None => (-1, -1),
        }
    }

    fn offsets(&self, group: usize) -> Option<(usize, usize)> {
        let (start, end) = (self.slots[2 * group], self.slots[2 * group + 1]);
        (start != NOWHERE && end != NOWHERE).then_some((start, end.max(start)))
    }

    fn text(&self, gil: Gil<'_>, group: usize) -> Option<Value> {
        self.offsets(group).map(|(start, end)| pattern::slice(gil, &self.string, start, end))
    }

    /// The group of a number or a name.
    fn group(&self, gil: Gil<'_>, key: &Value) -> Result<usize> {
        let missing = || index_error(gil, "no such group");
        if let Some(name) = key.downcast::<Text>() {
            let known = self.pattern.group_index.table.borrow().get_text(name).cloned();
            let number = known.and_then(|number| convert::whole(&number)).ok_or_else(missing)?;
            return usize::try_from(number).map_err(|_| missing());
        }
        let number = match int::index(gil, key) {
            Ok(number) => convert::whole(&number).ok_or_else(missing)?,
            Err(_) => return Err(missing()),
        };
        usize::try_from(number).ok().filter(|group| *group < self.pattern.program.groups).ok_or_else(missing)
    }
}

fn group(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "Match.group")?;
    let found = this(&arguments.values[0]);
    let one = |key: &Value| Ok(found.text(gil, found.group(gil, key)?).unwrap_or(Value::NONE));
    match &arguments.values[1..] {
        [] => Ok(found.text(gil, 0).unwrap_or(Value::NONE)),
        [key] => one(key),
        keys => Ok(tuple::of(gil, keys.iter().map(one).collect::<Result<_>>()?)),
    }
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let found = this(value);
    Ok(found.text(gil, found.group(gil, key)?).unwrap_or(Value::NONE))
}

const DEFAULT: Parameters<1> = Parameters::new(["default"], 0);

fn groups(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [default] = arguments.without_first().bind(gil, "groups", &DEFAULT)?;
    let (found, default) = (this(&arguments.values[0]), default.cloned().unwrap_or(Value::NONE));
    let numbers = 1..found.pattern.program.groups;
    Ok(tuple::of(
        gil,
        numbers.map(|group| found.text(gil, group).unwrap_or_else(|| default.clone())).collect(),
    ))
}

fn groupdict(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [default] = arguments.without_first().bind(gil, "groupdict", &DEFAULT)?;
    let (found, default) = (this(&arguments.values[0]), default.cloned().unwrap_or(Value::NONE));
    let all = dict::of(gil, crate::object::Table::new());
    for (name, number) in dict::entries(&found.pattern.group_index) {
        let number = convert::whole(&number).unwrap_or(0) as usize;
        let text = found.text(gil, number).unwrap_or_else(|| default.clone());
        operations::set_item(gil, &all, &name, Some(text))?;
    }
    Ok(all)
}

fn chosen(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<(i64, i64)> {
    let given = arguments.method_between(gil, name, 0, 1)?;
    let found = this(&arguments.values[0]);
    match given.first() {
        Some(key) => Ok(found.span(found.group(gil, key)?)),
        None => Ok(found.span(0)),
    }
}

fn start(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(int::from_i64(gil, chosen(gil, arguments, "start")?.0))
}

fn end(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(int::from_i64(gil, chosen(gil, arguments, "end")?.1))
}

fn pair(gil: Gil<'_>, (start, end): (i64, i64)) -> Value {
    tuple::pair(gil, int::from_i64(gil, start), int::from_i64(gil, end))
}

fn span(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(pair(gil, chosen(gil, arguments, "span")?))
}

const TEMPLATE: Parameters<1> = Parameters::new(["template"], 1);

fn expand(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [template] = arguments.without_first().bind(gil, "expand", &TEMPLATE)?;
    let found = this(&arguments.values[0]);
    let template = convert::given(template);
    let pieces = pattern::pieces(gil, &found.pattern, template)?;
    let mut result = Vec::new();
    let searched = pattern::Searched::new(gil, found.pattern.is_text, &found.string)?;
    pattern::fill(&pieces, searched.bytes(), &found.slots, &mut result);
    Ok(if template.downcast::<Text>().is_some() { str::of(gil, result) } else { bytes::of(gil, result) })
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let found = this(value);
    let text = operations::repr(gil, &found.text(gil, 0).unwrap_or(Value::NONE))?;
    let text: String = text.lossy().chars().take(50).collect();
    let (start, end) = found.span(0);
    Ok(convert::text(gil, &format!("<re.Match object; span=({start}, {end}), match={text}>")))
}

fn itself(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(arguments.values[0].clone())
}

fn last_group(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    let found = this(value);
    let Some(last) = found.last else { return Ok(Value::NONE) };
    let named = dict::entries(&found.pattern.group_index);
    let name = named.into_iter().find(|(_, number)| convert::whole(number) == Some(last as i64));
    Ok(name.map_or(Value::NONE, |(name, _)| name))
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Match",
    module: "re",
    signature: "",
    doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    base: None,
    layout: Found::layout,
    storage: Storage::Nothing,
    flags: class_flags::NO_INSTANCES | class_flags::NO_POSITIONS,
    slots: SlotTable { repr: Some(repr), get_item: Some(get_item), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "group",
            "",
            "group([group1, ...]) -> str or tuple.\nReturn subgroup(s) of the match by indices or names.\nFor 0 \
             returns the entire match.",
            group,
        ),
        Function::new(
            "groups",
            "($self, /, default=None)",
            "Return a tuple containing all the subgroups of the match, from 1.",
            groups,
        ),
        Function::new(
            "groupdict",
            "($self, /, default=None)",
            "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.",
            groupdict,
        ),
        Function::new(
            "start",
            "($self, group=0, /)",
            "Return index of the start of the substring matched by group.",
            start,
        ),
        Function::new(
            "end",
            "($self, group=0, /)",
            "Return index of the end of the substring matched by group.",
            end,
        ),
        Function::new(
            "span",
            "($self, group=0, /)",
            "For match object m, return the 2-tuple (m.start(group), m.end(group)).",
            span,
        ),
        Function::new(
            "expand",
            "($self, /, template)",
            "Return the string obtained by doing backslash substitution on the string template, as done by the sub() \
             method.",
            expand,
        ),
        Function::new("__copy__", "($self, /)", "", itself),
        Function::new("__deepcopy__", "($self, memo, /)", "", itself),
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
    ],
    attributes: &[
        Attribute::read_only("string", "The string passed to match() or search().", |_, value| {
            Ok(this(value).string.clone())
        }),
        Attribute::read_only("re", "The regular expression object.", |_, value| {
            Ok(this(value).pattern.to_value())
        }),
        Attribute::read_only(
            "pos",
            "The index into the string at which the RE engine started looking for a match.",
            |gil, value| Ok(int::from_i64(gil, this(value).position(this(value).start))),
        ),
        Attribute::read_only(
            "endpos",
            "The index into the string beyond which the RE engine will not go.",
            |gil, value| Ok(int::from_i64(gil, this(value).position(this(value).end))),
        ),
        Attribute::read_only(
            "lastindex",
            "The integer index of the last matched capturing group.",
            |gil, value| Ok(this(value).last.map_or(Value::NONE, |last| int::from_usize(gil, last))),
        ),
        Attribute::read_only("lastgroup", "The name of the last matched capturing group.", last_group),
        Attribute::read_only("regs", "", |gil, value| {
            let found = this(value);
            let groups = 0..found.pattern.program.groups;
            Ok(tuple::of(gil, groups.map(|group| pair(gil, found.span(group))).collect()))
        }),
    ],
};
