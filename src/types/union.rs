//! `types.UnionType`: `int | str`.

use crate::gil::Gil;
use crate::object::{Result, Value};

/// `left | right` where one of them is a type.
pub fn or(_gil: Gil<'_>, _left: &Value, _right: &Value) -> Result<Value> {
    Ok(Value::NOT_IMPLEMENTED)
}
