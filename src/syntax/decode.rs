//! Bytes of a source file to text: byte order mark, encoding line (PEP 263), line ends.

use std::borrow::Cow;

use super::error::Fault;
use super::location::Span;

/// Decodes a source. Line ends become `\n`.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Fault> {
    let without_mark = bytes.strip_prefix(b"\xef\xbb\xbf");
    let has_mark = without_mark.is_some();
    let bytes = without_mark.unwrap_or(bytes);
    let text = match declared_encoding(bytes) {
        Some(name) => decode_as(&name, bytes, has_mark)?,
        None => utf8(bytes, false)?,
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
    let is_utf8 =
        matches!(&*normal, "utf-8" | "utf8" | "u8" | "utf" | "utf-8-sig") || normal.starts_with("utf-8-");
    if has_mark && !is_utf8 {
        return Err(Fault::syntax(format!("encoding problem: {name} with BOM"), Span::default()));
    }
    match &*normal {
        _ if is_utf8 => utf8(bytes, true),
        "ascii" | "us-ascii" if bytes.is_ascii() => utf8(bytes, true),
        "ascii" | "us-ascii" => Err(Fault::syntax("'ascii' codec can't decode byte", Span::default())),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "iso-latin-1" | "l1" | "8859" | "cp819" => {
            Ok(latin1(bytes))
        }
        "iso-8859-15" | "iso8859-15" | "latin-9" | "latin9" | "l9" => Ok(latin9(bytes)),
        _ => Err(Fault::syntax(format!("unknown encoding: {name}"), Span::default())),
    }
}

fn utf8(bytes: &[u8], declared: bool) -> Result<Cow<'_, str>, Fault> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let at = error.valid_up_to();
        let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
        let byte = bytes[at];
        let message = match declared {
            true => format!("(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: invalid start byte"),
            false => format!(
                "Non-UTF-8 code starting with '\\x{byte:02x}' on line {line}, but no encoding declared; see \
                 https://peps.python.org/pep-0263/ for details"
            ),
        };
        Fault::syntax(message, Span::default())
    })
}

fn latin1(bytes: &[u8]) -> Cow<'_, str> {
    bytes.iter().map(|&byte| byte as char).collect::<String>().into()
}

/// Latin-1 with eight characters exchanged.
fn latin9(bytes: &[u8]) -> Cow<'_, str> {
    let character = |&byte: &u8| match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        _ => byte as char,
    };
    bytes.iter().map(character).collect::<String>().into()
}

/// The name in a comment such as `# -*- coding: latin-1 -*-` on one of the first two lines.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let mut lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_empty());
    let first = lines.next()?;
    encoding_of_line(first).or_else(|| match first.trim_ascii_start().first() {
        None | Some(b'#') => encoding_of_line(lines.next()?),
        Some(_) => None,
    })
}

fn encoding_of_line(line: &[u8]) -> Option<String> {
    let comment = line.trim_ascii_start().strip_prefix(b"#")?;
    let at = memchr::memmem::find_iter(comment, b"coding")
        .find(|at| matches!(comment.get(at + 6), Some(b':' | b'=')))?;
    let name: Vec<u8> = comment[at + 7..]
        .trim_ascii_start()
        .iter()
        .copied()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
        .collect();
    String::from_utf8(name).ok().filter(|name| !name.is_empty())
}
