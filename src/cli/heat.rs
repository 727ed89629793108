//! `gilly dis --heat`: source and bytecode with what was counted at each instruction, as text and as a page.
//!
//! Columns: ticks; their share of all ticks of the script's own code; how often a thread lost the GIL there; how often it
//! gave it up there to wait or for native work; how often what the instruction remembers was right, and how often it was
//! not, or nothing was remembered yet; whether the instruction has specialised itself.

use std::fmt::Write;

use super::escaped;
use crate::code::Code;
use crate::code::atomicity::{Functions, Window, windows};
use crate::code::disassemble::{Row, lens, rows};
use crate::vm::heat::{Counted, Counts, learns};

/// A code object, ready to be shown.
struct Part<'a> {
    code: Code,
    rows: Vec<Row>,
    windows: Vec<Window>,
    counts: &'a [Counts],
}

impl Part<'_> {
    fn ticks(&self) -> u64 {
        self.counts.iter().map(|counts| counts.ticks).sum()
    }

    /// The rows in runs of one source line.
    fn lines(&self) -> impl Iterator<Item = &[Row]> {
        self.rows.chunk_by(|one, other| one.line == other.line)
    }
}

/// The code objects in the order of the source.
fn parts(counted: &[Counted]) -> Vec<Part<'_>> {
    let module = counted.iter().find(|counted| &*counted.code.qualified_name == "<module>");
    let functions = module.map_or_else(Functions::default, |module| Functions::of(&module.code));
    let mut parts: Vec<Part<'_>> = counted
        .iter()
        .map(|counted| {
            let code = Code { words: counted.words.clone().into(), ..Code::clone(&counted.code) };
            let (rows, windows) = (rows(&code), windows(&code, &functions));
            Part { code, rows, windows, counts: &counted.counts }
        })
        .collect();
    parts.sort_by_key(|part| part.code.first_line);
    parts
}

/// What a row's instruction has learned.
fn state(row: &Row) -> &'static str {
    let generic = row.opcode.row().generic;
    if generic != row.opcode {
        "special"
    } else if row.opcode.row().caches > 0 {
        "general"
    } else {
        ""
    }
}

/// The listing as text.
pub fn text(counted: &[Counted], source: &str) -> String {
    let parts = parts(counted);
    let all: u64 = parts.iter().map(Part::ticks).sum();
    let lines: Vec<&str> = source.lines().collect();
    let mut out = format!("\n{all} ticks in the script's own code\n");
    for part in &parts {
        let (name, first, ticks) = (&part.code.qualified_name, part.code.first_line, part.ticks());
        let _ = writeln!(out, "\n{name} (line {first}): {ticks} ticks, {}", share(ticks, all));
        let _ =
            writeln!(out, "       ticks   share  switches  releases      hits    misses  state      word");
        for run in part.lines() {
            let line = run[0].line;
            if let Some(text) = lines.get((line as usize).wrapping_sub(1)) {
                let _ = writeln!(out, "{line:>5} | {}", text.trim_end());
            }
            for row in run {
                write_row(&mut out, part, row, all);
            }
        }
    }
    out
}

/// What stands before the instruction: ticks, share, switches, releases, hits, misses, state, word.
fn columns(part: &Part<'_>, row: &Row, all: u64) -> [String; 8] {
    let Counts { ticks, switches, releases, general, .. } = part.counts[row.word];
    let number = |number: u64| if number == 0 { String::new() } else { number.to_string() };
    let [hits, misses] = if ticks > 0 && learns(row.opcode) {
        [ticks.saturating_sub(general), general].map(|count| count.to_string())
    } else {
        [String::new(), String::new()]
    };
    let (word, state) = (row.word.to_string(), state(row).to_owned());
    [ticks.to_string(), share(ticks, all), number(switches), number(releases), hits, misses, state, word]
}

fn write_row(out: &mut String, part: &Part<'_>, row: &Row, all: u64) {
    let [ticks, share, switches, releases, hits, misses, state, word] = columns(part, row, all);
    let (lens, name, operands) = (lens(&part.windows, row.word), row.opcode.row().name, &row.operands);
    let line = format!(
        "{ticks:>12} {share:>7} {switches:>9} {releases:>9} {hits:>9} {misses:>9}  {state:<9}{word:>6}{lens} \
         {name:<22}{operands}"
    );
    let _ = writeln!(out, "{}", line.trim_end());
}

fn share(ticks: u64, all: u64) -> String {
    if all == 0 || ticks == 0 {
        return String::new();
    }
    format!("{:.1} %", 100.0 * ticks as f64 / all as f64)
}

/// The listing as a page that needs nothing but a browser: the warmer a row, the more ticks.
pub fn page(counted: &[Counted], source: &str, name: &str) -> String {
    let parts = parts(counted);
    let all: u64 = parts.iter().map(Part::ticks).sum();
    let lines: Vec<&str> = source.lines().collect();
    let mut body = String::new();
    for (place, part) in parts.iter().enumerate() {
        let (title, ticks) = (escaped(&part.code.qualified_name), part.ticks());
        let share = share(ticks, all);
        let _ = writeln!(body, "<h2 id=code{place}>{title} <small>{ticks} ticks, {share}</small></h2>");
        body += "<table><thead><tr><th>ticks<th>share<th>switches<th>releases<th>hits<th>misses<th>state<th>word\
                 <th>instruction\
                 </thead><tbody>\n";
        for run in part.lines() {
            let line = run[0].line;
            if let Some(text) = lines.get((line as usize).wrapping_sub(1)) {
                let _ = writeln!(body, "<tr class=source><td>{line}<td colspan=8>{}</tr>", escaped(text));
            }
            for row in run {
                write_page_row(&mut body, part, row, all);
            }
        }
        body += "</tbody></table>\n";
    }
    let total = format!("{all} ticks in the script's own code");
    PAGE.replacen("{name}", &escaped(name), 2)
        .replacen("{total}", &total, 1)
        .replacen("{index}", &index(&parts, all), 1)
        .replacen("{body}", &body, 1)
}

/// How many code objects the index of a page names.
const INDEXED: usize = 12;

/// Links to the code objects with the most ticks.
fn index(parts: &[Part<'_>], all: u64) -> String {
    let mut order: Vec<(u64, usize)> =
        parts.iter().enumerate().map(|(place, part)| (part.ticks(), place)).collect();
    order.sort_by_key(|&(ticks, place)| (std::cmp::Reverse(ticks), place));
    let links = order.into_iter().take(INDEXED).map(|(ticks, place)| {
        let name = escaped(&parts[place].code.qualified_name);
        format!("<li><a href=\"#code{place}\">{name}</a> {}", share(ticks, all))
    });
    links.collect()
}

/// The page around the tables.
const PAGE: &str = include_str!("heat.html");

fn write_page_row(out: &mut String, part: &Part<'_>, row: &Row, all: u64) {
    let heat = (part.counts[row.word].ticks as f64 / all.max(1) as f64).sqrt() * 100.0;
    let window = part.windows.iter().find(|window| (window.load..=window.store).contains(&row.word));
    let title = window.map_or_else(String::new, |window| {
        format!(" title=\"a switch between load and store loses an update of {}\"", escaped(&window.place))
    });
    let columns = columns(part, row, all).join("<td>");
    let (lens, name) = (lens(&part.windows, row.word), row.opcode.row().name);
    let operands = escaped(&row.operands);
    let _ = writeln!(
        out,
        "<tr style=\"--heat: {heat:.0}%\"><td>{columns}<td{title}><b>{lens}</b>{name:<22}{operands}</tr>"
    );
}
