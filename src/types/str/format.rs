//! `str.format` and `str.format_map`: replacement fields, nested ones in specifications.

use std::cell::Cell;

use super::super::{int, tuple};
use super::{copy, new_text, of, repr, spec, this};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Kind, Raised, Ref, Result, Text, Value, intern_text, operations};

/// Where the fields' values come from.
struct Source<'a> {
    positional: &'a [Value],
    names: Names<'a>,
    /// The number of the next field without a name; None once fields are numbered by hand.
    automatic: Cell<Numbering>,
}

enum Names<'a> {
    Keywords(Arguments<'a>),
    Mapping(&'a Value),
}

#[derive(Clone, Copy, PartialEq)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

pub(super) fn format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let rest = arguments.without_first();
    let source = Source {
        positional: rest.positionals(),
        names: Names::Keywords(rest),
        automatic: Cell::new(Numbering::Unknown),
    };
    Ok(of(gil, source.expand(gil, this(&arguments.values[0]).bytes(), 2)?))
}

pub(super) fn format_map(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [mapping] = arguments.without_first().exactly(gil, "str.format_map")?;
    let source =
        Source { positional: &[], names: Names::Mapping(mapping), automatic: Cell::new(Numbering::Unknown) };
    Ok(of(gil, source.expand(gil, this(&arguments.values[0]).bytes(), 2)?))
}

/// A replacement field taken apart: name, conversion, specification.
struct Field<'a> {
    name: &'a [u8],
    conversion: Option<u8>,
    specification: &'a [u8],
}

/// The field after an opening brace, and how many bytes it takes with its closing one. Brackets in its name hide what
/// would end it.
fn field<'a>(gil: Gil<'_>, bytes: &'a [u8]) -> Result<(Field<'a>, usize)> {
    if bytes.is_empty() {
        return Err(value_error(gil, "Single '{' encountered in format string"));
    }
    let mut bracket = false;
    let stop = bytes.iter().position(|byte| match byte {
        b'[' | b']' => {
            bracket = *byte == b'[';
            false
        }
        b'{' | b'}' | b':' | b'!' => !bracket,
        _ => false,
    });
    let Some(stop) = stop else {
        return Err(value_error(gil, "expected '}' before end of string"));
    };
    let (name, rest) = (&bytes[..stop], &bytes[stop + 1..]);
    let plain = |conversion| Field { name, conversion, specification: b"" };
    match (bytes[stop], rest) {
        (b'{', _) => Err(value_error(gil, "unexpected '{' in field name")),
        (b'}', _) => Ok((plain(None), stop + 1)),
        (b':', _) => with_specification(gil, bytes, plain(None), stop + 1),
        (_, []) => Err(value_error(gil, "end of string while looking for conversion specifier")),
        (_, [conversion, b'}', ..]) => Ok((plain(Some(*conversion)), stop + 3)),
        (_, [conversion] | [conversion, b':', ..]) => {
            with_specification(gil, bytes, plain(Some(*conversion)), bytes.len().min(stop + 3))
        }
        _ => Err(value_error(gil, "expected ':' after conversion specifier")),
    }
}

/// The field with the specification that begins at a place and ends at the brace that closes the field.
fn with_specification<'a>(
    gil: Gil<'_>,
    bytes: &'a [u8],
    field: Field<'a>,
    start: usize,
) -> Result<(Field<'a>, usize)> {
    let mut depth = 1;
    for (place, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok((Field { specification: &bytes[start..place], ..field }, place + 1));
        }
    }
    Err(value_error(gil, "unmatched '{' in format spec"))
}

impl Source<'_> {
    fn expand(&self, gil: Gil<'_>, template: &[u8], depth: usize) -> Result<Vec<u8>> {
        if depth == 0 {
            return Err(value_error(gil, "Max string recursion exceeded"));
        }
        let (mut result, mut at) = (Vec::with_capacity(template.len()), 0);
        while let Some(&byte) = template.get(at) {
            at += 1;
            match (byte, template.get(at)) {
                (b'{', Some(b'{')) | (b'}', Some(b'}')) => {
                    result.push(byte);
                    at += 1;
                }
                (b'}', _) => return Err(value_error(gil, "Single '}' encountered in format string")),
                (b'{', _) => {
                    let (field, width) = field(gil, &template[at..])?;
                    at += width;
                    let shown = self.show(gil, &field, depth)?;
                    result.extend_from_slice(this(&shown).bytes());
                }
                _ => result.push(byte),
            }
        }
        Ok(result)
    }

    fn show(&self, gil: Gil<'_>, field: &Field<'_>, depth: usize) -> Result<Value> {
        let value = self.value(gil, field.name)?;
        let value = match field.conversion {
            None => value,
            Some(b'r') => operations::repr(gil, &value)?.into_value(),
            Some(b's') => operations::str(gil, &value)?.into_value(),
            Some(b'a') => ascii(gil, &value)?,
            Some(other) => {
                let other = char::from(other);
                return Err(value_error(gil, format!("Unknown conversion specifier {other}")));
            }
        };
        let specification = if field.specification.contains(&b'{') || field.specification.contains(&b'}') {
            self.expand(gil, field.specification, depth - 1)?
        } else {
            field.specification.to_vec()
        };
        spec::format_value(gil, &value, &of(gil, specification))
    }

    fn value(&self, gil: Gil<'_>, name: &[u8]) -> Result<Value> {
        let first_end = name.iter().position(|byte| matches!(byte, b'.' | b'[')).unwrap_or(name.len());
        let mut value = self.first(gil, &name[..first_end])?;
        let mut rest = &name[first_end..];
        while let Some(&byte) = rest.first() {
            if byte == b'.' {
                let end = rest[1..].iter().position(|byte| matches!(byte, b'.' | b'['));
                let end = end.map_or(rest.len(), |end| end + 1);
                if end == 1 {
                    return Err(value_error(gil, "Empty attribute in format string"));
                }
                let attribute = Ref::new(gil, Text::from_wtf8(&rest[1..end]));
                value = operations::get_attribute(gil, &value, &intern_text(gil, &attribute))?;
                rest = &rest[end..];
            } else if byte == b'[' {
                let Some(end) = rest.iter().position(|byte| *byte == b']') else {
                    return Err(value_error(gil, "Missing ']' in format string"));
                };
                if end == 1 {
                    return Err(value_error(gil, "Empty attribute in format string"));
                }
                let key = match integer(gil, &rest[1..end])? {
                    Some(number) => int::from_i64(gil, number as i64),
                    None => copy(gil, &rest[1..end]),
                };
                value = operations::get_item(gil, &value, &key)?;
                rest = &rest[end + 1..];
            } else {
                return Err(value_error(gil, "Only '.' or '[' may follow ']' in format field specifier"));
            }
        }
        Ok(value)
    }

    fn first(&self, gil: Gil<'_>, name: &[u8]) -> Result<Value> {
        let number = match integer(gil, name)? {
            Some(number) => Some(self.numbered(gil, number)?),
            None if name.is_empty() => Some(self.next(gil)?),
            None => None,
        };
        if let Some(number) = number {
            if let Names::Mapping(_) = self.names {
                return Err(value_error(gil, "Format string contains positional fields"));
            }
            return self.positional.get(number).cloned().ok_or_else(|| {
                let message = format!("Replacement index {number} out of range for positional args tuple");
                Raised::with_message(gil, Kind::IndexError, &message)
            });
        }
        match &self.names {
            Names::Mapping(mapping) => operations::get_item(gil, mapping, &copy(gil, name)),
            Names::Keywords(arguments) => {
                let found = arguments.keywords().find(|(known, _)| known.bytes() == name);
                match found {
                    Some((_, value)) => Ok(value.clone()),
                    None => Err(Raised::with_arguments(gil, Kind::KeyError, vec![copy(gil, name)])),
                }
            }
        }
    }

    fn numbered(&self, gil: Gil<'_>, number: usize) -> Result<usize> {
        if let Numbering::Automatic(_) = self.automatic.get() {
            return Err(value_error(
                gil,
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        self.automatic.set(Numbering::Manual);
        Ok(number)
    }

    fn next(&self, gil: Gil<'_>) -> Result<usize> {
        let number = match self.automatic.get() {
            Numbering::Unknown => 0,
            Numbering::Automatic(number) => number,
            Numbering::Manual => {
                return Err(value_error(
                    gil,
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
        };
        self.automatic.set(Numbering::Automatic(number + 1));
        Ok(number)
    }
}

fn integer(gil: Gil<'_>, name: &[u8]) -> Result<Option<usize>> {
    if name.is_empty() || !name.iter().all(u8::is_ascii_digit) {
        return Ok(None);
    }
    let parsed = std::str::from_utf8(name).ok().and_then(|digits| digits.parse::<isize>().ok());
    match parsed {
        Some(number) => Ok(Some(number as usize)),
        None => Err(value_error(gil, "Too many decimal digits in format string")),
    }
}

/// `ascii(value)`.
pub fn ascii(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let shown = operations::repr(gil, value)?;
    if shown.is_ascii() {
        return Ok(shown.into_value());
    }
    let mut result = String::new();
    for point in shown.characters() {
        match u8::try_from(point) {
            Ok(byte) if byte.is_ascii() => result.push(byte.into()),
            _ => result.push_str(&repr::numeric_escape(point)),
        }
    }
    Ok(new_text(gil, &result))
}

/// The parts of a tuple that is the right operand of `%`, or the value alone.
pub(super) fn operands(value: &Value) -> (Vec<Value>, bool) {
    match tuple::items_of(value) {
        Some(items) => (items, true),
        None => (vec![value.clone()], false),
    }
}

/// The TypeError of too few operands for `%`.
pub(super) fn too_few(gil: Gil<'_>) -> Raised {
    type_error(gil, "not enough arguments for format string")
}
