//! Patterns, imports and the intrinsics.

use super::bodies;
use crate::object::{Value, intern, operations};
use crate::types::int;
use crate::vm::dispatch::Flow;
use crate::vm::{exceptions, frame, matching, names};

bodies! {
    GetLen |op| {
        let length = operations::length(op.gil, op.b())?;
        op.put(int::from_i64(op.gil, length as i64))
    }

    MatchKind |op| {
        op.put(Value::bool(matching::is_kind(op.gil, op.b(), op.pc.x())))
    }

    MatchKeys |op| {
        let values = matching::keys(op.gil, op.b(), op.c())?;
        op.put(values)
    }

    MatchClass |op| {
        let (class, names) = (op.taken(op.pc.c())?, op.taken(op.pc.c() + 1)?);
        let values = matching::class(op.gil, op.b(), &class, &names, op.pc.x().into())?;
        op.put(values)
    }

    MatchRest |op| {
        let rest = matching::rest(op.gil, op.b(), op.c())?;
        op.put(rest)
    }

    ImportName |op| {
        let (level, from) = (op.taken(op.pc.b())?, op.taken(op.pc.b() + 1)?);
        let module = names::import(op.gil, op.state.activation(), op.name(op.pc.c()), level, from)?;
        op.put(module)
    }

    ImportFrom |op| {
        let value = crate::modules::import::import_from(op.gil, op.b(), op.name(op.pc.c()))?;
        op.put(value)
    }

    ImportStar |op| {
        let module = op.taken(op.pc.a())?;
        names::import_star(op.gil, op.state.activation(), &module)?;
        Ok(Flow::Next)
    }

    SetupAnnotations |op| {
        let name = intern(op.gil, "__annotations__");
        let activation = op.state.activation();
        if names::find_in(op.gil, &names::namespace(activation), &name)?.is_none() {
            names::store_name(op.gil, activation, &name, frame::new_namespace(op.gil))?;
        }
        Ok(Flow::Next)
    }

    Intrinsic |op| {
        let (first, second) = (op.taken_or_none(op.pc.b()), op.taken_or_none(op.pc.c()));
        let value = exceptions::intrinsic(op.gil, op.pc.x(), first, second)?;
        op.put(value)
    }
}
