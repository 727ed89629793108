//! Sources and the listings of their trees, as CPython writes them.

use super::super::{dump, parse_module_str};

const SOURCE: &str = include_str!("corpus.py.txt");
const LISTING: &str = include_str!("corpus.ast.txt");

#[test]
fn trees_are_those_of_cpython() {
    let parsed = parse_module_str(SOURCE, "<test>").unwrap();
    let listing = dump::dump_module(&parsed.tree, &parsed.source, true);
    for (number, (ours, theirs)) in listing.lines().zip(LISTING.lines()).enumerate() {
        assert_eq!(ours, theirs, "line {} of the listing", number + 1);
    }
    assert_eq!(listing.lines().count(), LISTING.lines().count());
}

#[test]
fn warnings() {
    let warnings = |source: &str| -> Vec<String> {
        let parsed = parse_module_str(source, "<test>").unwrap();
        parsed.warnings.into_iter().map(|warning| format!("{}: {}", warning.line, warning.message)).collect()
    };
    assert_eq!(
        warnings("x = '\\d'\ny = b'\\q'"),
        ["1: invalid escape sequence '\\d'", "2: invalid escape sequence '\\q'"]
    );
    assert_eq!(warnings("f'\\400'"), ["1: invalid octal escape sequence '\\400'"]);
    assert!(warnings("r'\\d'").is_empty());
}

#[test]
fn tokens() {
    let listing = dump::dump_tokens(b"if x: # c\n  f'a{y!r:>{n}}'\n", "<test>").unwrap();
    let kinds: Vec<_> = listing.lines().map(|line| line.split_whitespace().nth(1).unwrap()).collect();
    let expected = "ENCODING NAME NAME OP COMMENT NEWLINE INDENT FSTRING_START FSTRING_MIDDLE OP NAME OP NAME OP \
                    FSTRING_MIDDLE OP NAME OP FSTRING_MIDDLE OP FSTRING_END NEWLINE DEDENT ENDMARKER";
    assert_eq!(kinds.join(" "), expected);
}
