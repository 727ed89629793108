//! Bytes of a source file to text: byte order mark, encoding line (PEP 263), line ends.

use std::borrow::Cow;

use super::error::Fault;
use super::location::Span;

/// The upper half of encodings of one byte a character; `\u{fffd}` where there is none.
const LATIN_9: &str = "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\
    \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
    \u{a0}¡¢£€¥Š§š©ª«¬\u{ad}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
const WINDOWS_1252: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ\
    \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
const KOI8_R: &str = "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
    юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";

/// Decodes a source. Line ends become `\n`.
pub(crate) fn decode(bytes: &[u8], filename: &str) -> Result<String, Fault> {
    let without_mark = bytes.strip_prefix(b"\xef\xbb\xbf");
    let has_mark = without_mark.is_some();
    let bytes = without_mark.unwrap_or(bytes);
    let text = match declared_encoding(bytes) {
        Some(name) => decode_as(&name, bytes, has_mark)?,
        None => utf8(bytes).ok_or_else(|| undeclared(bytes, filename))?,
    };
    Ok(universal_newlines(text))
}

/// Makes `\r\n` and `\r` one `\n`.
pub(crate) fn universal_newlines(text: Cow<'_, str>) -> String {
    match memchr::memchr(b'\r', text.as_bytes()) {
        None => text.into_owned(),
        Some(_) => text.replace("\r\n", "\n").replace('\r', "\n"),
    }
}

fn decode_as<'b>(name: &str, bytes: &'b [u8], has_mark: bool) -> Result<Cow<'b, str>, Fault> {
    let normal = name.to_ascii_lowercase().replace('_', "-");
    if has_mark && normal != "utf-8" && !normal.starts_with("utf-8-") {
        return Err(fault(format!("encoding problem: {name} with BOM")));
    }
    let text = match &*normal {
        "utf-8" | "utf8" | "u8" | "utf" | "utf-8-sig" => utf8(bytes),
        "ascii" | "us-ascii" => bytes.is_ascii().then(|| utf8(bytes)).flatten(),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "iso-latin-1" | "l1" | "8859" | "cp819" => {
            Some(bytes.iter().map(|&byte| byte as char).collect::<String>().into())
        }
        "iso-8859-15" | "iso8859-15" | "latin-9" | "latin9" | "l9" => single_bytes(bytes, LATIN_9),
        "cp1252" | "windows-1252" | "1252" => single_bytes(bytes, WINDOWS_1252),
        "koi8-r" => single_bytes(bytes, KOI8_R),
        _ => return Err(fault(format!("unknown encoding: {name}"))),
    };
    text.ok_or_else(|| fault(format!("encoding problem: {name}")))
}

fn fault(message: String) -> Fault {
    Fault::syntax(message, Span::default())
}

fn utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    std::str::from_utf8(bytes).ok().map(Cow::Borrowed)
}

fn single_bytes(bytes: &[u8], upper_half: &str) -> Option<Cow<'static, str>> {
    let upper_half: Vec<char> = upper_half.chars().collect();
    let character = |&byte: &u8| match byte.checked_sub(128) {
        None => Some(byte as char),
        Some(index) => Some(upper_half[index as usize]).filter(|&character| character != '\u{fffd}'),
    };
    bytes.iter().map(character).collect::<Option<String>>().map(Cow::Owned)
}

/// The first byte that is not UTF-8, in a file that names no encoding.
fn undeclared(bytes: &[u8], filename: &str) -> Fault {
    let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
    let byte = bytes.get(at).copied().unwrap_or(0);
    fault(format!(
        "Non-UTF-8 code starting with '\\x{byte:02x}' in file {filename} on line {line}, but no encoding declared; \
         see https://peps.python.org/pep-0263/ for details"
    ))
}

/// The name in a comment such as `# -*- coding: latin-1 -*-` on one of the first two lines.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let mut lines = bytes.split(|&byte| byte == b'\n');
    let first = lines.next()?;
    encoding_of_line(first).or_else(|| match first.trim_ascii_start().first() {
        None | Some(b'#') => encoding_of_line(lines.next()?),
        Some(_) => None,
    })
}

fn encoding_of_line(line: &[u8]) -> Option<String> {
    let comment = line.trim_ascii_start().strip_prefix(b"#")?;
    let mut places = memchr::memmem::find_iter(comment, b"coding");
    let at = places.find(|at| matches!(comment.get(at + 6), Some(b':' | b'=')))?;
    let name = comment[at + 7..].trim_ascii_start();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let width = name.iter().position(|byte| !is_part(byte)).unwrap_or(name.len());
    String::from_utf8(name[..width].to_vec()).ok().filter(|name| !name.is_empty())
}
