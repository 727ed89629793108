//! Lists the trees of many files, to be compared with those of CPython. Runs only when asked to.

use std::time::{Duration, Instant};

use super::super::{dump, parse_module};

/// `GILLY_SYNTAX_CORPUS` names a file of lines "source, tab, where its listing goes". With `GILLY_SYNTAX_ATTRIBUTES`
/// the listings have positions (`ast.dump(tree, indent=4, include_attributes=True)`), with `GILLY_SYNTAX_TOKENS` they are
/// of tokens (`python -m tokenize`).
#[test]
fn trees_of_a_corpus() {
    let Ok(list) = std::env::var("GILLY_SYNTAX_CORPUS") else { return };
    let attributes = std::env::var("GILLY_SYNTAX_ATTRIBUTES").is_ok();
    let of_tokens = std::env::var("GILLY_SYNTAX_TOKENS").is_ok();
    let (mut time, mut size) = (Duration::ZERO, 0);
    for line in std::fs::read_to_string(list).expect("the list can be read").lines() {
        let (path, listing) = line.split_once('\t').expect("a line has two columns");
        let bytes = std::fs::read(path).expect("the source can be read");
        let start = Instant::now();
        let parsed = parse_module(&bytes, path);
        time += start.elapsed();
        size += bytes.len();
        let text = match parsed {
            Ok(_) if of_tokens => dump::dump_tokens(&bytes, path).expect("what can be parsed has tokens"),
            Ok(parsed) => dump::dump_module(&parsed.tree, &parsed.source, attributes),
            Err(error) => format!(
                "{:?}: {} @{}:{}-{}:{}\n",
                error.kind, error.message, error.line, error.column, error.end_line, error.end_column
            ),
        };
        std::fs::write(listing, text).expect("the listing can be written");
    }
    eprintln!("{size} bytes in {time:?}");
}
