//! The characters that names in `\N{...}` mean, for whoever reads such names: literals, codecs, patterns, `unicodedata`.
//!
//! What a name means is exact but for upper and lower case, and a character's aliases name it too: controls, which have
//! no names of their own, corrected names and abbreviations. The aliases are a table of the Unicode Character Database
//! that is read at its first use.

use std::collections::HashMap;
use std::sync::LazyLock;

static ALIASES: LazyLock<HashMap<&'static str, char>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let (point, name) = line.split_once(';')?;
        Some((name, char::from_u32(u32::from_str_radix(point, 16).ok()?)?))
    };
    include_str!("name_aliases.txt").lines().filter_map(row).collect()
});

/// The character of a name or an alias.
pub fn character(name: &str) -> Option<char> {
    // The crate forgives spaces and hyphens, which Python does not.
    let is_its_name = |found: &char| {
        unicode_names2::name(*found).is_some_and(|own| own.to_string().eq_ignore_ascii_case(name))
    };
    unicode_names2::character(name)
        .filter(is_its_name)
        .or_else(|| ALIASES.get(name.to_ascii_uppercase().as_str()).copied())
}
