//! The name that was probably meant: which of the known ones takes the fewest edits.

/// An edit costs so much.
const MOVE: usize = 2;
/// A letter in the other case costs so much.
const CASE: usize = 1;
/// Longer names are not compared.
const LONGEST: usize = 40;

/// The known name nearest to a wrong one, if one is near enough.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(&str, usize)> = None;
    for candidate in known.into_iter().filter(|candidate| *candidate != wrong) {
        let mut most = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        if let Some((_, distance)) = best {
            most = most.min(distance - 1);
        }
        let distance = distance(wrong.as_bytes(), candidate.as_bytes());
        if distance <= most {
            best = Some((candidate, distance));
            if distance == 0 {
                break;
            }
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The cost of making one name of the other.
fn distance(left: &[u8], right: &[u8]) -> usize {
    if left.len() > LONGEST || right.len() > LONGEST {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=right.len()).map(|column| column * MOVE).collect();
    for (line, from) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (line + 1) * MOVE;
        for (column, to) in right.iter().enumerate() {
            let replaced = diagonal + substitution(*from, *to);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + MOVE).min(diagonal + MOVE);
        }
    }
    row[right.len()]
}

fn substitution(left: u8, right: u8) -> usize {
    if left == right {
        0
    } else if left.eq_ignore_ascii_case(&right) {
        CASE
    } else {
        MOVE
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_names_are_suggested() {
        assert_eq!(nearest("bas", ["x", "base"]), Some("base"));
        assert_eq!(nearest("sepp", ["sep", "end", "file", "flush"]), Some("sep"));
        assert_eq!(nearest("x", ["object", "times"]), None);
    }
}
