//! `_bisect`: places in sorted sequences, under `bisect`.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::Function;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Comparison, Parameters, Result, Value, operations};
use crate::types::list::List;
use crate::types::module::ModuleSpec;
use crate::types::sequence;

const SIGNATURE: &str = "($module, /, a, x, lo=0, hi=None, *, key=None)";

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_bisect",
    doc: "Bisection algorithms.",
    functions: &[
        Function::new(
            "bisect_right",
            SIGNATURE,
            "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that \
             all e in a[:i] have e <= x, and all e in\na[i:] have e > x.  So if x already appears in the list, a.insert(i, \
             x) will\ninsert just after the rightmost x already there.\n\nOptional args lo (default 0) and hi (default \
             len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to customize the sort \
             order.",
            |gil, arguments| Ok(convert::int(gil, Search::parse(gil, arguments, RIGHT)?.find(gil)? as i64)),
        ),
        Function::new(
            "bisect_left",
            SIGNATURE,
            "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that \
             all e in a[:i] have e < x, and all e in\na[i:] have e >= x.  So if x already appears in the list, a.insert(i, \
             x) will\ninsert just before the leftmost x already there.\n\nOptional args lo (default 0) and hi (default \
             len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to customize the sort \
             order.",
            |gil, arguments| Ok(convert::int(gil, Search::parse(gil, arguments, LEFT)?.find(gil)? as i64)),
        ),
        Function::new(
            "insort_right",
            SIGNATURE,
            "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the \
             right of the rightmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be \
             searched.\n\nA custom key function can be supplied to customize the sort order.",
            |gil, arguments| insert(gil, arguments, Side { function: "insort_right", ..RIGHT }),
        ),
        Function::new(
            "insort_left",
            SIGNATURE,
            "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the \
             left of the leftmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be \
             searched.\n\nA custom key function can be supplied to customize the sort order.",
            |gil, arguments| insert(gil, arguments, Side { function: "insort_left", ..LEFT }),
        ),
    ],
    set_up: None,
};

/// On which side of equal items a place is, and the function's name for messages.
#[derive(Clone, Copy)]
struct Side {
    function: &'static str,
    right: bool,
}

const RIGHT: Side = Side { function: "bisect_right", right: true };
const LEFT: Side = Side { function: "bisect_left", right: false };

struct Search<'a> {
    items: &'a Value,
    wanted: Value,
    low: usize,
    high: Option<usize>,
    key: Option<&'a Value>,
    side: Side,
}

/// A place that is given as an argument.
fn place(gil: Gil<'_>, value: &Value) -> Result<i64> {
    sequence::factor(gil, value)?.ok_or_else(|| {
        let class = value.class(gil).name();
        type_error(gil, format!("'{class}' object cannot be interpreted as an integer"))
    })
}

impl<'a> Search<'a> {
    fn parse(gil: Gil<'_>, arguments: Arguments<'a>, side: Side) -> Result<Search<'a>> {
        const PARAMETERS: Parameters<5> = Parameters::new(["a", "x", "lo", "hi", "key"], 2).keyword_only(4);
        let [items, wanted, low, high, key] = arguments.bind(gil, side.function, &PARAMETERS)?;
        let low = low.map_or(Ok(0), |low| place(gil, low))?;
        let high = match high.filter(|high| !high.is_none()) {
            Some(high) => Some(place(gil, high)?),
            None => None,
        };
        let Ok(low) = usize::try_from(low) else {
            return Err(value_error(gil, "lo must be non-negative"));
        };
        Ok(Search {
            items: convert::given(items),
            wanted: convert::given(wanted).clone(),
            low,
            high: high.map(|high| high.max(0) as usize),
            key: key.filter(|key| !key.is_none()),
            side,
        })
    }

    fn item(&self, gil: Gil<'_>, place: usize) -> Result<Value> {
        let known = self.items.downcast::<List>().filter(|_| self.items.is_exact::<List>(gil));
        if let Some(item) = known.and_then(|list| list.items.borrow().get(place).cloned()) {
            return Ok(item);
        }
        operations::get_item(gil, self.items, &convert::int(gil, place as i64))
    }

    fn find(&self, gil: Gil<'_>) -> Result<usize> {
        let mut low = self.low;
        let mut high = match self.high {
            Some(high) => high,
            None => operations::length(gil, self.items)?,
        };
        while low < high {
            let middle = low + (high - low) / 2;
            let mut item = self.item(gil, middle)?;
            if let Some(key) = self.key {
                item = operations::call_one(gil, key, &item)?;
            }
            let is_behind = match self.side.right {
                true => operations::compares(gil, Comparison::Less, &self.wanted, &item)?,
                false => !operations::compares(gil, Comparison::Less, &item, &self.wanted)?,
            };
            if is_behind {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(low)
    }
}

fn insert(gil: Gil<'_>, arguments: Arguments<'_>, side: Side) -> Result<Value> {
    let mut search = Search::parse(gil, arguments, side)?;
    let item = search.wanted.clone();
    if let Some(key) = search.key {
        search.wanted = operations::call_one(gil, key, &item)?;
    }
    let place = search.find(gil)?;
    if let Some(list) = search.items.downcast::<List>().filter(|_| search.items.is_exact::<List>(gil)) {
        let mut items = list.items.borrow_mut();
        let place = place.min(items.len());
        items.insert(place, item);
        return Ok(Value::NONE);
    }
    operations::call_method(gil, search.items, "insert", &[convert::int(gil, place as i64), item])?;
    Ok(Value::NONE)
}
