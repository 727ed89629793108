//! The ledger by functions and lines, where the command line asks for it: what `vm::heat` has counted, summed up.

use std::collections::BTreeMap;

use super::{count, seconds};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::Value;
use crate::vm::heat::{self, Counted, Counts};

/// What a row is about: the file, the line, and the function if it is one.
type Place = (String, u32, Option<String>);

/// Two lists of dicts, of the functions and of the lines, those with the GIL for the longest time first.
pub fn lists(gil: Gil<'_>) -> [(&'static str, Value); 2] {
    let counted = heat::counted(gil, None);
    [("functions", list(gil, functions(&counted))), ("lines", list(gil, lines(&counted)))]
}

fn functions(counted: &[Counted]) -> BTreeMap<Place, Counts> {
    let mut sums = BTreeMap::<Place, Counts>::new();
    for Counted { code, filename, counts, .. } in counted {
        let place = (filename.clone(), code.first_line, Some(code.qualified_name.to_string()));
        let sum = sums.entry(place).or_default();
        counts.iter().for_each(|counts| sum.add(counts));
    }
    sums
}

fn lines(counted: &[Counted]) -> BTreeMap<Place, Counts> {
    let mut sums = BTreeMap::<Place, Counts>::new();
    for Counted { code, filename, counts, .. } in counted {
        for (word, counts) in counts.iter().enumerate().filter(|(_, counts)| counts.ticks > 0) {
            let line = code.position_at(word as u32).line;
            sums.entry((filename.clone(), line, None)).or_default().add(counts);
        }
    }
    sums
}

fn list(gil: Gil<'_>, sums: BTreeMap<Place, Counts>) -> Value {
    let mut rows: Vec<_> = sums.into_iter().collect();
    rows.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.held));
    let rows = rows.into_iter().map(|((file, line, name), counts)| {
        let time = |nanoseconds| seconds(std::time::Duration::from_nanos(nanoseconds));
        let mut fields = vec![
            ("file", convert::text(gil, &file)),
            ("line", convert::int(gil, line.into())),
            ("ticks", count(gil, counts.ticks)),
            ("held", time(counts.held)),
            ("waited", time(counts.waited)),
            ("switches", count(gil, counts.switches)),
            ("releases", count(gil, counts.releases)),
        ];
        if let Some(name) = name {
            fields.insert(0, ("name", convert::text(gil, &name)));
        }
        convert::dict(gil, fields).into_value()
    });
    let rows = rows.collect();
    convert::list(gil, rows)
}
