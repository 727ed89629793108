//! The tree's own rules: which room may name which, and that every file says what it owns.
//!
//! Data flows one way, `syntax -> compile -> code`, then `vm` runs code over `types` and `object` under `gil`.

use std::path::Path;

/// A room and the rooms that its source must not name.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("syntax", &["vm", "gil", "object", "types", "modules", "cli", "compile"]),
    ("code", &["vm", "gil", "object", "types", "modules", "cli", "compile", "syntax"]),
    ("compile", &["vm", "gil", "object", "types", "modules", "cli"]),
    ("gil", &["vm", "object", "types", "modules", "cli", "compile", "code", "syntax"]),
    ("object", &["vm", "types", "modules", "cli"]),
    ("types", &["vm", "cli"]),
    ("vm", &["cli"]),
    ("modules", &["cli"]),
];

#[test]
fn the_arrows_between_the_rooms_hold() {
    let source = crate::root().join("src");
    let mut wrong = Vec::new();
    for path in crate::files_below(&source, "rs") {
        let shown = path.strip_prefix(&source).expect("below src").to_path_buf();
        if shown.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        let Some((_, forbidden)) = FORBIDDEN.iter().find(|(room, _)| *room == room_of(&shown)) else {
            continue;
        };
        let text = std::fs::read_to_string(&path).expect("a source file can be read");
        for named in rooms_named(&text) {
            if forbidden.contains(&named.as_str()) {
                wrong.push(format!("src/{} names crate::{named}", shown.display()));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_owns() {
    let root = crate::root();
    let rust = ["src", "tests", "benches"].iter().flat_map(|room| crate::files_below(&root.join(room), "rs"));
    for path in rust {
        let text = std::fs::read_to_string(&path).expect("a source file can be read");
        assert!(text.starts_with("//!"), "{} does not open with //!", path.display());
    }
    for path in crate::files_below(&root.join("pyscripts"), "py") {
        let text = std::fs::read_to_string(&path).expect("a script can be read");
        let opens = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
        let documented = opens.starts_with("\"\"\"") || opens.starts_with("r\"\"\"") || text.is_empty();
        assert!(documented, "{} does not open with a docstring", path.display());
    }
}

/// The room of a path below src: its first folder, or the file of the room itself.
fn room_of(path: &Path) -> String {
    let first = path.iter().next().unwrap_or_default().to_string_lossy();
    first.trim_end_matches(".rs").to_string()
}

/// The modules of the crate that a text names: `crate::room`, and the members of `crate::{...}`.
fn rooms_named(text: &str) -> Vec<String> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut rooms = Vec::new();
    for (start, path) in code.match_indices("crate::") {
        let rest = &code[start + path.len()..];
        match rest.strip_prefix('{') {
            Some(group) => rooms.extend(first_names(group)),
            None => rooms.push(identifier(rest)),
        }
    }
    rooms
}

/// The first name of each member of a `{...}` group whose opening brace has been read.
fn first_names(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = vec![identifier(group.trim_start())];
    for (index, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(identifier(group[index + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
}

#[test]
fn names_are_found_in_groups_and_paths() {
    let text =
        "use crate::{vm::Frame, object::{Value, gil}, types};\n// crate::cli\nlet x = crate::modules::all();";
    assert_eq!(rooms_named(text), ["vm", "object", "types", "modules"]);
}

/// Rooms that may hold `unsafe`: what they offer the others is safe.
const UNSAFE_ROOMS: &[&str] = &["object", "gil", "vm", "modules"];

/// Lines above an `unsafe` block within which its reason must stand.
const REASON_WITHIN: usize = 12;

#[test]
fn unsafe_has_an_address_and_a_reason() {
    let source = crate::root().join("src");
    let mut wrong = Vec::new();
    for path in crate::files_below(&source, "rs") {
        let shown = path.strip_prefix(&source).expect("below src");
        let text = std::fs::read_to_string(&path).expect("a source file can be read");
        let lines: Vec<_> = text.lines().collect();
        for (index, _) in lines.iter().enumerate().filter(|(_, line)| opens_unsafe(line)) {
            let reasons = &lines[index.saturating_sub(REASON_WITHIN)..=index];
            if !UNSAFE_ROOMS.contains(&room_of(shown).as_str()) {
                wrong.push(format!(
                    "src/{}:{}: unsafe in a room that needs none",
                    shown.display(),
                    index + 1
                ));
            } else if !reasons.iter().any(|line| line.contains("SAFETY")) {
                wrong.push(format!("src/{}:{}: unsafe without a SAFETY comment", shown.display(), index + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a line of code opens an unsafe block or writes an unsafe impl.
fn opens_unsafe(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.contains("unsafe {") || code.contains("unsafe impl")
}
