//! Differences between two texts, shown as a unified diff.

/// Lines of context around a change, and how many lines of a diff a reader is asked to look at.
const CONTEXT: usize = 2;
const SHOWN: usize = 40;

/// Longer texts are compared only from the first line that differs.
const LONGEST: usize = 2_000;

#[derive(Clone, Copy, PartialEq)]
enum Edit<'a> {
    Keep(&'a str),
    Remove(&'a str),
    Add(&'a str),
}

/// `expected` against `got`; empty when they are equal.
pub fn unified(expected: &str, got: &str) -> String {
    if expected == got {
        return String::new();
    }
    let (old, new) = (lines(expected), lines(got));
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let start = same.saturating_sub(CONTEXT);
    let edits = edits(clip(&old[start..]), clip(&new[start..]));
    let mut shown = vec![format!("@@ line {} @@", start + 1)];
    for (index, edit) in edits.iter().enumerate() {
        match edit {
            Edit::Remove(line) => shown.push(format!("-{line}")),
            Edit::Add(line) => shown.push(format!("+{line}")),
            Edit::Keep(line) if near_change(&edits, index) => shown.push(format!(" {line}")),
            Edit::Keep(_) => {}
        }
    }
    if shown.len() > SHOWN {
        let hidden = shown.len() - SHOWN;
        shown.truncate(SHOWN);
        shown.push(format!("... {hidden} more lines"));
    }
    shown.join("\n") + "\n"
}

/// The lines, with a mark where the last one lacks its newline.
fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    if let Some(last) = lines.last_mut().filter(|_| !text.ends_with('\n')) {
        last.push_str(" (no newline)");
    }
    lines
}

fn clip(lines: &[String]) -> &[String] {
    &lines[..lines.len().min(LONGEST)]
}

fn near_change(edits: &[Edit<'_>], index: usize) -> bool {
    let around = index.saturating_sub(CONTEXT)..(index + CONTEXT + 1).min(edits.len());
    edits[around].iter().any(|edit| !matches!(edit, Edit::Keep(_)))
}

/// A shortest list of edits, by the longest common subsequence.
fn edits<'a>(old: &'a [String], new: &'a [String]) -> Vec<Edit<'a>> {
    let common = common_lengths(old, new);
    let (mut i, mut j) = (0, 0);
    let mut edits = Vec::with_capacity(old.len() + new.len());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            edits.push(Edit::Keep(&old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            edits.push(Edit::Remove(&old[i]));
            i += 1;
        } else {
            edits.push(Edit::Add(&new[j]));
            j += 1;
        }
    }
    edits
}

/// `common[i][j]`: how many lines `old[i..]` and `new[j..]` have in common, in order.
fn common_lengths(old: &[String], new: &[String]) -> Vec<Vec<u32>> {
    let mut common = vec![vec![0; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    common
}

#[test]
fn a_diff_shows_the_change_and_a_little_around_it() {
    let diff = unified("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nX\ne\nf\n");
    assert_eq!(diff, "@@ line 2 @@\n b\n c\n-d\n+X\n e\n f\n");
    assert_eq!(unified("a\n", "a"), "@@ line 1 @@\n-a\n+a (no newline)\n");
    assert_eq!(unified("a\n", "a\n"), "");
}
