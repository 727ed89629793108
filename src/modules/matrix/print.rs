//! Arrays as text, in numpy's form: columns of one width, long axes cut in the middle; and what can be set about it.

use std::cell::{Cell, RefCell};

use super::data::{Data, Kind};
use super::{Matrix, number_value, shape_value};
use crate::gil::Gil;
use crate::object::raised::value_error;
use crate::object::{Arguments, Global, Result, Value, operations};
use crate::types::float::digits;
use crate::types::{int, str};

/// What can be set.
#[derive(Clone, Copy)]
pub struct Options {
    /// At most so many digits after the point.
    precision: usize,
    /// More numbers than this are not all shown.
    threshold: usize,
    /// So many are shown at each end of a long axis.
    edge: usize,
    /// Lines end before this column.
    width: usize,
    /// No exponents because of small numbers.
    suppress: bool,
    mode: Mode,
}

/// How many digits stand after the point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// As many as each number needs, up to the precision.
    Shortest,
    /// As the number with the most of them, up to the precision.
    Equal,
    /// Always the precision.
    Fixed,
    /// As many as each number needs.
    Unique,
}

const DEFAULT: Options =
    Options { precision: 8, threshold: 1000, edge: 3, width: 75, suppress: false, mode: Mode::Shortest };

static OPTIONS: Global<Cell<Options>> = Global::new(Cell::new(DEFAULT));

/// A dict of functions for single numbers, by kind.
static FORMATTER: Global<RefCell<Option<Value>>> = Global::new(RefCell::new(None));

/// `_print_options(precision, threshold, edgeitems, linewidth, suppress, floatmode, formatter)`: sets all of them.
pub fn set_options(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let options = options_of(gil, arguments)?;
    OPTIONS.get(gil).set(options);
    let formatter = arguments.positionals().get(6).filter(|formatter| !formatter.is_none()).cloned();
    FORMATTER.get(gil).replace(formatter);
    Ok(Value::NONE)
}

fn options_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Options> {
    let values = arguments.between(gil, "_print_options", 7, 10)?;
    let size = |value: &Value| -> Result<usize> {
        let number = int::clamped(gil, value)?;
        usize::try_from(number).map_err(|_| value_error(gil, "print options must not be negative"))
    };
    let mode = match &*operations::str(gil, &values[5])?.lossy() {
        "fixed" => Mode::Fixed,
        "maxprec_equal" => Mode::Equal,
        "unique" => Mode::Unique,
        _ => Mode::Shortest,
    };
    Ok(Options {
        precision: size(&values[0])?.min(400),
        threshold: size(&values[1])?,
        edge: size(&values[2])?,
        width: size(&values[3])?,
        suppress: operations::truth(gil, &values[4])?,
        mode,
    })
}

/// `_text(precision, ..., formatter, array, separator, prefix)`: an array as text with these options.
pub fn text_with(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let options = options_of(gil, arguments)?;
    let values = arguments.between(gil, "_text", 10, 10)?;
    let matrix = super::convert(gil, &values[7], None)?;
    let separator = operations::str(gil, &values[8])?.lossy().into_owned();
    let indent = int::clamped(gil, &values[9])?.max(0) as usize;
    let formatter = Some(&values[6]).filter(|formatter| !formatter.is_none()).cloned();
    let shown = Shown { options, formatter, separator: &separator, indent };
    Ok(str::new_text(gil, &shown.text(gil, &matrix.shape, &matrix.numbers())?))
}

/// `repr(array)`.
pub fn repr(gil: Gil<'_>, matrix: &Matrix) -> Result<String> {
    let options = OPTIONS.get(gil).get();
    let formatter = FORMATTER.get(gil).borrow().clone();
    let numbers = matrix.numbers();
    let shown = Shown { options, formatter, separator: ", ", indent: 6 };
    let body = shown.text(gil, &matrix.shape, &numbers)?;
    let is_empty = numbers.length() == 0;
    let mut more = Vec::new();
    if numbers.length() > options.threshold || is_empty && matrix.shape.len() > 1 {
        let shape = operations::repr(gil, &shape_value(gil, &matrix.shape))?;
        more.push(format!("shape={}", shape.lossy()));
    }
    let is_shown = matches!(numbers.kind(), Kind::Bool | Kind::Int64 | Kind::Float64 | Kind::Complex128);
    if is_empty && numbers.kind() != Kind::Float64 || !is_shown {
        more.push(format!("dtype={}", numbers.kind().name()));
    } else if is_empty {
        more.push("dtype=float64".to_owned());
    }
    let mut text = format!("array({body}");
    if !more.is_empty() {
        let more = more.join(", ");
        let last = text.lines().last().map_or(0, str::len);
        let is_long = last + more.len() + 3 > options.width;
        text += if is_long { ",\n      " } else { ", " };
        text += &more;
    }
    Ok(text + ")")
}

/// `str(array)`.
pub fn str(gil: Gil<'_>, matrix: &Matrix) -> Result<String> {
    let numbers = matrix.numbers();
    if matrix.shape.is_empty() {
        return Ok(operations::str(gil, &number_value(gil, &numbers, 0))?.lossy().into_owned());
    }
    let options = OPTIONS.get(gil).get();
    let formatter = FORMATTER.get(gil).borrow().clone();
    Shown { options, formatter, separator: " ", indent: 0 }.text(gil, &matrix.shape, &numbers)
}

/// How one array is shown.
struct Shown<'a> {
    options: Options,
    formatter: Option<Value>,
    /// What stands between numbers.
    separator: &'a str,
    /// So far are lines after the first indented.
    indent: usize,
}

impl Shown<'_> {
    fn text(&self, gil: Gil<'_>, shape: &[usize], data: &Data) -> Result<String> {
        let cut = data.length() > self.options.threshold;
        let mut shown = Vec::new();
        self.visible(shape, 0, cut, &mut shown);
        let words = self.words(gil, data, &shown)?;
        if shape.is_empty() {
            return Ok(words.first().map(|word| word.trim().to_owned()).unwrap_or_default());
        }
        if data.length() == 0 {
            return Ok("[]".to_owned());
        }
        // After an indented text stands a bracket.
        let width = self.options.width.saturating_sub(usize::from(self.indent > 0));
        Ok(self.rows(shape, cut, (self.indent + 1, width), &mut words.into_iter()))
    }

    /// The places of the numbers that are shown.
    fn visible(&self, shape: &[usize], start: usize, cut: bool, shown: &mut Vec<usize>) {
        let [side, rest @ ..] = shape else { return shown.push(start) };
        let (edge, step) = (self.options.edge, rest.iter().product::<usize>());
        for row in 0..*side {
            if !(cut && *side > 2 * edge && (edge..*side - edge).contains(&row)) {
                self.visible(rest, start + row * step, cut, shown);
            }
        }
    }

    fn rows(
        &self,
        shape: &[usize],
        cut: bool,
        (indent, width): (usize, usize),
        words: &mut impl Iterator<Item = String>,
    ) -> String {
        let [side, rest @ ..] = shape else { return words.next().unwrap_or_default() };
        let (edge, separator) = (self.options.edge, self.separator);
        let is_cut = cut && *side > 2 * edge;
        let count = if is_cut { 2 * edge + 1 } else { *side };
        let mut text = String::from("[");
        let mut column = indent;
        for row in 0..count {
            let last = row + 1 == count;
            let part = if is_cut && row == edge {
                "...".to_owned()
            } else {
                self.rows(rest, cut, (indent + 1, width.saturating_sub(1)), words)
            };
            if rest.is_empty() {
                if column + part.len() + separator.trim_end().len().max(1) > width && row > 0 {
                    text.truncate(text.trim_end().len());
                    text.push('\n');
                    text.push_str(&" ".repeat(indent));
                    column = indent;
                }
                column += part.len() + separator.len();
            }
            text.push_str(&part);
            if !last {
                text.push_str(if rest.is_empty() { separator } else { separator.trim_end() });
                if !rest.is_empty() {
                    text.push_str(&"\n".repeat(rest.len()));
                    text.push_str(&" ".repeat(indent));
                }
            }
        }
        text.push(']');
        text
    }

    /// The function that was set for numbers of this kind.
    fn formatter_of(&self, gil: Gil<'_>, kind: Kind) -> Result<Option<Value>> {
        let Some(formatter) = &self.formatter else { return Ok(None) };
        let names: &[&str] = match kind {
            Kind::Bool => &["bool", "all"],
            Kind::Float32 | Kind::Float64 => &["float", "float_kind", "all"],
            Kind::Complex128 => &["complexfloat", "complex_kind", "all"],
            _ => &["int", "int_kind", "all"],
        };
        for name in names {
            let name = str::new_text(gil, name);
            if operations::contains(gil, formatter, &name)? {
                return operations::get_item(gil, formatter, &name).map(Some);
            }
        }
        Ok(None)
    }

    fn words(&self, gil: Gil<'_>, data: &Data, shown: &[usize]) -> Result<Vec<String>> {
        if let Some(function) = self.formatter_of(gil, data.kind())? {
            let word = |&place: &usize| {
                let word = operations::call_one(gil, &function, &number_value(gil, data, place))?;
                Ok(operations::str(gil, &word)?.lossy().into_owned())
            };
            return shown.iter().map(word).collect();
        }
        let words = match data {
            Data::Uint64(numbers) => shown.iter().map(|&place| numbers[place].to_string()).collect(),
            Data::Bool(numbers) => {
                shown.iter().map(|&place| if numbers[place] { " True" } else { "False" }.to_owned()).collect()
            }
            Data::Float64(numbers) => {
                let picked: Vec<f64> = shown.iter().map(|&place| numbers[place]).collect();
                self.floats(&picked, &|number| digits::shortest(number))
            }
            Data::Float32(numbers) => {
                let picked: Vec<f64> = shown.iter().map(|&place| numbers[place].into()).collect();
                self.floats(&picked, &|number| digits::split(&format!("{:e}", number as f32)))
            }
            Data::Complex128(numbers) => {
                let part = |part: fn(&super::data::Complex) -> f64| -> Vec<f64> {
                    shown.iter().map(|&place| part(&numbers[place])).collect()
                };
                let real = level(self.floats(&part(|number| number.re), &|number| digits::shortest(number)));
                let imaginary = self.floats(&part(|number| number.im), &|number| digits::shortest(number));
                let signed = imaginary.into_iter().map(|word| match word.strip_prefix('-') {
                    Some(_) => word,
                    None => format!("+{word}"),
                });
                let joined = real.into_iter().zip(level(signed.collect())).map(|(real, imaginary)| {
                    let length = imaginary.trim_end().len();
                    format!("{real}{}j{}", &imaginary[..length], &imaginary[length..])
                });
                joined.collect()
            }
            whole => whole.picked(shown).ints().iter().map(i64::to_string).collect(),
        };
        Ok(level(words))
    }

    /// Floats with the point in one column, with exponents where sizes differ much.
    fn floats(&self, numbers: &[f64], digits_of: Digits<'_>) -> Vec<String> {
        let sizes: Vec<f64> = numbers
            .iter()
            .filter(|number| number.is_finite() && **number != 0.0)
            .map(|number| number.abs())
            .collect();
        let most = sizes.iter().copied().fold(0.0, f64::max);
        let least = sizes.iter().copied().fold(f64::INFINITY, f64::min);
        let differ = !self.options.suppress && (least < 1e-4 || most / least > 1000.0);
        let exponents = !sizes.is_empty() && (most >= 1e8 || differ);
        let mut parts: Vec<(String, String, String)> =
            numbers.iter().map(|&number| self.split(number, exponents, digits_of)).collect();
        let longest = parts.iter().map(|(_, _, exponent)| exponent.len()).max().unwrap_or(0);
        for (_, _, exponent) in &mut parts {
            // As many digits as the longest exponent has, after the `e` and the sign.
            while !exponent.is_empty() && exponent.len() < longest {
                exponent.insert(2, '0');
            }
        }
        let fraction = parts.iter().map(|(_, fraction, _)| fraction.len()).max().unwrap_or(0);
        let fraction = if self.options.mode == Mode::Fixed { self.options.precision } else { fraction };
        let pads = exponents || matches!(self.options.mode, Mode::Equal | Mode::Fixed);
        let join = |(whole, digits, exponent): (String, String, String)| {
            if whole.ends_with(['n', 'f']) {
                return whole;
            }
            if pads {
                format!("{whole}.{digits:0<fraction$}{exponent}")
            } else {
                format!("{whole}.{digits:<fraction$}")
            }
        };
        parts.into_iter().map(join).collect()
    }

    /// What stands before the point, after it, and the exponent.
    fn split(&self, number: f64, exponents: bool, digits_of: Digits<'_>) -> (String, String, String) {
        if !number.is_finite() {
            return (digits::repr(number), String::new(), String::new());
        }
        let most = if self.options.mode == Mode::Unique { 400 } else { self.options.precision };
        let (negative, shown, point) =
            if number == 0.0 { (number.is_sign_negative(), "0".to_owned(), 1) } else { digits_of(number) };
        let sign = if negative { "-" } else { "" };
        if exponents {
            let (shown, point) = if shown.len() > most + 1 {
                let (_, shown, point) = digits::significant(number, most + 1);
                (shown.trim_end_matches('0').to_owned(), point)
            } else {
                (shown, point)
            };
            let exponent = format!("e{}", digits::exponent_text(if number == 0.0 { 0 } else { point - 1 }));
            let (whole, rest) = shown.split_at(shown.len().min(1));
            let whole = if whole.is_empty() { "0" } else { whole };
            return (format!("{sign}{whole}"), rest.trim_end_matches('0').to_owned(), exponent);
        }
        let body = digits::place(&shown, point, i32::MIN, i32::MAX);
        let (whole, fraction) = body.split_once('.').unwrap_or((&body, ""));
        if fraction.len() <= most {
            return (format!("{sign}{whole}"), fraction.trim_end_matches('0').to_owned(), String::new());
        }
        let rounded = format!("{:.most$}", number.abs());
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
        (format!("{sign}{whole}"), fraction.trim_end_matches('0').to_owned(), String::new())
    }
}

/// All words as long as the longest, with spaces in front.
fn level(words: Vec<String>) -> Vec<String> {
    let width = words.iter().map(String::len).max().unwrap_or(0);
    words.into_iter().map(|word| format!("{word:>width$}")).collect()
}

type Digits<'a> = &'a dyn Fn(f64) -> (bool, String, i32);
