//! Finding, counting and replacing text in text.

use memchr::memmem;

use super::super::{indexing, int, tuple};
use super::{copy, exact, of, this};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Parameters, Raised, Ref, Result, Text, Value};

/// Where to look, as byte offsets, and for what.
struct Query<'a> {
    text: &'a Ref<Text>,
    wanted: &'a Ref<Text>,
    /// None if the range lies outside of the text, where not even nothing is found.
    range: Option<(usize, usize)>,
}

fn must_be_text(gil: Gil<'_>, function: &str, position: &str, value: &Value) -> Raised {
    let name = super::shown_class(gil, value);
    type_error(gil, format!("{function}() argument {position}must be str, not {name}"))
}

fn range_of(gil: Gil<'_>, text: &Ref<Text>, values: &[Value]) -> Result<Option<(usize, usize)>> {
    let (start, end) = indexing::range(gil, values.get(2), values.get(3), text.length())?;
    Ok((start <= end && start <= text.length()).then(|| (text.offset(start), text.offset(end))))
}

fn query<'a>(gil: Gil<'_>, arguments: Arguments<'a>, function: &str) -> Result<Query<'a>> {
    let rest = arguments.without_first();
    arguments.method_between(gil, function, 1, 3)?;
    let text = this(&arguments.values[0]);
    let wanted =
        rest.values[0].downcast().ok_or_else(|| must_be_text(gil, function, "1 ", &rest.values[0]))?;
    Ok(Query { text, wanted, range: range_of(gil, text, arguments.values)? })
}

fn first(query: &Query<'_>) -> Option<usize> {
    let (start, end) = query.range?;
    let found = memmem::find(&query.text.bytes()[start..end], query.wanted.bytes())?;
    Some(query.text.position(start + found))
}

fn last(query: &Query<'_>) -> Option<usize> {
    let (start, end) = query.range?;
    let found = memmem::rfind(&query.text.bytes()[start..end], query.wanted.bytes())?;
    Some(query.text.position(start + found))
}

fn place(gil: Gil<'_>, found: Option<usize>) -> Value {
    int::from_i64(gil, found.map_or(-1, |place| place as i64))
}

pub(super) fn find(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(place(gil, first(&query(gil, arguments, "find")?)))
}

pub(super) fn rfind(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(place(gil, last(&query(gil, arguments, "rfind")?)))
}

pub(super) fn index(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    match first(&query(gil, arguments, "index")?) {
        None => Err(value_error(gil, "substring not found")),
        found => Ok(place(gil, found)),
    }
}

pub(super) fn rindex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    match last(&query(gil, arguments, "rindex")?) {
        None => Err(value_error(gil, "substring not found")),
        found => Ok(place(gil, found)),
    }
}

pub(super) fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let query = query(gil, arguments, "count")?;
    let Some((start, end)) = query.range else { return Ok(place(gil, Some(0))) };
    let part = &query.text.bytes()[start..end];
    let number = match query.wanted.bytes() {
        [] => part.iter().filter(|&&byte| crate::object::text::starts_character(byte)).count() + 1,
        wanted => memmem::find_iter(part, wanted).count(),
    };
    Ok(place(gil, Some(number)))
}

/// Replaces at most `most` occurrences. Nothing is found before every character and at the end.
pub fn replaced(text: &[u8], old: &[u8], new: &[u8], most: usize, starts: fn(u8) -> bool) -> Option<Vec<u8>> {
    let mut result = Vec::new();
    if old.is_empty() {
        let mut left = most;
        for &byte in text {
            if left > 0 && starts(byte) {
                result.extend_from_slice(new);
                left -= 1;
            }
            result.push(byte);
        }
        if left > 0 {
            result.extend_from_slice(new);
        }
        return Some(result);
    }
    let mut copied = 0;
    for found in memmem::find_iter(text, old).take(most) {
        if result.try_reserve(found - copied + new.len()).is_err() {
            return None;
        }
        result.extend_from_slice(&text[copied..found]);
        result.extend_from_slice(new);
        copied = found + old.len();
    }
    result.extend_from_slice(&text[copied..]);
    Some(result)
}

static REPLACE: Parameters<3> = Parameters::new(["old", "new", "count"], 2).positional_only(2);

pub(super) fn replace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let [old, new, count] = arguments.without_first().bind(gil, "replace", &REPLACE)?;
    let text =
        |value: Option<&Value>, position: &str| match value.map(|value| (value, value.downcast::<Text>())) {
            Some((_, Some(text))) => Ok(text.clone()),
            Some((value, None)) => Err(must_be_text(gil, "replace", position, value)),
            None => Ok(Ref::text(gil, "")),
        };
    let (old, new) = (text(old, "1 ")?, text(new, "2 ")?);
    let count = count.map_or(Ok(-1), |count| indexing::integer(gil, count))?;
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    if most == 0 || !old.bytes().is_empty() && memmem::find(this(value).bytes(), old.bytes()).is_none() {
        return Ok(exact(gil, value));
    }
    let starts = crate::object::text::starts_character;
    match replaced(this(value).bytes(), old.bytes(), new.bytes(), most, starts) {
        Some(result) => Ok(of(gil, result)),
        None => Err(crate::object::raised::memory_error(gil, "")),
    }
}

fn fits(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    function: &str,
    test: fn(&[u8], &[u8]) -> bool,
) -> Result<Value> {
    let rest = arguments.without_first();
    arguments.method_between(gil, function, 1, 3)?;
    let text = this(&arguments.values[0]);
    let range = range_of(gil, text, arguments.values)?;
    let fits = |wanted: &Ref<Text>| {
        range.is_some_and(|(start, end)| test(&text.bytes()[start..end], wanted.bytes()))
    };
    if let Some(wanted) = rest.values[0].downcast::<Text>() {
        return Ok(Value::bool(fits(wanted)));
    }
    let Some(items) = tuple::items_of(&rest.values[0]) else {
        let name = rest.values[0].class(gil).name();
        let message = format!("{function} first arg must be str or a tuple of str, not {name}");
        return Err(type_error(gil, message));
    };
    for item in &items {
        let Some(wanted) = item.downcast::<Text>() else {
            let name = item.class(gil).name();
            return Err(type_error(gil, format!("tuple for {function} must only contain str, not {name}")));
        };
        if fits(wanted) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

pub(super) fn startswith(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    fits(gil, arguments, "startswith", |text, wanted| text.starts_with(wanted))
}

pub(super) fn endswith(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    fits(gil, arguments, "endswith", |text, wanted| text.ends_with(wanted))
}

fn affix<'a>(gil: Gil<'_>, arguments: Arguments<'a>, function: &str) -> Result<&'a Ref<Text>> {
    let [value] = arguments.without_first().exactly(gil, &format!("str.{function}"))?;
    value.downcast().ok_or_else(|| must_be_text(gil, function, "", value))
}

pub(super) fn removeprefix(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let prefix = affix(gil, arguments, "removeprefix")?;
    let value = &arguments.values[0];
    Ok(match this(value).bytes().strip_prefix(prefix.bytes()) {
        Some(rest) => copy(gil, rest),
        None => exact(gil, value),
    })
}

pub(super) fn removesuffix(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let suffix = affix(gil, arguments, "removesuffix")?;
    let value = &arguments.values[0];
    Ok(match this(value).bytes().strip_suffix(suffix.bytes()) {
        Some(rest) => copy(gil, rest),
        None => exact(gil, value),
    })
}
