//! The methods that `bytes` and `bytearray` share. Results are of the receiver's kind.

mod layout;

use memchr::memmem;

use super::super::bytearray::{self, ByteArray};
use super::super::str::{repeat, search, split};
use super::super::{buffer, codecs, indexing, int, list, str, tuple};
use super::{Bytes, hexadecimal, making};
use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Kind, Operator, Parameters, Raised, Result, SlotTable, Value, operations};

/// The receiver's contents.
pub fn contents(value: &Value) -> Vec<u8> {
    buffer::contents(value).unwrap_or_default()
}

/// A new object of the receiver's kind.
pub fn like(gil: Gil<'_>, receiver: &Value, bytes: Vec<u8>) -> Value {
    if receiver.downcast::<ByteArray>().is_some() { bytearray::of(gil, bytes) } else { super::of(gil, bytes) }
}

/// Bytes to look for: bytes-like, or where allowed one byte as an int.
fn wanted(gil: Gil<'_>, value: &Value) -> Result<Vec<u8>> {
    if let Some(contents) = buffer::lent(gil, value)? {
        return Ok(contents);
    }
    match indexing::clamped(gil, value) {
        Ok(Some(number)) => u8::try_from(number)
            .map(|byte| vec![byte])
            .map_err(|_| value_error(gil, "byte must be in range(0, 256)")),
        _ => {
            let name = value.class(gil).name();
            let message = format!("argument should be integer or bytes-like object, not '{name}'");
            Err(type_error(gil, message))
        }
    }
}

fn searched(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, last: bool) -> Result<Option<usize>> {
    let rest = arguments.method_between(gil, name, 1, 3)?;
    let wanted = wanted(gil, &rest[0])?;
    let found = within(gil, &arguments.values[0], rest, |part, start| {
        let found = if last { memmem::rfind(part, &wanted) } else { memmem::find(part, &wanted) };
        found.map(|found| found + start)
    })?;
    Ok(found.flatten())
}

/// Shows the part that a method's second and third argument cut out, and where it begins; None if it begins behind the
/// end. The bytes are looked at where they lie: a search from place to place must not copy them each time.
fn within<R>(
    gil: Gil<'_>,
    receiver: &Value,
    rest: &[Value],
    see: impl FnOnce(&[u8], usize) -> R,
) -> Result<Option<R>> {
    let bounds = bounds(gil, receiver, rest)?;
    Ok(part(receiver, bounds, |part| see(part, bounds.0)))
}

/// Where the part begins and ends that a method's second and third argument cut out.
fn bounds(gil: Gil<'_>, receiver: &Value, rest: &[Value]) -> Result<(usize, usize)> {
    let length = buffer::with(receiver, <[u8]>::len).unwrap_or(0);
    indexing::range(gil, rest.get(1), rest.get(2), length)
}

/// Shows a part of the receiver. Finding its bounds may have run Python code that made the receiver shorter.
fn part<R>(receiver: &Value, (start, end): (usize, usize), see: impl FnOnce(&[u8]) -> R) -> Option<R> {
    let seen = buffer::with(receiver, |bytes| bytes.get(start..end.min(bytes.len())).map(see));
    seen.flatten()
}

fn place(gil: Gil<'_>, found: Option<usize>) -> Value {
    int::from_i64(gil, found.map_or(-1, |place| place as i64))
}

fn find(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(place(gil, searched(gil, arguments, "find", false)?))
}

fn rfind(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(place(gil, searched(gil, arguments, "rfind", true)?))
}

fn index(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    match searched(gil, arguments, "index", false)? {
        None => Err(value_error(gil, "subsection not found")),
        found => Ok(place(gil, found)),
    }
}

fn rindex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    match searched(gil, arguments, "rindex", true)? {
        None => Err(value_error(gil, "subsection not found")),
        found => Ok(place(gil, found)),
    }
}

fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let rest = arguments.method_between(gil, "count", 1, 3)?;
    let wanted = wanted(gil, &rest[0])?;
    let number = within(gil, &arguments.values[0], rest, |part, _| match &*wanted {
        [] => part.len() + 1,
        wanted => memmem::find_iter(part, wanted).count(),
    })?;
    Ok(place(gil, Some(number.unwrap_or(0))))
}

static REPLACE: Parameters<3> = Parameters::new(["old", "new", "count"], 2).positional_only(3);

fn replace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [old, new, count] = arguments.without_first().bind(gil, "replace", &REPLACE)?;
    let part = |value: Option<&Value>| value.map_or(Ok(Vec::new()), |value| buffer::argument(gil, value));
    let (old, new) = (part(old)?, part(new)?);
    let count = count.map_or(Ok(-1), |count| indexing::integer(gil, count))?;
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    let receiver = &arguments.values[0];
    match search::replaced(&contents(receiver), &old, &new, most, |_| true) {
        Some(result) => Ok(like(gil, receiver, result)),
        None => Err(crate::object::raised::memory_error(gil, "")),
    }
}

fn fits(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Result<Value> {
    let rest = arguments.method_between(gil, name, 1, 3)?;
    let bounds = bounds(gil, &arguments.values[0], rest)?;
    let several = tuple::items_of(&rest[0]);
    let is_tuple = several.is_some();
    for value in &several.unwrap_or_else(|| vec![rest[0].clone()]) {
        let Some(one) = buffer::lent(gil, value)? else {
            let class = value.class(gil).name();
            if is_tuple {
                return Err(type_error(gil, format!("a bytes-like object is required, not '{class}'")));
            }
            let message = format!("{name} first arg must be bytes or a tuple of bytes, not {class}");
            return Err(type_error(gil, message));
        };
        if part(&arguments.values[0], bounds, |part| test(part, &one)) == Some(true) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn startswith(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    fits(gil, arguments, "startswith", |bytes, wanted| bytes.starts_with(wanted))
}

fn endswith(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    fits(gil, arguments, "endswith", |bytes, wanted| bytes.ends_with(wanted))
}

fn one_bytes(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Vec<u8>> {
    let [_, value] = arguments.method(gil, name)?;
    buffer::argument(gil, value)
}

fn removeprefix(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (bytes, affix) = (contents(&arguments.values[0]), one_bytes(gil, arguments, "removeprefix")?);
    let rest = bytes.strip_prefix(&*affix).unwrap_or(&bytes).to_vec();
    Ok(like(gil, &arguments.values[0], rest))
}

fn removesuffix(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (bytes, affix) = (contents(&arguments.values[0]), one_bytes(gil, arguments, "removesuffix")?);
    let rest = bytes.strip_suffix(&*affix).unwrap_or(&bytes).to_vec();
    Ok(like(gil, &arguments.values[0], rest))
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0x09..=0x0D | b' ')
}

fn stripped(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, left: bool, right: bool) -> Result<Value> {
    let rest = arguments.without_first().between(gil, name, 0, 1)?;
    let unwanted = match rest.first() {
        Some(value) if !value.is_none() => Some(buffer::argument(gil, value)?),
        _ => None,
    };
    let test = |byte: &u8| unwanted.as_ref().map_or(is_space(*byte), |unwanted| unwanted.contains(byte));
    let bytes = contents(&arguments.values[0]);
    let start = if left { bytes.iter().position(|byte| !test(byte)).unwrap_or(bytes.len()) } else { 0 };
    let last = bytes.iter().rposition(|byte| !test(byte)).map_or(start, |last| last + 1);
    let end = if right { last.max(start) } else { bytes.len() };
    Ok(like(gil, &arguments.values[0], bytes[start..end].to_vec()))
}

static SPLIT: Parameters<2> = Parameters::new(["sep", "maxsplit"], 0);

fn split_by(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, right: bool) -> Result<Value> {
    let [separator, most] = arguments.without_first().bind(gil, name, &SPLIT)?;
    let most = most.map_or(Ok(-1), |most| indexing::integer(gil, most))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let receiver = &arguments.values[0];
    let bytes = contents(receiver);
    let parts = match separator.filter(|separator| !separator.is_none()) {
        Some(separator) => {
            let separator = buffer::argument(gil, separator)?;
            match (separator.is_empty(), right) {
                (true, _) => return Err(value_error(gil, "empty separator")),
                (_, false) => split::pieces(&bytes, &separator, most),
                (_, true) => split::pieces_from_right(&bytes, &separator, most),
            }
        }
        None => words(&bytes, most, right),
    };
    Ok(list::of(gil, parts.into_iter().map(|part| like(gil, receiver, part.to_vec())).collect()))
}

fn words(bytes: &[u8], most: usize, right: bool) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    loop {
        let trimmed = if right {
            rest.iter().rposition(|byte| !is_space(*byte)).map(|last| &rest[..=last])
        } else {
            rest.iter().position(|byte| !is_space(*byte)).map(|first| &rest[first..])
        };
        let Some(trimmed) = trimmed else { break };
        if parts.len() == most {
            parts.push(trimmed);
            break;
        }
        let edge = if right {
            trimmed.iter().rposition(|byte| is_space(*byte)).map(|at| at + 1)
        } else {
            trimmed.iter().position(|byte| is_space(*byte))
        };
        let (word, left) = match (edge, right) {
            (Some(at), true) => (&trimmed[at..], &trimmed[..at]),
            (Some(at), false) => (&trimmed[..at], &trimmed[at..]),
            (None, _) => (trimmed, &trimmed[..0]),
        };
        parts.push(word);
        rest = left;
    }
    if right {
        parts.reverse();
    }
    parts
}

static KEEP: Parameters<1> = Parameters::new(["keepends"], 0);

fn splitlines(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [keep] = arguments.without_first().bind(gil, "splitlines", &KEEP)?;
    let keep = keep.map_or(Ok(false), |keep| operations::truth(gil, keep))?;
    let receiver = &arguments.values[0];
    let bytes = contents(receiver);
    let (mut lines, mut start) = (Vec::new(), 0);
    while start < bytes.len() {
        let stop = bytes[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let stop = stop.map_or(bytes.len(), |stop| stop + start);
        let width = match &bytes[stop..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        let end = if keep { stop + width } else { stop };
        lines.push(like(gil, receiver, bytes[start..end].to_vec()));
        start = stop + width;
    }
    Ok(list::of(gil, lines))
}

fn parted(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, right: bool) -> Result<Value> {
    let separator = one_bytes(gil, arguments, name)?;
    if separator.is_empty() {
        return Err(value_error(gil, "empty separator"));
    }
    let receiver = &arguments.values[0];
    let bytes = contents(receiver);
    let found = if right { memmem::rfind(&bytes, &separator) } else { memmem::find(&bytes, &separator) };
    let parts: [&[u8]; 3] = match found {
        Some(found) => [&bytes[..found], &separator, &bytes[found + separator.len()..]],
        None if right => [b"", b"", &bytes],
        None => [&bytes, b"", b""],
    };
    Ok(tuple::of(gil, parts.into_iter().map(|part| like(gil, receiver, part.to_vec())).collect()))
}

fn join(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, iterable] = arguments.method(gil, "join")?;
    let separator = contents(&arguments.values[0]);
    let mut joined = Vec::new();
    if operations::is_not_iterable(gil, iterable) {
        return Err(type_error(gil, "can only join an iterable"));
    }
    // What goes over the items must not change the size of the separator.
    let exposed = arguments.values[0].exposed();
    exposed.inspect(|exposed| exposed.hold());
    let items = operations::collect(gil, iterable);
    exposed.inspect(|exposed| exposed.let_go());
    for (place, item) in items?.iter().enumerate() {
        if place > 0 {
            joined.extend_from_slice(&separator);
        }
        if buffer::with(item, |bytes| joined.extend_from_slice(bytes)).is_some() {
            continue;
        }
        // What lending raises is not told.
        let Ok(Some(part)) = buffer::lent(gil, item) else {
            let name = item.class(gil).name();
            let message = format!("sequence item {place}: expected a bytes-like object, {name} found");
            return Err(type_error(gil, message));
        };
        joined.extend_from_slice(&part);
    }
    Ok(like(gil, &arguments.values[0], joined))
}

static DECODE: Parameters<2> = Parameters::new(["encoding", "errors"], 0);

fn decode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [encoding, errors] = arguments.without_first().bind(gil, "decode", &DECODE)?;
    let encoding = codecs::name_argument(gil, encoding, "decode", "encoding", "utf-8")?;
    let errors = codecs::name_argument(gil, errors, "decode", "errors", "strict")?;
    codecs::decode(gil, &contents(&arguments.values[0]), &encoding, &errors)
}

fn mapped(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, map: fn(Vec<u8>) -> Vec<u8>) -> Result<Value> {
    arguments.method::<1>(gil, name)?;
    Ok(like(gil, &arguments.values[0], map(contents(&arguments.values[0]))))
}

fn tested(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, test: fn(&u8) -> bool) -> Result<Value> {
    arguments.method::<1>(gil, name)?;
    let bytes = contents(&arguments.values[0]);
    Ok(Value::bool((!bytes.is_empty() || name == "isascii") && bytes.iter().all(test)))
}

fn cased(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    name: &str,
    wrong: fn(&u8) -> bool,
    right: fn(&u8) -> bool,
) -> Result<Value> {
    arguments.method::<1>(gil, name)?;
    let bytes = contents(&arguments.values[0]);
    Ok(Value::bool(bytes.iter().any(right) && !bytes.iter().any(wrong)))
}

fn titled(mut bytes: Vec<u8>) -> Vec<u8> {
    let mut inside = false;
    for byte in &mut bytes {
        *byte = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        inside = byte.is_ascii_alphabetic();
    }
    bytes
}

fn istitle(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.method::<1>(gil, "istitle")?;
    let bytes = contents(&arguments.values[0]);
    let any = bytes.iter().any(u8::is_ascii_uppercase);
    Ok(Value::bool(any && titled(bytes.clone()) == bytes))
}

static TRANSLATE: Parameters<2> = Parameters::new(["table", "delete"], 1).positional_only(1);

fn translate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [table, delete] = arguments.without_first().bind(gil, "translate", &TRANSLATE)?;
    let table = match table.filter(|table| !table.is_none()) {
        Some(table) => buffer::argument(gil, table)?,
        None => (0..=255).collect(),
    };
    if table.len() != 256 {
        return Err(value_error(gil, "translation table must be 256 characters long"));
    }
    let delete = delete.map_or(Ok(Vec::new()), |delete| buffer::argument(gil, delete))?;
    let bytes = contents(&arguments.values[0]);
    let changed = |byte: u8| table[usize::from(byte)];
    if delete.is_empty() {
        return Ok(like(gil, &arguments.values[0], bytes.into_iter().map(changed).collect()));
    }
    let mut goes = [false; 256];
    delete.iter().for_each(|&byte| goes[usize::from(byte)] = true);
    let kept = bytes.into_iter().filter(|&byte| !goes[usize::from(byte)]);
    Ok(like(gil, &arguments.values[0], kept.map(changed).collect()))
}

fn maketrans(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [from, to] = arguments.exactly(gil, "maketrans")?;
    let (from, to) = (buffer::argument(gil, from)?, buffer::argument(gil, to)?);
    if from.len() != to.len() {
        return Err(value_error(gil, "maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[usize::from(from)] = to;
    }
    Ok(super::of(gil, table))
}

/// `left + right`.
pub fn add(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let is_ours =
        |value: &Value| value.downcast::<Bytes>().is_some() || value.downcast::<ByteArray>().is_some();
    if !is_ours(left) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let join = |more: &[u8]| {
        let mut joined = contents(left);
        joined.extend_from_slice(more);
        joined
    };
    let mut joined = buffer::with(right, join);
    if joined.is_none() {
        joined = buffer::lent(gil, right)?.as_deref().map(join);
    }
    let Some(joined) = joined else {
        if let Some(answer) = str::reflected(gil, Operator::Add, left, right)? {
            return Ok(answer);
        }
        let (first, second) = (left.class(gil).name(), right.class(gil).name());
        return Err(type_error(gil, format!("can't concat {second} to {first}")));
    };
    Ok(like(gil, left, joined))
}

/// `left * right`.
pub fn multiply(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let ours = buffer::contents(left).is_some();
    let (bytes, times) = if ours { (left, right) } else { (right, left) };
    if ours
        && buffer::contents(right).is_none()
        && let Some(answer) =
            crate::types::sequence::asked_first(gil, Operator::Multiply, multiply, left, right)?
    {
        return Ok(answer);
    }
    match indexing::clamped(gil, times)? {
        Some(i64::MIN | i64::MAX) => {
            Err(crate::object::raised::overflow_error(gil, "cannot fit 'int' into an index-sized integer"))
        }
        Some(1) if bytes.is_exact::<Bytes>(gil) => Ok(bytes.clone()),
        Some(count) => {
            let contents = contents(bytes);
            if count > 0
                && contents.len().checked_mul(count as usize).is_none_or(|size| size > isize::MAX as usize)
            {
                return Err(crate::object::raised::overflow_error(gil, "repeated bytes are too long"));
            }
            Ok(like(gil, bytes, repeat(gil, &contents, count)?))
        }
        None => {
            let name = times.class(gil).name();
            Err(type_error(gil, format!("can't multiply sequence by non-int of type '{name}'")))
        }
    }
}

/// `left % right`.
pub fn modulo(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if left.downcast::<Bytes>().is_none() && left.downcast::<ByteArray>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(like(gil, left, str::percent::formatted(gil, &contents(left), right, true)?))
}

/// `value[key]`.
pub fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let length = buffer::with(value, <[u8]>::len).unwrap_or(0);
    if !indexing::is_slice(gil, key) {
        let what = if value.downcast::<Bytes>().is_some() { "byte" } else { "bytearray" };
        let place = indexing::position(gil, key, length, what)?;
        let byte = buffer::with(value, |bytes| bytes.get(place).copied()).flatten();
        return match byte {
            Some(byte) => Ok(int::from_i64(gil, byte.into())),
            None => Err(Raised::with_message(gil, Kind::IndexError, &format!("{what} index out of range"))),
        };
    }
    let bounds = indexing::slice(gil, key, length)?;
    let pick = |bytes: &[u8]| match bounds.run().and_then(|run| bytes.get(run)) {
        Some(part) => part.to_vec(),
        None => bounds.positions().filter_map(|at| bytes.get(at).copied()).collect(),
    };
    Ok(like(gil, value, buffer::with(value, pick).unwrap_or_default()))
}

/// `item in value`.
pub fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    let wanted = match buffer::lent(gil, item)? {
        Some(wanted) => wanted,
        None => match indexing::clamped(gil, item)? {
            Some(_) => vec![making::byte(gil, item, "byte")?],
            None => return Err(buffer::argument(gil, item).err().unwrap_or_else(|| type_error(gil, ""))),
        },
    };
    Ok(buffer::with(value, |bytes| memmem::find(bytes, &wanted).is_some()).unwrap_or(false))
}

/// The operators' slots.
pub const fn binary() -> [Option<crate::object::slots::Binary>; crate::object::slots::OPERATORS] {
    let mut table = SlotTable::EMPTY.binary;
    table[Operator::Add as usize] = Some(add);
    table[Operator::Multiply as usize] = Some(multiply);
    table[Operator::Modulo as usize] = Some(modulo);
    table
}

macro_rules! rows {
    ($($name:ident $signature:literal $function:expr;)*) => {
        [$(Function::new(stringify!($name), $signature, "", $function),)*
         Function::fixed("maketrans", "(frm, to, /)", "Return a translation table usable for the bytes or bytearray translate method.", maketrans)]
    };
}

/// The number of shared methods.
pub const SHARED_COUNT: usize = 43;

/// The shared methods.
pub const SHARED: [Function; SHARED_COUNT] = rows! {
    find "" find;
    rfind "" rfind;
    index "" index;
    rindex "" rindex;
    count "" count;
    replace "($self, old, new, count=-1, /)" replace;
    startswith "" startswith;
    endswith "" endswith;
    removeprefix "($self, prefix, /)" removeprefix;
    removesuffix "($self, suffix, /)" removesuffix;
    strip "($self, bytes=None, /)" |gil, arguments| stripped(gil, arguments, "strip", true, true);
    lstrip "($self, bytes=None, /)" |gil, arguments| stripped(gil, arguments, "lstrip", true, false);
    rstrip "($self, bytes=None, /)" |gil, arguments| stripped(gil, arguments, "rstrip", false, true);
    split "($self, /, sep=None, maxsplit=-1)" |gil, arguments| split_by(gil, arguments, "split", false);
    rsplit "($self, /, sep=None, maxsplit=-1)" |gil, arguments| split_by(gil, arguments, "rsplit", true);
    splitlines "($self, /, keepends=False)" splitlines;
    partition "($self, sep, /)" |gil, arguments| parted(gil, arguments, "partition", false);
    rpartition "($self, sep, /)" |gil, arguments| parted(gil, arguments, "rpartition", true);
    join "($self, iterable_of_bytes, /)" join;
    decode "($self, /, encoding='utf-8', errors='strict')" decode;
    hex "" hexadecimal::hex;
    upper "($self, /)" |gil, arguments| mapped(gil, arguments, "upper", |bytes| bytes.to_ascii_uppercase());
    lower "($self, /)" |gil, arguments| mapped(gil, arguments, "lower", |bytes| bytes.to_ascii_lowercase());
    title "($self, /)" |gil, arguments| mapped(gil, arguments, "title", titled);
    capitalize "($self, /)" |gil, arguments| mapped(gil, arguments, "capitalize", |bytes| {
        let mut bytes = bytes.to_ascii_lowercase();
        if let Some(first) = bytes.first_mut() {
            first.make_ascii_uppercase();
        }
        bytes
    });
    swapcase "($self, /)" |gil, arguments| mapped(gil, arguments, "swapcase", |bytes| {
        bytes.iter().map(|byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte }).collect()
    });
    isspace "($self, /)" |gil, arguments| tested(gil, arguments, "isspace", |byte| is_space(*byte));
    isalpha "($self, /)" |gil, arguments| tested(gil, arguments, "isalpha", u8::is_ascii_alphabetic);
    isalnum "($self, /)" |gil, arguments| tested(gil, arguments, "isalnum", u8::is_ascii_alphanumeric);
    isdigit "($self, /)" |gil, arguments| tested(gil, arguments, "isdigit", u8::is_ascii_digit);
    isascii "($self, /)" |gil, arguments| tested(gil, arguments, "isascii", u8::is_ascii);
    isupper "($self, /)" |gil, arguments| cased(gil, arguments, "isupper", u8::is_ascii_lowercase, u8::is_ascii_uppercase);
    islower "($self, /)" |gil, arguments| cased(gil, arguments, "islower", u8::is_ascii_uppercase, u8::is_ascii_lowercase);
    istitle "($self, /)" istitle;
    ljust "($self, width, fillchar=b' ', /)" |gil, arguments| layout::padded(gil, arguments, "ljust");
    rjust "($self, width, fillchar=b' ', /)" |gil, arguments| layout::padded(gil, arguments, "rjust");
    center "($self, width, fillchar=b' ', /)" |gil, arguments| layout::padded(gil, arguments, "center");
    zfill "($self, width, /)" layout::zfill;
    expandtabs "($self, /, tabsize=8)" layout::expandtabs;
    translate "($self, table, /, delete=b'')" translate;
    __getnewargs__ "" |gil, arguments| {
        let copy = super::of(gil, contents(&arguments.values[0]));
        Ok(tuple::of(gil, vec![copy]))
    };
    __sizeof__ "($self, /)" |gil, arguments| {
        Ok(int::from_i64(gil, contents(&arguments.values[0]).len() as i64 + 33))
    };
};
