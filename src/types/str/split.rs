//! Taking text apart and joining it.

use memchr::memmem;

use super::super::{indexing, list, tuple};
use super::predicates::{ends_line, is_space};
use super::{copy, exact, of, reserve, this};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::text::{CodePoint, decode};
use crate::object::{Arguments, Parameters, Ref, Result, Text, Value, operations};

static SPLIT: Parameters<2> = Parameters::new(["sep", "maxsplit"], 0);

/// The characters with their byte offsets.
fn with_offsets(bytes: &[u8]) -> impl Iterator<Item = (usize, CodePoint)> + '_ {
    let mut offset = 0;
    std::iter::from_fn(move || {
        let (point, width) = decode(&bytes[offset..])?;
        offset += width;
        Some((offset - width, point))
    })
}

/// The words between runs of white space, at most `most` splits from the left.
fn words(bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let (mut parts, mut start) = (Vec::new(), None);
    for (offset, point) in with_offsets(bytes) {
        match (is_space(point), start) {
            (false, None) => {
                if parts.len() == most {
                    parts.push(&bytes[offset..]);
                    return parts;
                }
                start = Some(offset);
            }
            (true, Some(begin)) => {
                parts.push(&bytes[begin..offset]);
                start = None;
            }
            _ => {}
        }
    }
    parts.extend(start.map(|begin| &bytes[begin..]));
    parts
}

/// The same from the right.
fn words_from_right(bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let all = words(bytes, usize::MAX);
    if all.len() <= most {
        return all;
    }
    let first_kept = all.len() - most;
    let last_joined = all[first_kept - 1];
    let end = last_joined.as_ptr().addr() - bytes.as_ptr().addr() + last_joined.len();
    let mut parts = vec![&bytes[..end]];
    parts.extend_from_slice(&all[first_kept..]);
    parts
}

fn trimmed_end<'a>(bytes: &'a [u8], unwanted: &dyn Fn(CodePoint) -> bool) -> &'a [u8] {
    let mut end = bytes.len();
    while end > 0 {
        let mut start = end - 1;
        while !crate::object::text::starts_character(bytes[start]) && start > 0 {
            start -= 1;
        }
        match decode(&bytes[start..end]) {
            Some((point, _)) if unwanted(point) => end = start,
            _ => break,
        }
    }
    &bytes[..end]
}

fn list_of(gil: Gil<'_>, parts: Vec<&[u8]>) -> Value {
    list::of(gil, parts.into_iter().map(|part| copy(gil, part)).collect())
}

fn split_arguments<'a>(
    gil: Gil<'_>,
    arguments: Arguments<'a>,
    function: &str,
) -> Result<(Option<&'a Ref<Text>>, usize)> {
    let [separator, most] = arguments.without_first().bind(gil, function, &SPLIT)?;
    let most = most.map_or(Ok(-1), |most| indexing::integer(gil, most))?;
    let separator = match separator {
        Some(value) if !value.is_none() => Some(value.downcast::<Text>().ok_or_else(|| {
            type_error(gil, format!("must be str or None, not {}", value.class(gil).name()))
        })?),
        _ => None,
    };
    if separator.is_some_and(|separator| separator.bytes().is_empty()) {
        return Err(value_error(gil, "empty separator"));
    }
    Ok((separator, usize::try_from(most).unwrap_or(usize::MAX)))
}

pub(super) fn split(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (separator, most) = split_arguments(gil, arguments, "split")?;
    let bytes = this(&arguments.values[0]).bytes();
    let Some(separator) = separator else { return Ok(list_of(gil, words(bytes, most))) };
    Ok(list_of(gil, pieces(bytes, separator.bytes(), most)))
}

/// The parts between separators, at most `most` splits from the left.
pub fn pieces<'a>(bytes: &'a [u8], separator: &[u8], most: usize) -> Vec<&'a [u8]> {
    let (mut parts, mut start) = (Vec::new(), 0);
    for found in memmem::find_iter(bytes, separator).take(most) {
        parts.push(&bytes[start..found]);
        start = found + separator.len();
    }
    parts.push(&bytes[start..]);
    parts
}

/// The same from the right.
pub fn pieces_from_right<'a>(bytes: &'a [u8], separator: &[u8], most: usize) -> Vec<&'a [u8]> {
    let (mut parts, mut end) = (Vec::new(), bytes.len());
    while parts.len() < most
        && let Some(found) = memmem::rfind(&bytes[..end], separator)
    {
        parts.push(&bytes[found + separator.len()..end]);
        end = found;
    }
    parts.push(&bytes[..end]);
    parts.reverse();
    parts
}

pub(super) fn rsplit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (separator, most) = split_arguments(gil, arguments, "rsplit")?;
    let bytes = this(&arguments.values[0]).bytes();
    let Some(separator) = separator else { return Ok(list_of(gil, words_from_right(bytes, most))) };
    Ok(list_of(gil, pieces_from_right(bytes, separator.bytes(), most)))
}

static KEEP: Parameters<1> = Parameters::new(["keepends"], 0);

pub(super) fn splitlines(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [keep] = arguments.without_first().bind(gil, "splitlines", &KEEP)?;
    let keep = keep.map_or(Ok(false), |keep| operations::truth(gil, keep))?;
    let bytes = this(&arguments.values[0]).bytes();
    let (mut parts, mut start) = (Vec::new(), 0);
    for (offset, point) in with_offsets(bytes) {
        if offset < start || !ends_line(point) {
            continue;
        }
        let mut end = offset + crate::object::text::character_width(bytes[offset]);
        if point == 0x0D && bytes.get(end) == Some(&b'\n') {
            end += 1;
        }
        parts.push(&bytes[start..if keep { end } else { offset }]);
        start = end;
    }
    if start < bytes.len() {
        parts.push(&bytes[start..]);
    }
    Ok(list_of(gil, parts))
}

fn separator_argument<'a>(gil: Gil<'_>, arguments: Arguments<'a>, function: &str) -> Result<&'a Ref<Text>> {
    let [value] = arguments.without_first().exactly(gil, &format!("str.{function}"))?;
    let separator = value
        .downcast::<Text>()
        .ok_or_else(|| type_error(gil, format!("must be str, not {}", value.class(gil).name())))?;
    if separator.bytes().is_empty() {
        return Err(value_error(gil, "empty separator"));
    }
    Ok(separator)
}

fn parted(gil: Gil<'_>, value: &Value, separator: &Ref<Text>, found: usize) -> Value {
    let bytes = this(value).bytes();
    let (before, after) = (&bytes[..found], &bytes[found + separator.bytes().len()..]);
    tuple::of(gil, vec![copy(gil, before), separator.to_value(), copy(gil, after)])
}

pub(super) fn partition(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (value, separator) = (&arguments.values[0], separator_argument(gil, arguments, "partition")?);
    Ok(match memmem::find(this(value).bytes(), separator.bytes()) {
        Some(found) => parted(gil, value, separator, found),
        None => tuple::of(gil, vec![value.clone(), of(gil, vec![]), of(gil, vec![])]),
    })
}

pub(super) fn rpartition(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (value, separator) = (&arguments.values[0], separator_argument(gil, arguments, "rpartition")?);
    Ok(match memmem::rfind(this(value).bytes(), separator.bytes()) {
        Some(found) => parted(gil, value, separator, found),
        None => tuple::of(gil, vec![of(gil, vec![]), of(gil, vec![]), exact(gil, value)]),
    })
}

fn stripped(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, left: bool, right: bool) -> Result<Value> {
    arguments.no_keywords(gil, &format!("str.{name}"))?;
    let rest = arguments.without_first().between(gil, name, 0, 1)?;
    let value = &arguments.values[0];
    let unwanted: Option<Vec<CodePoint>> = match rest.first() {
        Some(wanted) if !wanted.is_none() => match wanted.downcast::<Text>() {
            Some(text) => Some(text.characters().collect()),
            None => return Err(type_error(gil, format!("{name} arg must be None or str"))),
        },
        _ => None,
    };
    let test = |point| match &unwanted {
        Some(unwanted) => unwanted.contains(&point),
        None => is_space(point),
    };
    let mut bytes = this(value).bytes();
    if left {
        let start = with_offsets(bytes).find(|(_, point)| !test(*point)).map_or(bytes.len(), |(at, _)| at);
        bytes = &bytes[start..];
    }
    if right {
        bytes = trimmed_end(bytes, &test);
    }
    if bytes.len() == this(value).bytes().len() {
        return Ok(exact(gil, value));
    }
    Ok(copy(gil, bytes))
}

pub(super) fn strip(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    stripped(gil, arguments, "strip", true, true)
}

pub(super) fn lstrip(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    stripped(gil, arguments, "lstrip", true, false)
}

pub(super) fn rstrip(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    stripped(gil, arguments, "rstrip", false, true)
}

pub(super) fn join(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable] = arguments.without_first().exactly(gil, "str.join")?;
    let separator = this(&arguments.values[0]);
    let items = if let Some(list) = iterable.downcast::<list::List>() {
        list.items.borrow().clone()
    } else if let Some(items) = tuple::items_of(iterable) {
        items
    } else {
        operations::collect(gil, iterable).map_err(|raised| {
            let not_iterable = iterable.class(gil).slots.iter.get().is_none()
                && iterable.class(gil).slots.get_item.get().is_none();
            if not_iterable { type_error(gil, "can only join an iterable") } else { raised }
        })?
    };
    if let [only] = &*items
        && only.is_exact::<Text>(gil)
    {
        return Ok(only.clone());
    }
    let mut size = separator.bytes().len().saturating_mul(items.len().saturating_sub(1));
    for (place, item) in items.iter().enumerate() {
        let Some(text) = item.downcast::<Text>() else {
            let name = item.class(gil).name();
            let message = format!("sequence item {place}: expected str instance, {name} found");
            return Err(type_error(gil, message));
        };
        size = size.saturating_add(text.bytes().len());
    }
    let mut joined = reserve(gil, size)?;
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            joined.extend_from_slice(separator.bytes());
        }
        joined.extend_from_slice(this(item).bytes());
    }
    Ok(of(gil, joined))
}
