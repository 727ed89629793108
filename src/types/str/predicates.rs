//! What characters are: white space, digits, letters, cased.

use unicode_general_category::GeneralCategory;
use unicode_normalization::UnicodeNormalization;

use crate::gil::Gil;
use crate::object::text::CodePoint;
use crate::object::{Arguments, Result, Text, Value};

use super::{category, this};

fn category(point: CodePoint) -> GeneralCategory {
    char::from_u32(point).map_or(GeneralCategory::Surrogate, category::of)
}

/// White space as `str.split` and `str.strip` see it.
pub fn is_space(point: CodePoint) -> bool {
    matches!(point, 0x09..=0x0D | 0x1C..=0x20 | 0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029
        | 0x202F | 0x205F | 0x3000)
}

/// Does it end a line for `str.splitlines`?
pub fn ends_line(point: CodePoint) -> bool {
    matches!(point, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}

/// The value of a decimal digit of any script.
pub fn decimal(point: CodePoint) -> Option<u32> {
    if point < 0x80 {
        return char::from_u32(point)?.to_digit(10);
    }
    if category(point) != GeneralCategory::DecimalNumber {
        return None;
    }
    // The digits of a script stand together, zero first, in runs of ten.
    if (0x1D7CE..=0x1D7FF).contains(&point) {
        return Some((point - 0x1D7CE) % 10);
    }
    let mut run = 0;
    while run < 10 && category(point - run - 1) == GeneralCategory::DecimalNumber {
        run += 1;
    }
    Some(run % 10)
}

/// Decimal digits, and those with a compatibility form that is one (superscripts, circled digits).
pub fn is_digit(point: CodePoint) -> bool {
    decimal(point).is_some()
        || matches!(point, 0x1369..=0x1371 | 0x19DA | 0x2776..=0x277E | 0x2780..=0x2788 | 0x278A..=0x2792
            | 0x24F5..=0x24FD | 0x24EA | 0x24FF | 0x10A40..=0x10A43 | 0x10E60..=0x10E68 | 0x11052..=0x1105A
            | 0x1F100..=0x1F10A | 0xB2 | 0xB3 | 0xB9 | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089
            | 0x2460..=0x2468 | 0x2474..=0x247C | 0x2488..=0x2490)
}

/// Anything with a numeric value.
pub fn is_numeric(point: CodePoint) -> bool {
    is_digit(point)
        || matches!(category(point), GeneralCategory::LetterNumber | GeneralCategory::OtherNumber)
        || matches!(
            point,
            0x4E00
                | 0x4E8C
                | 0x4E09
                | 0x56DB
                | 0x4E94
                | 0x516D
                | 0x4E03
                | 0x516B
                | 0x4E5D
                | 0x5341
                | 0x767E
                | 0x5343
                | 0x4E07
                | 0x4EBF
                | 0x5146
                | 0x96F6
                | 0x3007
        )
}

/// A letter.
pub fn is_alpha(point: CodePoint) -> bool {
    matches!(
        category(point),
        GeneralCategory::UppercaseLetter
            | GeneralCategory::LowercaseLetter
            | GeneralCategory::TitlecaseLetter
            | GeneralCategory::ModifierLetter
            | GeneralCategory::OtherLetter
    )
}

/// An upper case character.
pub fn is_upper(point: CodePoint) -> bool {
    char::from_u32(point).is_some_and(char::is_uppercase)
}

/// A lower case character.
pub fn is_lower(point: CodePoint) -> bool {
    char::from_u32(point).is_some_and(char::is_lowercase)
}

/// A title case character, like the ligature Dz with only the D large.
pub fn is_title(point: CodePoint) -> bool {
    category(point) == GeneralCategory::TitlecaseLetter
}

/// Has it a case?
pub fn is_cased(point: CodePoint) -> bool {
    is_upper(point) || is_lower(point) || is_title(point)
}

/// Is the whole text a name?
pub fn is_identifier(text: &Text) -> bool {
    let Some(text) = text.as_str() else { return false };
    let normal: String = text.nfkc().collect();
    let fits = |text: &str| {
        let mut characters = text.chars();
        characters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
            && characters.all(unicode_ident::is_xid_continue)
    };
    fits(text) && fits(&normal)
}

fn all(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, test: fn(CodePoint) -> bool) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, name)?;
    let text = this(value);
    Ok(Value::bool(text.length() > 0 && text.characters().all(test)))
}

/// The receiver of a method without further arguments.
pub fn receiver_only<'a>(gil: Gil<'_>, arguments: Arguments<'a>, name: &str) -> Result<&'a [Value; 1]> {
    if arguments.values.len() == 1 && arguments.names.is_empty() {
        return arguments.exactly(gil, name);
    }
    let got = arguments.values.len().saturating_sub(1);
    let message = match arguments.names.is_empty() {
        true => format!("str.{name}() takes no arguments ({got} given)"),
        false => format!("str.{name}() takes no keyword arguments"),
    };
    Err(crate::object::raised::type_error(gil, message))
}

pub(super) fn isspace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    all(gil, arguments, "isspace", is_space)
}
pub(super) fn isdecimal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    all(gil, arguments, "isdecimal", |point| decimal(point).is_some())
}
pub(super) fn isdigit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    all(gil, arguments, "isdigit", is_digit)
}
pub(super) fn isnumeric(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    all(gil, arguments, "isnumeric", is_numeric)
}
pub(super) fn isalpha(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    all(gil, arguments, "isalpha", is_alpha)
}
pub(super) fn isalnum(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    all(gil, arguments, "isalnum", |point| is_alpha(point) || is_numeric(point))
}
pub(super) fn isascii(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "isascii")?;
    Ok(Value::bool(this(value).is_ascii()))
}
pub(super) fn isprintable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "isprintable")?;
    Ok(Value::bool(this(value).characters().all(super::repr::is_printable)))
}
pub(super) fn isidentifier(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "isidentifier")?;
    Ok(Value::bool(is_identifier(this(value))))
}
pub(super) fn isupper(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    one_case(gil, arguments, "isupper", is_upper)
}
pub(super) fn islower(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    one_case(gil, arguments, "islower", is_lower)
}

fn one_case(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    name: &str,
    right: fn(CodePoint) -> bool,
) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, name)?;
    let mut any = false;
    for point in this(value).characters() {
        if right(point) {
            any = true;
        } else if is_cased(point) {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::bool(any))
}

pub(super) fn istitle(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "istitle")?;
    let (mut any, mut inside) = (false, false);
    for point in this(value).characters() {
        if is_upper(point) || is_title(point) {
            if inside {
                return Ok(Value::FALSE);
            }
            (any, inside) = (true, true);
        } else if is_lower(point) {
            if !inside {
                return Ok(Value::FALSE);
            }
            any = true;
        } else {
            inside = false;
        }
    }
    Ok(Value::bool(any))
}
