//! Sources that are refused: message and place as CPython has them.

use super::super::{parse_expression, parse_module, parse_module_str};

/// A line is a source, with `\n` and `\t` escaped, and the expected error: message, then `line:column-line:column`.
const ERRORS: &str = include_str!("errors.txt");

fn check(source: &str, expected: &str) {
    let error = parse_module_str(source, "<test>").expect_err(source);
    let place = format!("{}:{}-{}:{}", error.line, error.column, error.end_line, error.end_column);
    assert_eq!(format!("{:?}: {} @{place}", error.kind, error.message), expected, "for {source:?}");
}

#[test]
fn errors_are_those_of_cpython() {
    for line in ERRORS.lines().filter(|line| !line.is_empty()) {
        let (source, expected) = line.split_once(" => ").expect("a line has two parts");
        let source = source.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
        check(&source, expected);
    }
}

#[test]
fn nothing_is_wrong_with_empty_lines() {
    for source in ["", "\n", "\\\n\n", "# only", "  # only\n\n", "\x0c\nx", "if x:\n  y\n # c\n\nz"] {
        assert!(parse_module_str(source, "<test>").is_ok(), "{source:?}");
    }
}

#[test]
fn expressions_alone() {
    assert_eq!(parse_expression("x = 1", "<test>").unwrap_err().message, "invalid syntax");
    assert_eq!(parse_expression("  x + 1\n", "<test>").unwrap_err().message, "unexpected indent");
}

#[test]
fn encodings() {
    let text = |bytes: &[u8]| parse_module(bytes, "f.py").map(|parsed| parsed.source.text.to_string());
    assert_eq!(text(b"\xef\xbb\xbfx = 1\r\ny\r").unwrap(), "x = 1\ny\n");
    assert_eq!(text(b"# coding: latin-1\nx = '\xe9'").unwrap(), "# coding: latin-1\nx = 'é'");
    assert_eq!(
        text(b"#!/x\n# vim: set fileencoding=iso8859-15 :\n'\xa4'").unwrap().lines().last(),
        Some("'€'")
    );
    assert_eq!(text(b"# coding: foo\n").unwrap_err().message, "unknown encoding: foo");
    assert!(
        text(b"x = '\xe9'")
            .unwrap_err()
            .message
            .starts_with("Non-UTF-8 code starting with '\\xe9' in file f.py")
    );
}
