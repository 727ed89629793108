//! `str % values`.

use dashu_int::IBig;

use super::super::bytearray::ByteArray;
use super::super::bytes::Bytes;
use super::super::float::Float;
use super::super::indexing;
use super::super::int::BigInt;
use super::{format, of, this};
use crate::gil::Gil;
use crate::object::raised::{overflow_error, type_error, value_error};
use crate::object::text::{decode, encode};
use crate::object::{Kind, Raised, Result, Text, Value, operations};

/// A conversion: flags, width, precision.
#[derive(Default)]
pub struct Conversion {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

struct Formatter<'a> {
    template: &'a [u8],
    at: usize,
    operands: Vec<Value>,
    used: usize,
    given: &'a Value,
    /// Are the operands a tuple?
    several: bool,
    /// Is it bytes that are formatted?
    bytes: bool,
}

pub(super) fn modulo(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let Some(template) = left.downcast::<Text>() else { return Ok(Value::NOT_IMPLEMENTED) };
    Ok(of(gil, formatted(gil, template.bytes(), right, false)?))
}

/// The template with the operands filled in.
pub fn formatted(gil: Gil<'_>, template: &[u8], right: &Value, bytes: bool) -> Result<Vec<u8>> {
    let (operands, several) = format::operands(right);
    let formatter = Formatter { template, at: 0, operands, used: 0, given: right, several, bytes };
    formatter.run(gil)
}

impl Formatter<'_> {
    fn run(mut self, gil: Gil<'_>) -> Result<Vec<u8>> {
        let mut result = Vec::with_capacity(self.template.len());
        let mut mapped = false;
        while let Some(&byte) = self.template.get(self.at) {
            self.at += 1;
            if byte != b'%' {
                result.push(byte);
                continue;
            }
            if self.template.get(self.at) == Some(&b'%') {
                self.at += 1;
                result.push(b'%');
                continue;
            }
            let key = self.key(gil)?;
            if let Some(key) = key {
                let value = operations::get_item(gil, self.given, &key)?;
                (self.operands, self.used, mapped) = (vec![value], 0, true);
            }
            self.conversion(gil, &mut result)?;
        }
        let leftover = self.used < self.operands.len() && !mapped;
        if leftover && (self.several || !self.is_mapping(gil)) {
            let what = if self.bytes { "bytes" } else { "string" };
            return Err(type_error(gil, format!("not all arguments converted during {what} formatting")));
        }
        Ok(result)
    }

    fn is_mapping(&self, gil: Gil<'_>) -> bool {
        let plain = self.given.downcast::<Text>().is_some()
            || self.bytes
                && (self.given.downcast::<Bytes>().is_some() || self.given.downcast::<ByteArray>().is_some());
        self.given.class(gil).slots.get_item.get().is_some() && !plain && !self.several
    }

    fn key(&mut self, gil: Gil<'_>) -> Result<Option<Value>> {
        if self.template.get(self.at) != Some(&b'(') {
            return Ok(None);
        }
        if !self.is_mapping(gil) {
            return Err(type_error(gil, "format requires a mapping"));
        }
        let (start, mut depth) = (self.at + 1, 0);
        while let Some(byte) = self.template.get(self.at) {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let key = self.template[start..self.at - 1].to_vec();
                return Ok(Some(if self.bytes { super::super::bytes::of(gil, key) } else { of(gil, key) }));
            }
        }
        Err(value_error(gil, "incomplete format key"))
    }

    fn next(&mut self, gil: Gil<'_>) -> Result<Value> {
        match self.operands.get(self.used) {
            Some(value) => {
                self.used += 1;
                Ok(value.clone())
            }
            None => Err(format::too_few(gil)),
        }
    }

    fn number(&mut self, gil: Gil<'_>, what: &str) -> Result<Option<i64>> {
        if self.template.get(self.at) == Some(&b'*') {
            self.at += 1;
            let value = self.next(gil)?;
            if big(&value).is_none() {
                return Err(type_error(gil, "* wants int"));
            }
            let number = indexing::integer(gil, &value)?;
            if what == "precision" && i32::try_from(number).is_err() {
                return Err(overflow_error(gil, "Python int too large to convert to C int"));
            }
            return Ok(Some(number));
        }
        let mut number = None;
        while let Some(digit) = self.template.get(self.at).filter(|byte| byte.is_ascii_digit()) {
            let next = number.unwrap_or(0_i64) * 10 + i64::from(digit - b'0');
            if next > i64::from(i32::MAX) {
                return Err(value_error(gil, format!("{what} too big")));
            }
            number = Some(next);
            self.at += 1;
        }
        Ok(number)
    }

    fn conversion(&mut self, gil: Gil<'_>, result: &mut Vec<u8>) -> Result<()> {
        let mut conversion = Conversion::default();
        while let Some(flag) = self.template.get(self.at) {
            match flag {
                b'-' => conversion.left = true,
                b'+' => conversion.plus = true,
                b' ' => conversion.space = true,
                b'#' => conversion.alternate = true,
                b'0' => conversion.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        let width = self.number(gil, "width")?.unwrap_or(0);
        conversion.left |= width < 0;
        conversion.width = width.unsigned_abs() as usize;
        if self.template.get(self.at) == Some(&b'.') {
            self.at += 1;
            let precision = self.number(gil, "precision")?.unwrap_or(0).max(0);
            conversion.precision = Some(precision as usize);
        }
        if matches!(self.template.get(self.at), Some(b'h' | b'l' | b'L')) {
            self.at += 1;
        }
        let Some((code, size)) = decode(&self.template[self.at..]) else {
            return Err(value_error(gil, "incomplete format"));
        };
        self.at += size;
        self.converted(gil, code, &conversion, result)
    }

    fn converted(
        &mut self,
        gil: Gil<'_>,
        code: u32,
        conversion: &Conversion,
        result: &mut Vec<u8>,
    ) -> Result<()> {
        let value = self.next(gil)?;
        let letter = u8::try_from(code).unwrap_or(0);
        if !b"diouxXeEfFgGcrsab".contains(&letter) || letter == b'b' && !self.bytes {
            let shown = u8::try_from(code).ok().filter(u8::is_ascii_graphic).map_or('?', char::from);
            let message =
                format!("unsupported format character '{shown}' ({code:#x}) at index {}", self.index());
            return Err(value_error(gil, message));
        }
        let (sign, body) = match letter {
            b's' | b'b' if self.bytes => {
                let bytes = super::super::bytes::for_format(gil, &value)?;
                (String::new(), cut(conversion, bytes, true))
            }
            b's' => {
                if value.is_exact::<Text>(gil) && conversion.width == 0 && conversion.precision.is_none() {
                    result.extend_from_slice(this(&value).bytes());
                    return Ok(());
                }
                (String::new(), cut(conversion, operations::str(gil, &value)?.bytes().to_vec(), false))
            }
            b'r' if !self.bytes => {
                (String::new(), cut(conversion, operations::repr(gil, &value)?.bytes().to_vec(), false))
            }
            b'r' | b'a' => {
                (String::new(), cut(conversion, this(&format::ascii(gil, &value)?).bytes().to_vec(), false))
            }
            b'c' => (String::new(), one_character(gil, &value, self.bytes)?),
            b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
                // Formatting of bytes takes the one letter for the other.
                let letter = if self.bytes && letter == b'i' { b'd' } else { letter };
                integer(gil, letter, &value, conversion)?
            }
            _ => float(gil, letter, &value, conversion)?,
        };
        let length = match self.bytes {
            true => body.len(),
            false => body.iter().filter(|byte| crate::object::text::starts_character(**byte)).count(),
        };
        let missing = conversion.width.saturating_sub(length + sign.len());
        let zeros = conversion.zero && !conversion.left && !b"crsab".contains(&letter);
        let padding = super::repeat(gil, if zeros { b"0" } else { b" " }, missing as i64)?;
        let (before, between, after): (&[u8], &[u8], &[u8]) = match (conversion.left, zeros) {
            (true, _) => (b"", b"", &padding),
            (_, true) => (b"", &padding, b""),
            _ => (&padding, b"", b""),
        };
        for part in [before, sign.as_bytes(), between, &body, after] {
            result.extend_from_slice(part);
        }
        Ok(())
    }

    fn index(&self) -> usize {
        let seen = &self.template[..self.at];
        seen.iter().filter(|byte| crate::object::text::starts_character(**byte)).count().saturating_sub(1)
    }
}

fn cut(conversion: &Conversion, bytes: Vec<u8>, plain: bool) -> Vec<u8> {
    match conversion.precision {
        None => bytes,
        Some(precision) if plain => bytes[..precision.min(bytes.len())].to_vec(),
        Some(precision) => {
            let text = Text::from_vector(bytes);
            text.slice(0, precision.min(text.length())).to_vec()
        }
    }
}

fn one_character(gil: Gil<'_>, value: &Value, bytes: bool) -> Result<Vec<u8>> {
    if bytes {
        if let Some(number) = indexing::clamped(gil, value)? {
            return u8::try_from(number)
                .map(|byte| vec![byte])
                .map_err(|_| overflow_error(gil, "%c arg not in range(256)"));
        }
        return match super::super::buffer::contents(value) {
            Some(contents) if contents.len() == 1 => Ok(contents),
            _ => Err(type_error(gil, "%c requires an integer in range(256) or a single byte")),
        };
    }
    if let Some(text) = value.downcast::<Text>() {
        if text.length() == 1 {
            return Ok(text.bytes().to_vec());
        }
        return Err(type_error(gil, "%c requires int or char"));
    }
    match indexing::clamped(gil, value)? {
        Some(number) if (0..0x110000).contains(&number) => {
            let mut result = Vec::new();
            encode(number as u32, &mut result);
            Ok(result)
        }
        Some(_) => Err(overflow_error(gil, "%c arg not in range(0x110000)")),
        None => Err(type_error(gil, "%c requires int or char")),
    }
}

/// An int value as a big one.
pub fn big(value: &Value) -> Option<IBig> {
    if let Some(number) = value.bits().as_int() {
        return Some(number.into());
    }
    if value.is(&Value::TRUE) || value.is(&Value::FALSE) {
        return Some(i32::from(value.is(&Value::TRUE)).into());
    }
    value.downcast::<BigInt>().map(|big| big.number.clone())
}

fn integer(gil: Gil<'_>, letter: u8, value: &Value, conversion: &Conversion) -> Result<(String, Vec<u8>)> {
    let slots = &value.class(gil).slots;
    let decimal = matches!(letter, b'd' | b'i' | b'u');
    let number = match big(value) {
        Some(number) => number,
        None => {
            let slot = slots.int.get().filter(|_| decimal).or_else(|| slots.index.get());
            let converted = match slot {
                Some(slot) => slot(gil, value)?,
                None => {
                    let (letter, name) = (char::from(letter), value.class(gil).name());
                    let what = if decimal { "a real number" } else { "an integer" };
                    let message = format!("%{letter} format: {what} is required, not {name}");
                    return Err(type_error(gil, message));
                }
            };
            big(&converted).ok_or_else(|| type_error(gil, "__int__ returned non-int"))?
        }
    };
    let negative = number < IBig::ZERO;
    let positive = if negative { -number } else { number };
    let (prefix, mut digits) = match letter {
        b'o' => ("0o", positive.in_radix(8).to_string()),
        b'x' => ("0x", positive.in_radix(16).to_string()),
        b'X' => ("0X", positive.in_radix(16).to_string().to_uppercase()),
        _ => ("", super::super::int::digits::decimal(gil, super::super::int::Number::Big(&positive))?),
    };
    if let Some(precision) = conversion.precision {
        let missing = precision.saturating_sub(digits.len());
        digits = "0".repeat(missing) + &digits;
    }
    let mut sign = sign_of(negative, conversion).to_owned();
    if conversion.alternate {
        sign.push_str(prefix);
    }
    Ok((sign, digits.into_bytes()))
}

fn sign_of(negative: bool, conversion: &Conversion) -> &'static str {
    match (negative, conversion.plus, conversion.space) {
        (true, ..) => "-",
        (_, true, _) => "+",
        (_, _, true) => " ",
        _ => "",
    }
}

/// A number as a float.
pub fn as_float(gil: Gil<'_>, value: &Value) -> Result<f64> {
    if let Some(number) = value.bits().as_float() {
        return Ok(number);
    }
    if let Some(float) = value.downcast::<Float>() {
        return Ok(float.number);
    }
    if let Some(number) = big(value) {
        let number = number.to_f64().value();
        return match number.is_finite() {
            true => Ok(number),
            false => Err(overflow_error(gil, "int too large to convert to float")),
        };
    }
    let slots = &value.class(gil).slots;
    match slots.float.get().or_else(|| slots.index.get()) {
        Some(slot) => {
            let number = slot(gil, value)?;
            let plain = number.bits().as_float().or_else(|| big(&number).map(|big| big.to_f64().value()));
            plain.ok_or_else(|| Raised::with_message(gil, Kind::TypeError, "must be real number"))
        }
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("must be real number, not {name}")))
        }
    }
}

fn float(gil: Gil<'_>, letter: u8, value: &Value, conversion: &Conversion) -> Result<(String, Vec<u8>)> {
    let number = as_float(gil, value)?;
    let precision = conversion.precision.unwrap_or(6);
    let mut digits = digits(number.abs(), letter.to_ascii_lowercase(), precision, conversion.alternate);
    if letter.is_ascii_uppercase() {
        digits.make_ascii_uppercase();
    }
    let negative = number.is_sign_negative() && !number.is_nan();
    Ok((sign_of(negative, conversion).to_owned(), digits.into_bytes()))
}

/// Digits behind the point that a float may have, all of them counted.
const MOST_DIGITS: usize = 1100;

/// A float that is not negative, in the format `e`, `f` or `g`.
pub fn digits(number: f64, format: u8, precision: usize, alternate: bool) -> String {
    if !number.is_finite() {
        return if number.is_nan() { "nan".to_owned() } else { "inf".to_owned() };
    }
    // No float has more digits than these; Rust formats no more than a 16-bit number of them.
    if precision > MOST_DIGITS {
        let zeros = "0".repeat(precision - MOST_DIGITS);
        let text = digits(number, format, MOST_DIGITS, alternate);
        return match (format, text.split_once('e')) {
            (b'g', _) if !alternate => text,
            (_, Some((digits, exponent))) => format!("{digits}{zeros}e{exponent}"),
            _ => text + &zeros,
        };
    }
    let point = if alternate && precision == 0 { "." } else { "" };
    match format {
        b'f' => format!("{number:.precision$}{point}"),
        b'e' => {
            let text = format!("{number:.precision$e}");
            let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
            format!("{digits}{point}e{}", exponent_text(exponent))
        }
        _ => general(number, precision.max(1), alternate),
    }
}

fn exponent_text(exponent: &str) -> String {
    let number: i32 = exponent.parse().unwrap_or(0);
    format!("{}{:02}", if number < 0 { '-' } else { '+' }, number.abs())
}

fn general(number: f64, precision: usize, alternate: bool) -> String {
    let text = format!("{number:.*e}", precision - 1);
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let place: i64 = exponent.parse().unwrap_or(0);
    let trim = |digits: &str| match alternate || !digits.contains('.') {
        true => digits.to_owned(),
        false => digits.trim_end_matches('0').trim_end_matches('.').to_owned(),
    };
    if place < -4 || place >= precision as i64 {
        let point = if alternate && !digits.contains('.') { "." } else { "" };
        return format!("{}{point}e{}", trim(digits), exponent_text(exponent));
    }
    let digits = trim(&format!("{number:.*}", (precision as i64 - 1 - place) as usize));
    if alternate && !digits.contains('.') { digits + "." } else { digits }
}
