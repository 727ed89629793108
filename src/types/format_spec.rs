//! The mini-language of `format()` for ints, floats, complex numbers and text.

use super::complex;
use super::float::{self, digits};
use super::int::{self, Number};
use crate::gil::Gil;
use crate::object::raised::{Raised, memory_error, overflow_error, type_error, value_error};
use crate::object::{Ref, Result, Text, Value, operations, text};

/// A format specification, taken apart.
#[derive(Clone, Debug, Default)]
pub struct FormatSpec {
    pub fill: Option<u32>,
    /// `<`, `>`, `=` or `^`.
    pub align: Option<char>,
    /// `+`, `-` or a space.
    pub sign: Option<char>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_` between groups of digits.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

impl FormatSpec {
    /// Takes a specification for a value of the class `name` apart.
    pub fn parse(gil: Gil<'_>, spec: &Text, name: &str) -> Result<FormatSpec> {
        let points: Vec<u32> = spec.characters().collect();
        let at = |place: usize| points.get(place).and_then(|&point| char::from_u32(point));
        let is_align = |mark: Option<char>| matches!(mark, Some('<' | '>' | '=' | '^'));
        let mut parsed = FormatSpec::default();
        let mut place = 0;
        if is_align(at(1)) {
            (parsed.fill, parsed.align, place) = (points.first().copied(), at(1), 2);
        } else if is_align(at(0)) {
            (parsed.align, place) = (at(0), 1);
        }
        if let Some(sign @ ('+' | '-' | ' ')) = at(place) {
            parsed.sign = Some(sign);
            place += 1;
        }
        if at(place) == Some('z') {
            parsed.no_negative_zero = true;
            place += 1;
        }
        if at(place) == Some('#') {
            parsed.alternate = true;
            place += 1;
        }
        if at(place) == Some('0') && parsed.fill.is_none() {
            parsed.fill = Some('0'.into());
            parsed.align = parsed.align.or(if name == "str" { None } else { Some('=') });
            place += 1;
        }
        let number = |place: &mut usize| -> Result<Option<usize>> {
            let start = *place;
            let mut number = 0_usize;
            while let Some(digit) = at(*place).and_then(|mark| mark.to_digit(10)) {
                number = number
                    .checked_mul(10)
                    .and_then(|number| number.checked_add(digit as usize))
                    .filter(|&number| number <= i64::MAX as usize)
                    .ok_or_else(|| value_error(gil, "Too many decimal digits in format string"))?;
                *place += 1;
            }
            Ok((*place > start).then_some(number))
        };
        parsed.width = number(&mut place)?.unwrap_or(0);
        while let Some(mark @ (',' | '_')) = at(place) {
            if let Some(known) = parsed.grouping {
                let message = match (known, mark) {
                    (',', ',') => "Cannot specify ',' with ','.",
                    ('_', '_') => "Cannot specify '_' with '_'.",
                    _ => "Cannot specify both ',' and '_'.",
                };
                return Err(value_error(gil, message));
            }
            parsed.grouping = Some(mark);
            place += 1;
        }
        if at(place) == Some('.') {
            place += 1;
            parsed.precision = Some(
                number(&mut place)?.ok_or_else(|| value_error(gil, "Format specifier missing precision"))?,
            );
        }
        if place + 1 < points.len() {
            let shown = spec.lossy();
            let message = format!("Invalid format specifier '{shown}' for object of type '{name}'");
            return Err(value_error(gil, message));
        }
        parsed.kind = at(place);
        if let (Some(mark), Some(kind)) = (parsed.grouping, parsed.kind) {
            let fits = matches!(kind, 'd' | 'e' | 'f' | 'g' | 'E' | 'G' | 'F' | '%')
                || mark == '_' && matches!(kind, 'b' | 'o' | 'x' | 'X');
            if !fits {
                return Err(value_error(gil, format!("Cannot specify '{mark}' with '{kind}'.")));
            }
        }
        Ok(parsed)
    }
}

/// `value.__format__(spec)` of an int, a float, a complex number or text.
pub fn format_value(gil: Gil<'_>, value: &Value, spec: &Value) -> Result<Value> {
    let Some(spec) = spec.downcast::<Text>() else {
        let name = spec.class(gil).name();
        return Err(type_error(gil, format!("__format__() argument must be str, not {name}")));
    };
    if spec.length() == 0 {
        return operations::str(gil, value).map(Ref::into_value);
    }
    let name = value.class(gil).name();
    let parsed = FormatSpec::parse(gil, spec, &name)?;
    if let Some(text) = value.downcast::<Text>() {
        return format_str(gil, text, &parsed);
    }
    if let Some(number) = float::number(value) {
        return finish(gil, &parsed, '>', format_float(gil, number, &parsed, &name)?);
    }
    if let Some((real, imaginary)) = complex::parts(value) {
        return format_complex(gil, real, imaginary, &parsed, &name);
    }
    let Some(number) = int::number(value) else {
        return Err(type_error(gil, format!("unsupported format string passed to {name}.__format__")));
    };
    if let Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') = parsed.kind {
        let number = int::arithmetic::to_float(gil, number)?;
        return finish(gil, &parsed, '>', format_float(gil, number, &parsed, &name)?);
    }
    format_int(gil, number, &parsed, &name)
}

/// A format code as messages show it: what is not printable ASCII by its number.
pub fn shown_code(code: char) -> String {
    if code.is_ascii_graphic() { code.to_string() } else { format!("\\x{:x}", u32::from(code)) }
}

#[cold]
fn unknown_kind(gil: Gil<'_>, kind: char, name: &str) -> Raised {
    let shown = shown_code(kind);
    value_error(gil, format!("Unknown format code '{shown}' for object of type '{name}'"))
}

/// Text, cut and filled.
pub fn format_str(gil: Gil<'_>, text: &Ref<Text>, spec: &FormatSpec) -> Result<Value> {
    if let Some(sign) = spec.sign {
        let message = match sign {
            ' ' => "Space not allowed in string format specifier",
            _ => "Sign not allowed in string format specifier",
        };
        return Err(value_error(gil, message));
    }
    if spec.no_negative_zero {
        return Err(value_error(gil, "Negative zero coercion (z) not allowed in string format specifier"));
    }
    if spec.alternate {
        return Err(value_error(gil, "Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == Some('=') {
        return Err(value_error(gil, "'=' alignment not allowed in string format specifier"));
    }
    if let Some(kind) = spec.kind.filter(|&kind| kind != 's') {
        return Err(unknown_kind(gil, kind, "str"));
    }
    if let Some(mark) = spec.grouping {
        return Err(value_error(gil, format!("Cannot specify '{mark}' with 's'.")));
    }
    let length = spec.precision.map_or(text.length(), |most| most.min(text.length()));
    let body = text.slice(0, length);
    pad(gil, b"", body, length, spec, '<')
}

/// An int in the base its kind says.
pub fn format_int(gil: Gil<'_>, number: Number<'_>, spec: &FormatSpec, name: &str) -> Result<Value> {
    let kind = spec.kind.unwrap_or('d');
    if !matches!(kind, 'd' | 'n' | 'b' | 'o' | 'x' | 'X' | 'c') {
        return Err(unknown_kind(gil, kind, name));
    }
    if spec.precision.is_some() {
        return Err(value_error(gil, "Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(value_error(gil, "Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if kind == 'c' {
        return format_character(gil, number, spec);
    }
    let (base, prefix) = match kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut body = match base {
        10 => int::digits::decimal(gil, number)?.trim_start_matches('-').to_owned(),
        _ => int::digits::in_base(number, base),
    };
    if kind == 'X' {
        body.make_ascii_uppercase();
    }
    let prefix = if spec.alternate { prefix } else { "" };
    let head = format!("{}{prefix}", sign_of(number.is_negative(), spec.sign));
    let group = if base == 10 { 3 } else { 4 };
    finish(gil, spec, '>', Formatted { head, whole: body, rest: String::new(), group })
}

fn format_character(gil: Gil<'_>, number: Number<'_>, spec: &FormatSpec) -> Result<Value> {
    if spec.sign.is_some() {
        return Err(value_error(gil, "Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(value_error(gil, "Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let point =
        number.to_i64().and_then(|number| u32::try_from(number).ok()).filter(|&point| point < 0x11_0000);
    let point = point.ok_or_else(|| overflow_error(gil, "%c arg not in range(0x110000)"))?;
    let mut body = Vec::new();
    text::encode(point, &mut body);
    pad(gil, b"", &body, 1, spec, '>')
}

fn sign_of(negative: bool, sign: Option<char>) -> &'static str {
    match (negative, sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    }
}

/// A formatted number before it is filled: sign and prefix, the digits that are grouped, and what follows them.
pub struct Formatted {
    pub head: String,
    pub whole: String,
    pub rest: String,
    pub group: usize,
}

/// A float in the notation its kind says.
pub fn format_float(gil: Gil<'_>, number: f64, spec: &FormatSpec, name: &str) -> Result<Formatted> {
    let kind = spec.kind;
    if let Some(kind) = kind.filter(|kind| !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')) {
        return Err(unknown_kind(gil, kind, name));
    }
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(value_error(gil, "precision too big"));
    }
    let mut body = float_digits(gil, number.abs(), kind, spec.precision, spec.alternate)?;
    let mut negative = number.is_sign_negative() && !number.is_nan();
    if spec.no_negative_zero && negative && !body.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        negative = !number.is_finite();
    }
    if let Some('E' | 'F' | 'G') = kind {
        body.make_ascii_uppercase();
    }
    let end = body.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(body.len());
    let rest = body.split_off(end);
    Ok(Formatted { head: sign_of(negative, spec.sign).to_owned(), whole: body, rest, group: 3 })
}

/// The digits of a number that is not negative, as `%`-formats and `format()` write them, in lower case.
pub fn float_digits(
    gil: Gil<'_>,
    number: f64,
    kind: Option<char>,
    precision: Option<usize>,
    alternate: bool,
) -> Result<String> {
    if !number.is_finite() {
        let mut text = if number.is_nan() { "nan".to_owned() } else { "inf".to_owned() };
        if kind == Some('%') {
            text.push('%');
        }
        return Ok(text);
    }
    let point = if alternate { "." } else { "" };
    let text = match kind {
        Some('e' | 'E') => {
            let precision = precision.unwrap_or(6);
            let (_, shown, place) = digits::significant(number, precision + 1);
            let exponent = digits::exponent_text(if number == 0.0 { 0 } else { place - 1 });
            let fraction = padded(gil, &shown[1..], precision)?;
            let point = if precision > 0 { "." } else { point };
            format!("{}{point}{fraction}e{exponent}", &shown[..1])
        }
        Some('f' | 'F' | '%') => {
            let number = if kind == Some('%') { number * 100.0 } else { number };
            let precision = precision.unwrap_or(6);
            let shown = format!("{number:.*}", precision.min(1100));
            let text = match shown.split_once('.') {
                Some((whole, fraction)) => format!("{whole}.{}", padded(gil, fraction, precision)?),
                None => format!("{shown}{point}"),
            };
            if kind == Some('%') { text + "%" } else { text }
        }
        None if precision.is_none() => {
            let text = digits::repr(number);
            if alternate && !text.contains('.') { text.replacen('e', ".e", 1) } else { text }
        }
        _ => general(gil, number, kind, precision, alternate)?,
    };
    Ok(text)
}

/// `g`, and no kind with a precision.
fn general(
    gil: Gil<'_>,
    number: f64,
    kind: Option<char>,
    precision: Option<usize>,
    alternate: bool,
) -> Result<String> {
    let precision = precision.unwrap_or(6).max(1);
    let (_, shown, place) = digits::significant(number, precision);
    let place = if number == 0.0 { 1 } else { place };
    let most = i32::try_from(precision).unwrap_or(i32::MAX);
    let kept = if alternate {
        padded(gil, &shown, precision)?
    } else {
        let kept = shown.trim_end_matches('0');
        if kept.is_empty() { "0".to_owned() } else { kept.to_owned() }
    };
    // Without a kind the result must look like a float: one digit at least after the point.
    let limit = if kind.is_none() { most - 1 } else { most };
    let mut text = digits::place(&kept, place, -4, limit);
    if kind.is_none() && !text.contains(['.', 'e']) {
        text += ".0";
    }
    if alternate && !text.contains('.') {
        text = match text.split_once('e') {
            Some((head, exponent)) => format!("{head}.e{exponent}"),
            None => text + ".",
        };
    }
    Ok(text)
}

fn padded(gil: Gil<'_>, digits: &str, length: usize) -> Result<String> {
    let mut text = String::new();
    text.try_reserve(length.max(digits.len())).map_err(|_| memory_error(gil, ""))?;
    text.push_str(digits);
    text.extend(std::iter::repeat_n('0', length.saturating_sub(digits.len())));
    Ok(text)
}

fn format_complex(gil: Gil<'_>, real: f64, imaginary: f64, spec: &FormatSpec, name: &str) -> Result<Value> {
    if spec.fill == Some('0'.into()) && spec.align == Some('=') {
        return Err(value_error(gil, "Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Some('=') {
        return Err(value_error(gil, "'=' alignment flag is not allowed in complex format specifier"));
    }
    if spec.kind == Some('%') {
        return Err(value_error(gil, format!("Unknown format code '%' for object of type '{name}'")));
    }
    let bare = FormatSpec { width: 0, fill: None, align: None, ..spec.clone() };
    let part = |number: f64, sign: Option<char>| -> Result<String> {
        let spec = FormatSpec { sign, ..bare.clone() };
        let formatted = format_float(gil, number, &spec, name)?;
        let rest = match spec.kind {
            None => formatted.rest.strip_suffix(".0").map(str::to_owned).unwrap_or(formatted.rest),
            Some(_) => formatted.rest,
        };
        let whole = grouped(&formatted.whole, spec.grouping, formatted.group, 0);
        Ok(format!("{}{whole}{rest}", formatted.head))
    };
    let alone = spec.kind.is_none() && real == 0.0 && real.is_sign_positive();
    let body = if alone {
        format!("{}j", part(imaginary, spec.sign)?)
    } else {
        let (real, imaginary) = (part(real, spec.sign)?, part(imaginary, Some('+'))?);
        if spec.kind.is_none() { format!("({real}{imaginary}j)") } else { format!("{real}{imaginary}j") }
    };
    pad(gil, b"", body.as_bytes(), body.len(), spec, '>')
}

/// Groups the digits and fills up to the width.
pub fn finish(gil: Gil<'_>, spec: &FormatSpec, align: char, formatted: Formatted) -> Result<Value> {
    let Formatted { head, whole, rest, group } = formatted;
    let zeros = spec.fill == Some('0'.into()) && spec.align == Some('=') && spec.grouping.is_some();
    let least = if zeros { spec.width.saturating_sub(head.len() + rest.len()) } else { 0 };
    if least > 1 << 32 {
        return Err(memory_error(gil, ""));
    }
    let body = grouped(&whole, spec.grouping, group, least) + &rest;
    pad(gil, head.as_bytes(), body.as_bytes(), body.len(), spec, align)
}

/// The digits in groups, with zeros in front up to a least length.
fn grouped(whole: &str, mark: Option<char>, group: usize, least: usize) -> String {
    let Some(mark) = mark.filter(|_| whole.bytes().all(|byte| byte.is_ascii_alphanumeric())) else {
        return whole.to_owned();
    };
    if whole == "inf" || whole == "nan" {
        return whole.to_owned();
    }
    let mut reversed = String::with_capacity(whole.len() * 2);
    let mut digits = whole.chars().rev();
    let mut count = 0;
    loop {
        let next = digits.next();
        if next.is_none() && reversed.len() >= least {
            break;
        }
        if count > 0 && count % group == 0 {
            reversed.push(mark);
        }
        reversed.push(next.unwrap_or('0'));
        count += 1;
    }
    reversed.chars().rev().collect()
}

/// Head and body filled up to the width.
fn pad(
    gil: Gil<'_>,
    head: &[u8],
    body: &[u8],
    length: usize,
    spec: &FormatSpec,
    align: char,
) -> Result<Value> {
    let missing = spec.width.saturating_sub(head.len() + length);
    let mut fill = Vec::new();
    text::encode(spec.fill.unwrap_or(' '.into()), &mut fill);
    let (before, between, after) = match spec.align.unwrap_or(align) {
        '<' => (0, 0, missing),
        '^' => (missing / 2, 0, missing - missing / 2),
        '=' => (0, missing, 0),
        _ => (missing, 0, 0),
    };
    let mut bytes: Vec<u8> = Vec::new();
    let size = missing.checked_mul(fill.len()).and_then(|size| size.checked_add(head.len() + body.len()));
    match size {
        Some(size) if bytes.try_reserve_exact(size).is_ok() => {}
        _ => return Err(memory_error(gil, "")),
    }
    for (count, part) in [(before, head), (between, body), (after, &[][..])] {
        for _ in 0..count {
            bytes.extend_from_slice(&fill);
        }
        bytes.extend_from_slice(part);
    }
    Ok(super::str::of(gil, bytes))
}
