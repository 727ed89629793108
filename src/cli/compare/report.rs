//! The comparison in words: a table, bars, the loss taken apart, and what it means.

use std::fmt::Write;

use super::parts::{Measure, Part};
use super::{Comparison, Way};

/// The characters of the bars, by part.
const MARKS: [char; Part::ALL.len()] = ['█', '▓', '▒', '░', '+', '·'];

/// The length of the longest bar.
const WIDTH: f64 = 60.0;

/// The whole report.
pub fn text(comparison: &Comparison, results: &[(Way, Measure)]) -> String {
    let mut out = headline(comparison) + "\n\n";
    table(&mut out, comparison, results);
    bars(&mut out, comparison, results);
    losses(&mut out, comparison, results);
    for sentence in explanation(comparison, results) {
        let _ = write!(out, "\n{sentence}\n");
    }
    out
}

/// What was run.
pub fn headline(comparison: &Comparison) -> String {
    let script = comparison.script[0].to_string_lossy();
    let work = if comparison.function.is_empty() {
        script.into_owned()
    } else {
        let (function, arguments) = (&comparison.function, &comparison.arguments);
        format!("{}({}) of {script}", function.to_string_lossy(), arguments.to_string_lossy())
    };
    let (workers, repetitions) = (comparison.workers, comparison.repetitions);
    format!("{work}, {workers} times; the median of {repetitions} runs")
}

/// How many times faster than in series.
pub fn speedup(results: &[(Way, Measure)], measure: &Measure) -> f64 {
    results[0].1.seconds() / measure.seconds()
}

fn table(out: &mut String, comparison: &Comparison, results: &[(Way, Measure)]) {
    let _ = write!(out, "{:<36}{:>9}{:>9}{:>12}", "", "seconds", "speedup", "efficiency");
    for part in Part::ALL {
        let _ = write!(out, "{:>12}", part.title());
    }
    out.push('\n');
    for (way, measure) in results {
        let speedup = speedup(results, measure);
        let workers = if *way == Way::Serial { 1 } else { comparison.workers };
        let _ = write!(
            out,
            "{:<36}{:>9.3}{:>8.2}x{:>10.0} %",
            way.title(comparison.workers),
            measure.seconds(),
            speedup,
            100.0 * speedup / f64::from(workers)
        );
        for part in Part::ALL {
            let _ = write!(out, "{:>12.3}", measure.part(part));
        }
        out.push('\n');
    }
}

fn bars(out: &mut String, comparison: &Comparison, results: &[(Way, Measure)]) {
    let longest = results.iter().map(|(_, measure)| measure.seconds()).fold(0.0, f64::max);
    out.push('\n');
    for (way, measure) in results {
        let _ = write!(out, "{:<36}", way.title(comparison.workers));
        let (mut end, mut drawn) = (0.0, 0);
        for (part, mark) in Part::ALL.into_iter().zip(MARKS) {
            end += measure.part(part);
            let column = (end / longest * WIDTH).round() as usize;
            out.extend(std::iter::repeat_n(mark, column.saturating_sub(drawn)));
            drawn = drawn.max(column);
        }
        out.push('\n');
    }
    let legend = Part::ALL.into_iter().zip(MARKS).map(|(part, mark)| format!("{mark} {}", part.title()));
    let _ = writeln!(out, "{:<36}{}", "", legend.collect::<Vec<_>>().join("  "));
}

/// By how much a part is more than an equal share of the work in series: these differences add up to the time beyond a
/// perfect speedup.
pub fn loss(results: &[(Way, Measure)], measure: &Measure, part: Part, workers: u32) -> f64 {
    measure.part(part) - results[0].1.part(part) / f64::from(workers)
}

fn losses(out: &mut String, comparison: &Comparison, results: &[(Way, Measure)]) {
    let workers = comparison.workers;
    let _ = writeln!(out, "\nbeyond {workers} times as fast");
    for (way, measure) in &results[1..] {
        let ideal = results[0].1.seconds() / f64::from(workers);
        let _ = write!(out, "{:<36}{:>9.3}{:>21}", way.title(workers), measure.seconds() - ideal, "");
        for part in Part::ALL {
            let _ = write!(out, "{:>+12.3}", loss(results, measure, part, workers));
        }
        out.push('\n');
    }
}

/// What the figures mean, where they say something.
pub fn explanation(comparison: &Comparison, results: &[(Way, Measure)]) -> Vec<String> {
    let workers = f64::from(comparison.workers);
    results[1..].iter().filter_map(|(way, measure)| explain(*way, results, measure, workers)).collect()
}

fn explain(way: Way, results: &[(Way, Measure)], measure: &Measure, workers: f64) -> Option<String> {
    let percent = |part: Part| 100.0 * measure.part(part) / measure.seconds();
    let speedup = speedup(results, measure);
    let subject = match way {
        Way::Serial => return None,
        Way::Threads => "Threads",
        Way::Holding => "Threads whose kernels hold the GIL",
        Way::Processes => "Child VMs",
    };
    let cause = if percent(Part::Gil) > 20.0 {
        format!(
            "each waited for the GIL {:.0} % of the time: they took turns, and only one computed at a time",
            percent(Part::Gil)
        )
    } else if percent(Part::Start) > 20.0 {
        format!(
            "{:.0} % of the time went into starting them and copying what they need",
            percent(Part::Start)
        )
    } else if speedup > 1.2 && percent(Part::Native) > 40.0 {
        format!("{:.0} % of their time they ran native code, which needs no GIL", percent(Part::Native))
    } else if speedup > 1.2 && percent(Part::Other) > 40.0 {
        "they waited at the same time, and who waits gives the GIL up".to_owned()
    } else if speedup > 1.2 && way == Way::Processes {
        "each has a GIL of its own".to_owned()
    } else {
        return None;
    };
    // Amdahl's law, from the speedup that was measured.
    let parallel = ((1.0 - 1.0 / speedup) / (1.0 - 1.0 / workers)).clamp(0.0, 1.0);
    let more = 2.0 * workers;
    let further = if speedup > 1.1 && workers > 1.0 {
        let expected = 1.0 / (1.0 - parallel + parallel / more);
        format!(" At this rate {more:.0} workers on as many cores would reach {expected:.1}x (Amdahl's law).")
    } else {
        String::new()
    };
    Some(format!("{subject}: {speedup:.2}x; {cause}.{further}"))
}
