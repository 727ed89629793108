//! `format(number, spec)`: the mini-language as decimal has it.

use super::context::Context;
use super::number::{Number, is_too_much};
use super::text::special_name;
use crate::gil::Gil;
use crate::object::raised::{Raised, memory_error, value_error};
use crate::object::{Ref, Result, Text, Value, text as characters};

/// A format specification, taken apart.
#[derive(Default)]
struct Spec {
    fill: Option<u32>,
    align: Option<char>,
    sign: Option<char>,
    no_negative_zero: bool,
    alternate: bool,
    zeros: bool,
    width: usize,
    grouped: bool,
    precision: Option<i64>,
    kind: Option<char>,
}

/// Takes the characters of a specification one by one.
struct Reader(Vec<u32>, usize);

impl Reader {
    fn at(&self, ahead: usize) -> Option<char> {
        self.0.get(self.1 + ahead).and_then(|&point| char::from_u32(point))
    }

    fn take(&mut self, wanted: &str) -> Option<char> {
        let found = self.at(0).filter(|&mark| wanted.contains(mark))?;
        self.1 += 1;
        Some(found)
    }

    /// A number; as an error one that is too large.
    fn number(&mut self) -> Option<std::result::Result<i64, ()>> {
        let start = self.1;
        let mut number = Some(0_i64);
        while let Some(digit) = self.at(0).filter(char::is_ascii_digit).and_then(|digit| digit.to_digit(10)) {
            number = number.and_then(|number| number.checked_mul(10)?.checked_add(digit.into()));
            self.1 += 1;
        }
        (self.1 > start).then(|| number.ok_or(()))
    }
}

impl Spec {
    fn parse(text: &Text) -> Option<Spec> {
        let mut reader = Reader(text.characters().collect(), 0);
        let mut spec = Spec::default();
        let is_align = |mark: Option<char>| mark.is_some_and(|mark| "<>=^".contains(mark));
        if is_align(reader.at(1)) {
            (spec.fill, spec.align) = (reader.0.first().copied(), reader.at(1));
            reader.1 = 2;
        } else {
            spec.align = reader.take("<>=^");
        }
        spec.sign = reader.take("+- ");
        spec.no_negative_zero = reader.take("z").is_some();
        spec.alternate = reader.take("#").is_some();
        if reader.at(0) == Some('0') {
            reader.1 += 1;
            spec.zeros = true;
            if spec.align.is_some() {
                return None;
            }
        }
        if let Some(width) = reader.number() {
            spec.width = usize::try_from(width.ok()?).ok()?;
        }
        spec.grouped = reader.take(",").is_some();
        if reader.take(".").is_some() {
            spec.precision = Some(reader.number()?.ok()?);
        }
        spec.kind = reader.take("eEfFgGn%");
        (reader.1 == reader.0.len() && !(spec.grouped && spec.kind == Some('n'))).then_some(spec)
    }

    fn is_kind(&self, kinds: &str) -> bool {
        self.kind.is_some_and(|kind| kinds.contains(kind))
    }

    /// The sign that is shown.
    fn shown_sign(&self, negative: bool) -> &'static str {
        match (negative, self.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        }
    }
}

/// No width is as large.
const WIDEST: usize = 999_999_999_999_999_999;

/// `format(number, spec)`.
pub fn format(gil: Gil<'_>, number: &Number, spec: &Text, context: &Context) -> Result<Value> {
    let Some(mut spec) = Spec::parse(spec) else { return Err(value_error(gil, "invalid format string")) };
    if spec.width >= WIDEST {
        return Err(value_error(gil, "format specification exceeds internal limits of _decimal"));
    }
    if spec.kind.is_none() && spec.precision.is_some() {
        spec.kind = Some(if context.capitals.get() { 'G' } else { 'g' });
    }
    let percent = if spec.kind == Some('%') { "%" } else { "" };
    if !number.is_finite() {
        spec.zeros = false;
        let body = format!("{}{percent}", special_name(number));
        return padded(gil, &spec, spec.shown_sign(number.negative), "", &body);
    }
    let too_much = |_| memory_error(gil, "");
    let number = rounded(number, &spec, context).map_err(too_much)?;
    let is_bare_zero = spec.no_negative_zero && number.is_zero();
    let sign = spec.shown_sign(number.negative && !is_bare_zero);
    let (whole, mut fraction, exponent) = parts(&number, &spec, context).map_err(too_much)?;
    if spec.alternate && fraction.is_empty() {
        fraction.push('.');
    }
    padded(gil, &spec, sign, &whole, &format!("{fraction}{exponent}{percent}"))
}

/// More digits than memory holds.
struct TooMuch;

fn check(digits: i64) -> std::result::Result<(), TooMuch> {
    if is_too_much(digits, &mut 0) { Err(TooMuch) } else { Ok(()) }
}

/// The number with the digits that are to be seen.
fn rounded(number: &Number, spec: &Spec, context: &Context) -> std::result::Result<Number, TooMuch> {
    let mut number = number.clone();
    if spec.kind == Some('%') {
        number.exponent += 2;
    }
    let Some(precision) = spec.precision else { return Ok(number) };
    check(precision)?;
    let rounding = context.settings.get().rounding;
    let digits = number.digits.digits();
    let spare = if spec.is_kind("eE") {
        digits - precision - 1
    } else if spec.is_kind("fF%") {
        let places = -precision - number.exponent;
        check(-places)?;
        let (kept, _) = rounding.apply(&number.digits, places, number.negative);
        return Ok(Number::new(number.negative, kept, -precision));
    } else {
        match digits - precision.max(1) {
            ..=0 => return Ok(number),
            spare => spare,
        }
    };
    if number.digits.is_zero() {
        return Ok(number);
    }
    let (mut kept, _) = rounding.apply(&number.digits, spare, number.negative);
    let mut exponent = number.exponent + spare;
    if kept.digits() > digits - spare {
        kept = kept.cut(1).0;
        exponent += 1;
    }
    Ok(Number::new(number.negative, kept, exponent))
}

/// Whole part, fraction with its dot, exponent.
fn parts(
    number: &Number,
    spec: &Spec,
    context: &Context,
) -> std::result::Result<(String, String, String), TooMuch> {
    let digits = number.digits.to_string();
    let length = digits.len() as i64;
    let left = number.exponent + length;
    let scientific = spec.kind.filter(|_| spec.is_kind("eE"));
    if let (Some(letter), Some(precision), true) = (scientific, spec.precision, number.is_zero()) {
        let fraction = match precision {
            0 => String::new(),
            _ => format!(".{}", "0".repeat(precision as usize)),
        };
        return Ok(("0".to_owned(), fraction, format!("{letter}{:+}", number.exponent + precision)));
    }
    let place = if scientific.is_some() {
        1
    } else if spec.is_kind("fF%") || number.exponent <= 0 && left > -6 {
        left
    } else {
        1
    };
    check(place.abs())?;
    let zeros = |count: i64| "0".repeat(count.unsigned_abs() as usize);
    let (whole, fraction) = match place {
        ..=0 => ("0".to_owned(), format!("{}{digits}", zeros(place))),
        _ if place > length && number.is_zero() => ("0".to_owned(), String::new()),
        _ if place > length => (format!("{digits}{}", zeros(place - length)), String::new()),
        _ => {
            let (whole, fraction) = digits.split_at(place as usize);
            (whole.to_owned(), fraction.to_owned())
        }
    };
    let exponent = match left != place || scientific.is_some() {
        false => String::new(),
        true => {
            let letter = match spec.kind {
                Some(letter @ ('e' | 'E')) => letter,
                Some('G') => 'E',
                Some('g' | 'n') => 'e',
                _ if context.capitals.get() => 'E',
                _ => 'e',
            };
            format!("{letter}{:+}", left - place)
        }
    };
    let fraction = if fraction.is_empty() { fraction } else { format!(".{fraction}") };
    Ok((whole, fraction, exponent))
}

/// The digits in groups of three, with zeros in front up to the width.
fn grouped(whole: &str, width: usize) -> String {
    let mut digits = whole.to_owned();
    loop {
        let first = (digits.len() - 1) % 3 + 1;
        let mut text = digits[..first].to_owned();
        for group in digits.as_bytes()[first..].chunks(3) {
            text.push(',');
            text.extend(group.iter().map(|&digit| char::from(digit)));
        }
        if text.len() >= width {
            return text;
        }
        digits.insert_str(0, &"0".repeat(((width - text.len()) * 3 / 4).max(1)));
    }
}

fn padded(gil: Gil<'_>, spec: &Spec, sign: &str, whole: &str, tail: &str) -> Result<Value> {
    check(spec.width as i64).map_err(|_| -> Raised { memory_error(gil, "") })?;
    let (fill, align) = match spec.zeros {
        true => (Some('0'.into()), '='),
        false => (spec.fill, spec.align.unwrap_or('>')),
    };
    let whole = match spec.grouped && !whole.is_empty() {
        true => {
            let room = if spec.zeros { spec.width.saturating_sub(sign.len() + tail.len()) } else { 0 };
            grouped(whole, room)
        }
        false => whole.to_owned(),
    };
    let body = format!("{whole}{tail}");
    let count = spec.width.saturating_sub(sign.len() + body.len());
    let mut one = Vec::new();
    characters::encode(fill.unwrap_or_else(|| ' '.into()), &mut one);
    let padding = |count: usize| one.repeat(count);
    let (before, between, after) = match align {
        '<' => (0, 0, count),
        '=' => (0, count, 0),
        '^' => (count / 2, 0, count - count / 2),
        _ => (count, 0, 0),
    };
    let all =
        [&padding(before), sign.as_bytes(), &padding(between), body.as_bytes(), &padding(after)].concat();
    Ok(Ref::new(gil, Text::from_vector(all)).into_value())
}
