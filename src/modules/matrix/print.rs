//! Arrays as text, in numpy's form: columns of one width, long axes cut in the middle.

use super::data::Data;
use crate::types::float::digits;

/// More numbers than this are not all shown.
const MOST: usize = 1000;
/// So many are shown at each end of a long axis.
const EDGE: usize = 3;
/// Lines end before this column; each bracket that is open takes one away.
const WIDTH: usize = 75;

/// The text; `separator` stands between numbers, and lines after the first are indented.
pub fn text(shape: &[usize], data: &Data, separator: &str, indent: usize) -> String {
    let cut = data.length() > MOST;
    let mut shown = Vec::new();
    visible(shape, 0, cut, &mut shown);
    let words = words(data, &shown);
    if shape.is_empty() {
        return words.first().map(|word| word.trim_start().to_owned()).unwrap_or_default();
    }
    if data.length() == 0 {
        return "[]".to_owned();
    }
    let mut words = words.into_iter();
    // After an indented text stands a bracket.
    let width = WIDTH - usize::from(indent > 0);
    rows(shape, cut, separator, (indent + 1, width), &mut words)
}

/// The places of the numbers that are shown.
fn visible(shape: &[usize], start: usize, cut: bool, shown: &mut Vec<usize>) {
    let [side, rest @ ..] = shape else { return shown.push(start) };
    let step: usize = rest.iter().product();
    for row in 0..*side {
        if !(cut && *side > 2 * EDGE && (EDGE..*side - EDGE).contains(&row)) {
            visible(rest, start + row * step, cut, shown);
        }
    }
}

fn rows(
    shape: &[usize],
    cut: bool,
    separator: &str,
    (indent, width): (usize, usize),
    words: &mut impl Iterator<Item = String>,
) -> String {
    let [side, rest @ ..] = shape else { return words.next().unwrap_or_default() };
    let is_cut = cut && *side > 2 * EDGE;
    let count = if is_cut { 2 * EDGE + 1 } else { *side };
    let mut text = String::from("[");
    let mut column = indent;
    for row in 0..count {
        let last = row + 1 == count;
        let part = if is_cut && row == EDGE {
            "...".to_owned()
        } else {
            rows(rest, cut, separator, (indent + 1, width.saturating_sub(1)), words)
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

fn words(data: &Data, shown: &[usize]) -> Vec<String> {
    let words: Vec<String> = match data {
        Data::Int64(numbers) => shown.iter().map(|&place| numbers[place].to_string()).collect(),
        Data::Bool(numbers) => {
            shown.iter().map(|&place| if numbers[place] { " True" } else { "False" }.to_owned()).collect()
        }
        Data::Float64(numbers) => {
            let picked: Vec<f64> = shown.iter().map(|&place| numbers[place]).collect();
            floats(&picked, &|number| digits::shortest(number))
        }
        Data::Float32(numbers) => {
            let picked: Vec<f64> = shown.iter().map(|&place| numbers[place].into()).collect();
            floats(&picked, &|number| digits::split(&format!("{:e}", number as f32)))
        }
    };
    let width = words.iter().map(String::len).max().unwrap_or(0);
    words.into_iter().map(|word| format!("{word:>width$}")).collect()
}

type Digits<'a> = &'a dyn Fn(f64) -> (bool, String, i32);

/// Floats with the point in one column: at most 8 digits after it, with exponents where sizes differ much.
fn floats(numbers: &[f64], digits_of: Digits<'_>) -> Vec<String> {
    let sizes: Vec<f64> = numbers
        .iter()
        .filter(|number| number.is_finite() && **number != 0.0)
        .map(|number| number.abs())
        .collect();
    let most = sizes.iter().copied().fold(0.0, f64::max);
    let least = sizes.iter().copied().fold(f64::INFINITY, f64::min);
    let exponents = !sizes.is_empty() && (most >= 1e8 || least < 1e-4 || most / least > 1000.0);
    let parts: Vec<(String, String, String)> =
        numbers.iter().map(|&number| split(number, exponents, digits_of)).collect();
    let fraction = parts.iter().map(|(_, fraction, _)| fraction.len()).max().unwrap_or(0);
    let join = |(whole, digits, exponent): (String, String, String)| {
        if whole.ends_with(['n', 'f']) {
            return whole;
        }
        if exponents {
            format!("{whole}.{digits:0<fraction$}{exponent}")
        } else {
            format!("{whole}.{digits:<fraction$}")
        }
    };
    parts.into_iter().map(join).collect()
}

fn split(number: f64, exponents: bool, digits_of: Digits<'_>) -> (String, String, String) {
    if !number.is_finite() {
        return (digits::repr(number), String::new(), String::new());
    }
    let (negative, shown, point) =
        if number == 0.0 { (number.is_sign_negative(), "0".to_owned(), 1) } else { digits_of(number) };
    let sign = if negative { "-" } else { "" };
    if exponents {
        let (shown, point) = if shown.len() > 9 {
            let (_, shown, point) = digits::significant(number, 9);
            (shown.trim_end_matches('0').to_owned(), point)
        } else {
            (shown, point)
        };
        let exponent = format!("e{}", digits::exponent_text(if number == 0.0 { 0 } else { point - 1 }));
        let (whole, rest) = shown.split_at(shown.len().min(1));
        return (format!("{sign}{whole}"), rest.trim_end_matches('0').to_owned(), exponent);
    }
    let body = digits::place(&shown, point, i32::MIN, i32::MAX);
    let (whole, fraction) = body.split_once('.').unwrap_or((&body, ""));
    if fraction.len() <= 8 {
        return (format!("{sign}{whole}"), fraction.trim_end_matches('0').to_owned(), String::new());
    }
    let rounded = format!("{:.8}", number.abs());
    let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    (format!("{sign}{whole}"), fraction.trim_end_matches('0').to_owned(), String::new())
}
