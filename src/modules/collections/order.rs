//! Moving an item of a dict to its end, under `OrderedDict`.

use crate::gil::Gil;
use crate::object::raised::{Kind, Raised, type_error};
use crate::object::{Arguments, Result, Value, operations};
use crate::types::dict::Dict;
use crate::types::keyed;

/// `_move_to_end(dict, key, last)`: the dict keeps the key that it has, not the equal one that is given.
pub(super) fn move_to_end(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [dict, key, last] = arguments.exactly(gil, "_move_to_end")?;
    let Some(dict) = dict.downcast::<Dict>() else {
        return Err(type_error(gil, "_move_to_end() argument 1 must be a dict"));
    };
    let last = operations::truth(gil, last)?;
    let Some(position) = keyed::find(gil, &dict.table, key)? else {
        return Err(Raised::with_arguments(gil, Kind::KeyError, vec![key.clone()]));
    };
    let mut table = dict.table.borrow_mut();
    if last {
        table.move_to_back(position);
    } else {
        table.move_to_front(position);
    }
    Ok(Value::NONE)
}
