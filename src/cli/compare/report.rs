//! The comparison in words: a table, bars, the loss taken apart, and what it means.

use std::fmt::Write;

use super::parts::{Measure, Part};
use super::{Comparison, Way, amdahl};

/// The characters of the bars, by part.
const MARKS: [char; Part::ALL.len()] = ['█', '▓', '▒', '░', '=', '+', '#', '*', '·'];

/// The length of the longest bar.
const WIDTH: f64 = 60.0;

/// The whole report.
pub fn text(comparison: &Comparison, results: &[(Way, Measure)]) -> String {
    let mut out = headline(comparison) + "\n\n";
    table(&mut out, comparison, results);
    bars(&mut out, comparison, results);
    losses(&mut out, comparison, results);
    traffic(&mut out, comparison, results);
    out += &amdahl::text(comparison, results);
    for sentence in explanation(comparison, results) {
        let _ = write!(out, "\n{sentence}\n");
    }
    out
}

/// What was run.
pub fn headline(comparison: &Comparison) -> String {
    let script = comparison.script[0].to_string_lossy();
    let work = if comparison.function.is_empty() {
        format!("{script} as a whole, run by each of {} workers", comparison.workers)
    } else {
        let (function, arguments) = (&comparison.function, &comparison.arguments);
        let (function, arguments) = (function.to_string_lossy(), arguments.to_string_lossy());
        format!("{function}({arguments}) of {script}, called by each of {} workers", comparison.workers)
    };
    format!("{work}; the median of {} runs", comparison.repetitions)
}

/// The parts that something went into, somewhere.
pub fn shown(results: &[(Way, Measure)]) -> Vec<Part> {
    let occurs = |part: &Part| results.iter().any(|(_, measure)| measure.part(*part) >= 0.0005);
    Part::ALL.into_iter().filter(|part| *part == Part::Computing || occurs(part)).collect()
}

/// How many times faster than in series.
pub fn speedup(results: &[(Way, Measure)], measure: &Measure) -> f64 {
    results[0].1.seconds() / measure.seconds()
}

fn table(out: &mut String, comparison: &Comparison, results: &[(Way, Measure)]) {
    let _ = write!(out, "{:<36}{:>9}{:>9}{:>12}", "", "seconds", "speedup", "efficiency");
    let parts = shown(results);
    for part in &parts {
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
        for part in &parts {
            let _ = write!(out, "{:>12.3}", measure.part(*part));
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
    let legend = shown(results).into_iter().map(|part| format!("{} {}", MARKS[part as usize], part.title()));
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
        for part in shown(results) {
            let _ = write!(out, "{:>+12.3}", loss(results, measure, part, workers));
        }
        out.push('\n');
    }
}

/// What was pickled and copied, by all workers together.
fn traffic(out: &mut String, comparison: &Comparison, results: &[(Way, Measure)]) {
    for (way, measure) in results.iter().filter(|(_, measure)| !measure.traffic.is_empty()) {
        let title = way.title(comparison.workers);
        let _ = writeln!(out, "\n{title}, all together: {}", traffic_in_words(measure));
    }
}

/// The bytes that were pickled and copied, and how long this took.
pub fn traffic_in_words(measure: &Measure) -> String {
    let words = measure.traffic.iter().map(|sum| {
        let (what, bytes, milliseconds) = (&sum.what, sum.bytes, sum.nanoseconds as f64 / 1e6);
        format!("{bytes} bytes {what} in {milliseconds:.3} ms")
    });
    words.collect::<Vec<_>>().join(", ")
}

/// What the figures mean, where they say something.
pub fn explanation(comparison: &Comparison, results: &[(Way, Measure)]) -> Vec<String> {
    let workers = f64::from(comparison.workers);
    let own = own_workers(comparison, &results[0].1);
    let remarks = remarks(comparison, results);
    let causes = results[1..].iter().filter_map(|(way, measure)| explain(*way, results, measure, workers));
    own.into_iter().chain(causes).chain(remarks).collect()
}

/// What it means that the work starts threads or processes itself.
fn own_workers(comparison: &Comparison, serial: &Measure) -> Option<String> {
    if !serial.has_own_workers() {
        return None;
    }
    let each = |number: usize, one: &str, many: &str| {
        let number = number.div_ceil(comparison.workers as usize);
        (number > 0).then(|| format!("{number} {}", if number == 1 { one } else { many }))
    };
    let threads = each(serial.own_threads.len(), "thread", "threads");
    let processes = each(serial.own_processes, "process", "processes");
    let started: Vec<String> = threads.into_iter().chain(processes).collect();
    let work = if comparison.function.is_empty() { "script" } else { "function" };
    let mut text = format!(
        "The {work} itself starts {} each time. That is in every row, the first one too: compared is the {work} as it is, \
         done by one worker after the other, by threads, by child VMs. It does not say whether its own workers help; gilly \
         run --explain does.",
        started.join(" and ")
    );
    // Threads are named after their functions.
    let function = serial.own_threads.iter().find_map(|name| name.split_once(" (")?.1.strip_suffix(')'));
    if let Some(function) = function.filter(|function| *function != comparison.function.to_string_lossy()) {
        text += &format!(
            " To compare what its threads do, name their function: --function {function} --args '...'."
        );
    }
    Some(text)
}

/// What the library module has noted of the runs with child VMs.
fn remarks(comparison: &Comparison, results: &[(Way, Measure)]) -> Vec<String> {
    let function = comparison.function.to_string_lossy();
    let known = [
        (
            "loaded_anew",
            format!(
                "{function} or its arguments cannot be pickled: each child VM has loaded the script and made the arguments \
                 for itself."
            ),
        ),
        (
            "result_stays",
            format!("What {function} returns cannot be pickled: it did not come back from the child VMs."),
        ),
    ];
    let has = |remark: &str| results.iter().any(|(_, measure)| measure.has(remark));
    known.into_iter().filter(|(remark, _)| has(remark)).map(|(_, text)| text).collect()
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
        format!("{:.0} % of the time went into starting them", percent(Part::Start))
    } else if percent(Part::Pickling) + percent(Part::Copying) > 20.0 {
        format!(
            "{:.0} % of the time went into pickling and copying what they are given and give back",
            percent(Part::Pickling) + percent(Part::Copying)
        )
    } else if percent(Part::Workers) > 40.0 {
        format!("{:.0} % of the time each waited for workers of its own", percent(Part::Workers))
    } else if speedup > 1.2 && percent(Part::Native) > 40.0 {
        format!("{:.0} % of their time they ran native code, which needs no GIL", percent(Part::Native))
    } else if speedup > 1.2 && percent(Part::Other) > 40.0 {
        "they waited at the same time, and who waits gives the GIL up".to_owned()
    } else if speedup > 1.2 && way == Way::Processes {
        "each has a GIL of its own".to_owned()
    } else {
        return None;
    };
    let more = 2.0 * workers;
    let further = if speedup > 1.1 && workers > 1.0 && !results[0].1.has_own_workers() {
        let expected = amdahl::speedup_at(amdahl::parallel_share(speedup, workers), more);
        format!(" At this rate {more:.0} workers on as many cores would reach {expected:.1}x (Amdahl's law).")
    } else {
        String::new()
    };
    Some(format!("{subject}: {speedup:.2}x; {cause}.{further}"))
}
