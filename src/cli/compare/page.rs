//! The comparison as a page that needs nothing but a browser.

use std::fmt::Write;

use super::parts::{Measure, Part};
use super::report::{explanation, headline, loss, shown, speedup, traffic_in_words};
use super::{Comparison, Way, amdahl};
use crate::cli::escaped;

/// The page around the figures.
const PAGE: &str = include_str!("page.html");

/// The page's text.
pub fn text(comparison: &Comparison, results: &[(Way, Measure)]) -> String {
    let sentences = explanation(comparison, results);
    let sentences = sentences.iter().map(|sentence| format!("<p>{}</p>\n", escaped(sentence)));
    PAGE.replacen("{headline}", &escaped(&headline(comparison)), 2)
        .replacen("{legend}", &legend(results), 1)
        .replacen("{bars}", &bars(comparison, results), 1)
        .replacen("{rows}", &rows(comparison, results), 1)
        .replacen("{traffic}", &traffic(comparison, results), 1)
        .replacen("{plot}", &amdahl::picture(comparison, results), 1)
        .replacen("{explanation}", &sentences.collect::<String>(), 1)
}

fn legend(results: &[(Way, Measure)]) -> String {
    let items = shown(results).into_iter();
    items.map(|part| format!("<li><i class=p{}></i>{}", part as usize, part.title())).collect()
}

fn traffic(comparison: &Comparison, results: &[(Way, Measure)]) -> String {
    let lines = results.iter().filter(|(_, measure)| !measure.traffic.is_empty()).map(|(way, measure)| {
        let title = way.title(comparison.workers);
        format!("<p>{title}, all together: {}.</p>\n", escaped(&traffic_in_words(measure)))
    });
    lines.collect()
}

fn bars(comparison: &Comparison, results: &[(Way, Measure)]) -> String {
    let longest = results.iter().map(|(_, measure)| measure.seconds()).fold(0.0, f64::max);
    let mut out = String::new();
    for (way, measure) in results {
        let title = way.title(comparison.workers);
        let _ = write!(out, "<div class=row><span>{title}</span><div class=bar>");
        for part in Part::ALL {
            let (seconds, name) = (measure.part(part), part.title());
            let width = 100.0 * seconds / longest;
            let _ = write!(
                out,
                "<i class=p{} style=\"width: {width:.2}%\" title=\"{name}: {seconds:.3} s\"></i>",
                part as usize
            );
        }
        let _ = writeln!(out, "</div><b>{:.2}x</b></div>", speedup(results, measure));
    }
    out
}

fn rows(comparison: &Comparison, results: &[(Way, Measure)]) -> String {
    let mut out = String::from("<tr><th><th>seconds<th>speedup");
    for part in shown(results) {
        let _ = write!(out, "<th>{}", part.title());
    }
    out += "</tr>\n";
    for (way, measure) in results {
        let (title, seconds) = (way.title(comparison.workers), measure.seconds());
        let _ = write!(out, "<tr><td>{title}<td>{seconds:.3}<td>{:.2}x", speedup(results, measure));
        for part in shown(results) {
            let _ = write!(out, "<td>{:.3}", measure.part(part));
        }
        out += "</tr>\n";
    }
    for (way, measure) in &results[1..] {
        let workers = comparison.workers;
        let beyond = measure.seconds() - results[0].1.seconds() / f64::from(workers);
        let title = way.title(workers);
        let _ = write!(out, "<tr class=loss><td>{title}: beyond {workers} times as fast<td>{beyond:.3}<td>");
        for part in shown(results) {
            let _ = write!(out, "<td>{:+.3}", loss(results, measure, part, workers));
        }
        out += "</tr>\n";
    }
    out
}
