//! What the parts of the interpreter cost: start-up, lexing and parsing, calls, attributes, dicts, the GIL's hand-off.
//!
//! `cargo bench` runs them, `cargo bench -- call` those whose name has this word. Front-end benchmarks run in this
//! process and tell megabytes a second; what runs Python does so in the release binary, which times itself
//! (`benches/operations.py`), so that its start does not count.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};

const GILLY: &str = env!("CARGO_BIN_EXE_gilly");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The operations that `operations.py` knows.
const OPERATIONS: [&str; 11] = [
    "call",
    "call_keyword",
    "method",
    "make",
    "load_attribute",
    "store_attribute",
    "dict_get",
    "dict_set",
    "dict_of_text",
    "lock",
    "hand_off",
];

/// A process that runs nothing, and one that imports what most scripts do.
fn start(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    group.sampling_mode(SamplingMode::Flat);
    for (name, program) in [("pass", "pass"), ("imports", "import re, json, dataclasses, threading")] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let status = Command::new(GILLY).args(["-c", program]).status().expect("gilly starts");
                assert!(status.success());
            })
        });
    }
    group.finish();
}

/// The text of a big module of the library, again and again up to a megabyte.
fn megabyte() -> String {
    let module = Path::new(ROOT).join("pyscripts/stdlib/typing.py");
    let module = std::fs::read_to_string(module).expect("the library is there");
    // What must stand at the top of a file may not stand in its middle.
    let module: String =
        module.lines().filter(|line| !line.contains("__future__")).map(|line| format!("{line}\n")).collect();
    module.repeat((1 << 20) / module.len() + 1)
}

/// Text to tokens, to a tree, to code.
fn front_end(criterion: &mut Criterion) {
    let text = megabyte();
    let parsed = gilly::syntax::parse_module_str(&text, "megabyte.py").expect("the library parses");
    let mut group = criterion.benchmark_group("front end");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
    group.bench_function("lex", |bencher| {
        let source = gilly::syntax::Source::new("megabyte.py", &text);
        bencher.iter(|| gilly::syntax::dump::list_tokens(black_box(&source)).0.len())
    });
    group.bench_function("lex and parse", |bencher| {
        bencher.iter(|| gilly::syntax::parse_module_str(black_box(&text), "megabyte.py"))
    });
    group.bench_function("compile", |bencher| {
        bencher.iter(|| gilly::compile::module(black_box(&parsed), &gilly::compile::Options::default()))
    });
    group.finish();
}

/// Operations of running Python code, by what the binary says it took.
fn operations(criterion: &mut Criterion) {
    let script = Path::new(ROOT).join("benches/operations.py");
    let mut group = criterion.benchmark_group("operation");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    for name in OPERATIONS {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| {
                let started = Instant::now();
                let run = Command::new(GILLY).arg(&script).args([name, &times.to_string()]).output();
                let run = run.expect("gilly starts");
                let seconds = String::from_utf8_lossy(&run.stdout).trim().parse();
                let seconds =
                    seconds.unwrap_or_else(|_| panic!("{name}: {}", String::from_utf8_lossy(&run.stderr)));
                // The clock of the script cannot have run for longer than the script.
                Duration::from_secs_f64(seconds).min(started.elapsed())
            })
        });
    }
    group.finish();
}

criterion_group!(benches, start, front_end, operations);
criterion_main!(benches);
