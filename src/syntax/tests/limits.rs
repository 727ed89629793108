//! Sources made to break a parser: deep, long or cut off. None may overflow the stack or take long.

use super::super::{SyntaxErrorKind, dump, parse_expression, parse_interactive, parse_module_str};

fn message(source: &str) -> String {
    match parse_module_str(source, "<test>") {
        Ok(_) => "parsed".into(),
        Err(error) => error.message,
    }
}

#[test]
fn brackets_are_bounded() {
    assert_eq!(message(&format!("{}1{}", "(".repeat(200), ")".repeat(200))), "parsed");
    assert_eq!(message(&"(".repeat(10_000)), "too many nested parentheses");
    assert_eq!(message(&"f(".repeat(10_000)), "too many nested parentheses");
    assert_eq!(message(&"{1: [".repeat(150)), "too many nested parentheses");
}

#[test]
fn blocks_are_bounded() {
    let nested = |depth: usize| -> String {
        (0..depth)
            .map(|level| format!("{}if x:\n", " ".repeat(level)))
            .chain([" ".repeat(depth), "pass\n".into()])
            .collect()
    };
    assert_eq!(message(&nested(99)), "parsed");
    assert_eq!(message(&nested(100)), "too many levels of indentation");
}

#[test]
fn long_chains_parse() {
    assert_eq!(message(&vec!["a"; 5000].join("+")), "parsed");
    assert_eq!(message(&format!("a{}", ".b()".repeat(2500))), "parsed");
    assert_eq!(message(&vec!["a"; 100_000].join(" or ")), "parsed");
    assert_eq!(message(&vec!["a"; 100_000].join(", ")), "parsed");
    assert_eq!(message(&format!("if a: pass\n{}", "elif a: pass\n".repeat(20_000))), "parsed");
    assert_eq!(message(&"'a' f'b' ".repeat(20_000)), "parsed");
}

#[test]
fn deep_chains_are_refused() {
    let too_complex = "Parser stack overflowed - Python source too complex to parse";
    assert_eq!(message(&vec!["a"; 1_000_000].join("+")), too_complex);
    for prefix in ["-", "not ", "lambda: ", "a**", "a if a else ", "a.", "await "] {
        assert_eq!(message(&format!("{}a", prefix.repeat(100_000))), too_complex, "{prefix}");
    }
    let error = parse_expression(&"-".repeat(100_000), "<test>").unwrap_err();
    assert_eq!(error.kind, SyntaxErrorKind::TooComplex);
}

#[test]
fn broken_nesting_is_diagnosed_in_time() {
    for opening in
        ["(a if ", "{(", "{{1: ", "f(a=", "(a = (", "f\"{", "[a for a in ", "lambda a=(", "print (", "(not "]
    {
        let source = format!("{}$", opening.repeat(90));
        assert_ne!(message(&source), "parsed");
        let source = format!("{}1 2", opening.repeat(90));
        assert_ne!(message(&source), "parsed");
    }
}

#[test]
fn deep_trees_can_be_listed() {
    let parsed = parse_expression(&vec!["a"; 1000].join("+"), "<test>").unwrap();
    assert!(dump::dump_expression(&parsed.tree, &parsed.source, true).len() > 1000);
}

#[test]
fn incomplete_input_is_told_from_wrong_input() {
    let incomplete = |source: &str| parse_interactive(source, "<stdin>").is_err_and(|error| error.incomplete);
    for source in [
        "(",
        "if x:",
        "if x:\n",
        "if x:\n  y\n",
        "'''",
        "f'''{",
        "a = \\\n",
        "try:\n  x\n",
        "@a\n",
        "x = [1,\n",
        "class A:\n  def f():\n",
    ] {
        assert!(incomplete(source), "{source:?}");
    }
    for source in ["x", "x = 1\n", "if x: y\n\n", "if x:\n  y\n\n", "x +", "if x y", ")", "'", "", "# only\n"]
    {
        assert!(!incomplete(source), "{source:?}");
    }
}
