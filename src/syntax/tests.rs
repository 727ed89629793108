//! The room's tests.

/// Compares our listing of each tree with the one that stands beside the file, for files named in an environment variable.
#[test]
fn trees_of_a_corpus() {
    let Ok(list) = std::env::var("GILLY_SYNTAX_CORPUS") else { return };
    let attributes = std::env::var("GILLY_SYNTAX_ATTRIBUTES").is_ok();
    let mut time = std::time::Duration::ZERO;
    let mut size = 0;
    for line in std::fs::read_to_string(list).unwrap().lines() {
        let (path, out) = line.split_once('\t').unwrap();
        let bytes = std::fs::read(path).unwrap();
        let start = std::time::Instant::now();
        let result = super::parse_module(&bytes, path);
        time += start.elapsed();
        size += bytes.len();
        let text = match result {
            Ok(parsed) => super::dump::dump_module(&parsed.tree, &parsed.source, attributes),
            Err(error) => format!(
                "{:?}: {} @{}:{}-{}:{}\n",
                error.kind, error.message, error.line, error.column, error.end_line, error.end_column
            ),
        };
        std::fs::write(out, text).unwrap();
    }
    eprintln!("{size} bytes in {time:?}");
}
