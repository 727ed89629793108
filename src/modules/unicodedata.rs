//! `unicodedata`: names, categories and normal forms of characters.

mod database;

use unicode_general_category::GeneralCategory;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use database::Number;

use super::codecs::text_of;
use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Kind, Raised, Ref, Result, Text, Value};
use crate::types::int;
use crate::types::module::{Module, ModuleSpec};
use crate::types::str::{category, new_text, predicates};

fn one(gil: Gil<'_>, value: &Value, function: &str) -> Result<u32> {
    let Some(text) = value.downcast::<Text>() else {
        let name = value.class(gil).name();
        let message = format!("{function}() argument must be a unicode character, not {name}");
        return Err(type_error(gil, message));
    };
    match text.length() {
        1 => Ok(text.character(0).unwrap_or(0)),
        length => {
            let message = format!(
                "{function}(): argument must be a unicode character, not a string of length {length}"
            );
            Err(type_error(gil, message))
        }
    }
}

fn abbreviation(category: GeneralCategory) -> &'static str {
    use GeneralCategory as C;
    match category {
        C::UppercaseLetter => "Lu",
        C::LowercaseLetter => "Ll",
        C::TitlecaseLetter => "Lt",
        C::ModifierLetter => "Lm",
        C::OtherLetter => "Lo",
        C::NonspacingMark => "Mn",
        C::SpacingMark => "Mc",
        C::EnclosingMark => "Me",
        C::DecimalNumber => "Nd",
        C::LetterNumber => "Nl",
        C::OtherNumber => "No",
        C::ConnectorPunctuation => "Pc",
        C::DashPunctuation => "Pd",
        C::OpenPunctuation => "Ps",
        C::ClosePunctuation => "Pe",
        C::InitialPunctuation => "Pi",
        C::FinalPunctuation => "Pf",
        C::OtherPunctuation => "Po",
        C::MathSymbol => "Sm",
        C::CurrencySymbol => "Sc",
        C::ModifierSymbol => "Sk",
        C::OtherSymbol => "So",
        C::SpaceSeparator => "Zs",
        C::LineSeparator => "Zl",
        C::ParagraphSeparator => "Zp",
        C::Control => "Cc",
        C::Format => "Cf",
        C::Surrogate => "Cs",
        C::PrivateUse => "Co",
        _ => "Cn",
    }
}

fn category(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "category")?;
    let point = one(gil, value, "category")?;
    Ok(new_text(gil, char::from_u32(point).map_or("Cs", |letter| abbreviation(category::of(letter)))))
}

fn name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "name", 1, 2)?;
    let point = one(gil, &values[0], "name")?;
    match (char::from_u32(point).and_then(unicode_names2::name), values.get(1)) {
        (Some(name), _) => Ok(new_text(gil, &name.to_string())),
        (None, Some(usual)) => Ok(usual.clone()),
        (None, None) => Err(value_error(gil, "no such name")),
    }
}

fn lookup(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "lookup")?;
    let name = text_of(gil, value, "lookup")?.lossy().into_owned();
    match crate::syntax::character_names::character(&name) {
        Some(letter) => Ok(new_text(gil, letter.encode_utf8(&mut [0; 4]))),
        None => {
            let message = format!("undefined character name '{name}'");
            Err(Raised::with_message(gil, Kind::KeyError, &message))
        }
    }
}

fn normalized(gil: Gil<'_>, form: &str, text: &str) -> Result<String> {
    Ok(match form {
        "NFC" => text.nfc().collect(),
        "NFD" => text.nfd().collect(),
        "NFKC" => text.nfkc().collect(),
        "NFKD" => text.nfkd().collect(),
        _ => return Err(value_error(gil, "invalid normalization form")),
    })
}

fn normalize(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [form, value] = arguments.exactly(gil, "normalize")?;
    let form = text_of(gil, form, "normalize")?.lossy().into_owned();
    let text = text_of(gil, value, "normalize")?;
    match text.as_str() {
        Some(text) => Ok(new_text(gil, &normalized(gil, &form, text)?)),
        None => Ok(value.clone()),
    }
}

fn is_normalized(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [form, value] = arguments.exactly(gil, "is_normalized")?;
    let form = text_of(gil, form, "is_normalized")?.lossy().into_owned();
    let text = text_of(gil, value, "is_normalized")?.lossy().into_owned();
    Ok(Value::bool(normalized(gil, &form, &text)? == text))
}

fn decimal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "decimal", 1, 2)?;
    match (predicates::decimal(one(gil, &values[0], "decimal")?), values.get(1)) {
        (Some(number), _) => Ok(int::from_i64(gil, number.into())),
        (None, Some(usual)) => Ok(usual.clone()),
        (None, None) => Err(value_error(gil, "not a decimal")),
    }
}

fn combining(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "combining")?;
    let point = one(gil, value, "combining")?;
    // The normalisation's tables are of a later Unicode.
    let letter = char::from_u32(point).filter(|letter| category::of(*letter) != GeneralCategory::Unassigned);
    Ok(int::from_i64(gil, letter.map_or(0, canonical_combining_class).into()))
}

fn decomposition(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "decomposition")?;
    Ok(new_text(gil, database::decomposition(one(gil, value, "decomposition")?)))
}

fn east_asian_width(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "east_asian_width")?;
    Ok(new_text(gil, database::properties(one(gil, value, "east_asian_width")?).width))
}

fn bidirectional(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "bidirectional")?;
    Ok(new_text(gil, database::properties(one(gil, value, "bidirectional")?).bidirectional))
}

fn mirrored(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "mirrored")?;
    Ok(int::from_i64(gil, database::properties(one(gil, value, "mirrored")?).mirrored.into()))
}

fn digit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "digit", 1, 2)?;
    match (database::number(one(gil, &values[0], "digit")?), values.get(1)) {
        (Some((number, Number::Decimal | Number::Digit)), _) => Ok(int::from_i64(gil, number as i64)),
        (_, Some(usual)) => Ok(usual.clone()),
        (_, None) => Err(value_error(gil, "not a digit")),
    }
}

fn numeric(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "numeric", 1, 2)?;
    match (database::number(one(gil, &values[0], "numeric")?), values.get(1)) {
        (Some((number, _)), _) => Ok(Value::float(number)),
        (None, Some(usual)) => Ok(usual.clone()),
        (None, None) => Err(value_error(gil, "not a numeric character")),
    }
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "unidata_version", new_text(gil, "15.1.0"));
    Ok(())
}

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "unicodedata",
    doc: "This module provides access to the Unicode Character Database.",
    functions: &[
        Function::new(
            "category",
            "($self, chr, /)",
            "Returns the general category assigned to the character chr as string.",
            category,
        ),
        Function::new(
            "name",
            "($self, chr, default=<unrepresentable>, /)",
            "Returns the name assigned to the character chr as a string.",
            name,
        ),
        Function::new("lookup", "($self, name, /)", "Look up character by name.", lookup),
        Function::new(
            "normalize",
            "($self, form, unistr, /)",
            "Return the normal form 'form' for the Unicode string unistr.",
            normalize,
        ),
        Function::new(
            "is_normalized",
            "($self, form, unistr, /)",
            "Return whether the Unicode string unistr is in the normal form 'form'.",
            is_normalized,
        ),
        Function::new(
            "decimal",
            "($self, chr, default=<unrepresentable>, /)",
            "Converts a Unicode character into its equivalent decimal value.",
            decimal,
        ),
        Function::new(
            "digit",
            "($self, chr, default=<unrepresentable>, /)",
            "Converts a Unicode character into its equivalent digit value.",
            digit,
        ),
        Function::new(
            "numeric",
            "($self, chr, default=<unrepresentable>, /)",
            "Converts a Unicode character into its equivalent numeric value.",
            numeric,
        ),
        Function::new(
            "bidirectional",
            "($self, chr, /)",
            "Returns the bidirectional class assigned to the character chr as string.",
            bidirectional,
        ),
        Function::new(
            "mirrored",
            "($self, chr, /)",
            "Returns the mirrored property assigned to the character chr as integer.",
            mirrored,
        ),
        Function::new(
            "combining",
            "($self, chr, /)",
            "Returns the canonical combining class assigned to the character chr as integer.",
            combining,
        ),
        Function::new(
            "decomposition",
            "($self, chr, /)",
            "Returns the character decomposition mapping assigned to the character chr as string.",
            decomposition,
        ),
        Function::new(
            "east_asian_width",
            "($self, chr, /)",
            "Returns the east asian width assigned to the character chr as string.",
            east_asian_width,
        ),
    ],
    set_up: Some(set_up),
};
