//! Amdahl's law: work of which a share can go on at the same time is at most so many times faster with so many workers.
//! And its lines as a plot of characters and of vectors, both axes logarithmic, so that a perfect speedup is straight.

use std::fmt::Write;

use super::parts::{Measure, Part};
use super::report::speedup;
use super::{Comparison, Way};
use crate::cli::escaped;

/// The share of the work that went on at the same time, by the speedup of so many workers.
pub fn parallel_share(speedup: f64, workers: f64) -> f64 {
    ((1.0 - 1.0 / speedup) / (1.0 - 1.0 / workers)).clamp(0.0, 1.0)
}

/// The speedup that a number of workers reaches if this share of the work goes on at the same time.
pub fn speedup_at(share: f64, workers: f64) -> f64 {
    1.0 / (1.0 - share + share / workers)
}

/// A line of the plot.
struct Line {
    title: String,
    /// The character of its points, and the number of its colour.
    mark: char,
    colour: &'static str,
    /// The share of the work that goes on at the same time.
    share: f64,
    /// The speedup that was measured.
    measured: Option<f64>,
}

/// Perfect speedup, what the GIL allows threads, and a line through what was measured for each way. None if there is
/// nothing to extrapolate: one worker.
fn lines(comparison: &Comparison, results: &[(Way, Measure)]) -> Vec<Line> {
    let mut lines = Vec::new();
    let workers = f64::from(comparison.workers);
    if comparison.workers < 2 {
        return lines;
    }
    let line = |title: String, mark, colour, share| Line { title, mark, colour, share, measured: None };
    lines.push(line("as many times as fast as there are workers".into(), '.', "faint", 1.0));
    let serial = &results[0].1;
    if !serial.has_own_workers() {
        let held = serial.part(Part::Computing) / serial.seconds();
        let title = format!("what one GIL allows: {:.0} % of the work in series held it", 100.0 * held);
        lines.push(line(title, '-', "p2", 1.0 - held));
    }
    for (way, measure) in &results[1..] {
        let (mark, colour) = match way {
            Way::Serial => continue,
            Way::Threads => ('t', "p0"),
            Way::Holding => ('h', "p1"),
            Way::Processes => ('p', "p4"),
        };
        let measured = speedup(results, measure);
        let share = parallel_share(measured, workers);
        let title = format!("{}: {measured:.2}x", way.title(comparison.workers));
        lines.push(Line { title, mark, colour, share, measured: Some(measured) });
    }
    lines
}

/// How many workers the plot goes to: a power of two, twice as many as have been tried, at least.
fn most(comparison: &Comparison) -> f64 {
    f64::from((2 * comparison.workers).max(8).next_power_of_two())
}

/// The columns of a doubling, and its rows.
const COLUMNS: f64 = 16.0;
const ROWS: f64 = 3.0;

/// The plot as text; empty if there is nothing to plot.
pub fn text(comparison: &Comparison, results: &[(Way, Measure)]) -> String {
    let lines = lines(comparison, results);
    if lines.is_empty() {
        return String::new();
    }
    let doublings = most(comparison).log2();
    let (width, height) = ((doublings * COLUMNS) as usize + 1, ((doublings + 1.0) * ROWS) as usize + 1);
    let mut cells = vec![vec![' '; width]; height];
    // The lowest row is half of the speed of one.
    let row = |speedup: f64| ((speedup.max(0.5).log2() + 1.0) * ROWS).round() as usize;
    for line in &lines {
        let heights = (0..width).map(|column| row(speedup_at(line.share, (column as f64 / COLUMNS).exp2())));
        for (column, at) in heights.enumerate() {
            cells[at.min(height - 1)][column] = line.mark;
        }
    }
    let column = (f64::from(comparison.workers).log2() * COLUMNS).round() as usize;
    for line in &lines {
        if let Some(measured) = line.measured {
            cells[row(measured).min(height - 1)][column] = line.mark.to_ascii_uppercase();
        }
    }
    let mut out =
        String::from("\nspeedup by number of workers; capital letters: measured; lines: Amdahl's law\n");
    for (place, cells) in cells.iter().enumerate().rev() {
        let label = match place % ROWS as usize {
            0 => format!("{}x", (place as f64 / ROWS - 1.0).exp2()),
            _ => String::new(),
        };
        let _ = writeln!(out, "{label:>6} |{}", cells.iter().collect::<String>().trim_end());
    }
    let labels = (0..=doublings as u32).map(|doubling| format!("{:<16}", 1_u64 << doubling));
    let _ =
        writeln!(out, "{:>6} +{}\n{:>8}{}", "", "-".repeat(width), "", labels.collect::<String>().trim_end());
    for Line { mark, title, .. } in &lines {
        let _ = writeln!(out, "{mark:>8} {title}");
    }
    out
}

/// The plot as a picture for a page.
pub fn picture(comparison: &Comparison, results: &[(Way, Measure)]) -> String {
    let lines = lines(comparison, results);
    if lines.is_empty() {
        return String::new();
    }
    let (most, width, height) = (most(comparison), 560.0, 300.0);
    let doublings = most.log2();
    let x = |workers: f64| 40.0 + workers.log2() / doublings * (width - 60.0);
    let y =
        |speedup: f64| height - 30.0 - (speedup.max(0.5).log2() + 1.0) / (doublings + 1.0) * (height - 45.0);
    let mut out = format!("<svg viewBox=\"0 0 {width} {height}\" role=img aria-label=\"Amdahl's lines\">\n");
    for doubling in 0..=doublings as u32 {
        let at = f64::from(doubling).exp2();
        let _ = writeln!(
            out,
            "<path class=grid d=\"M{0:.1} {1:.1}H{2:.1}M{3:.1} {4:.1}V{5:.1}\"/>\
             <text x=34 y={6:.1} text-anchor=end>{at}x</text><text x={3:.1} y={7:.1} text-anchor=middle>{at}</text>",
            x(1.0),
            y(at),
            x(most),
            x(at),
            y(most),
            y(0.5),
            y(at) + 4.0,
            height - 12.0
        );
    }
    for Line { title, colour, share, measured, .. } in &lines {
        let steps = (0..=48).map(|step| (f64::from(step) / 48.0 * doublings).exp2());
        let points = steps.map(|workers| format!("{:.1},{:.1}", x(workers), y(speedup_at(*share, workers))));
        let points = points.collect::<Vec<_>>().join(" ");
        let dashes = if measured.is_some() { "" } else { " stroke-dasharray=\"5 4\"" };
        let title = escaped(title);
        let _ = writeln!(
            out,
            "<polyline points=\"{points}\" style=\"stroke: var(--{colour})\"{dashes}><title>{title}</title></polyline>"
        );
        if let Some(measured) = measured {
            let (x, y) = (x(f64::from(comparison.workers)), y(*measured));
            let _ = writeln!(out, "<circle cx={x:.1} cy={y:.1} r=5 style=\"fill: var(--{colour})\"/>");
        }
    }
    out += "</svg>\n<ul>";
    for Line { title, colour, .. } in &lines {
        let _ = write!(out, "<li><i style=\"background: var(--{colour})\"></i>{}", escaped(title));
    }
    out + "</ul>\n<p>Speedup by number of workers. Points: measured; lines: Amdahl's law.</p>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_goes_through_what_was_measured() {
        for (speedup, workers) in [(1.0, 2.0), (1.7, 2.0), (3.9, 4.0), (1.2, 8.0)] {
            let share = parallel_share(speedup, workers);
            assert!((speedup_at(share, workers) - speedup).abs() < 1e-9);
            assert!((speedup_at(share, 1.0) - 1.0).abs() < 1e-9);
        }
        // What is slower than in series, or faster than all workers together, is no share.
        assert_eq!(parallel_share(0.8, 2.0), 0.0);
        assert_eq!(parallel_share(2.2, 2.0), 1.0);
    }
}
