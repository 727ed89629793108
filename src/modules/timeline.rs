//! `_timeline`: what the library tells the timeline of the GIL: tasks of pools, pickling, and the name of a process.
//!
//! Costs next to nothing while nobody keeps a timeline.

use crate::gil::Gil;
use crate::gil::timeline::{self, Phase};
use crate::object::native::Function;
use crate::object::{Arguments, Result, Value, operations};
use crate::types::module::ModuleSpec;

use super::convert;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_timeline",
    doc: "What the library tells the timeline of the GIL.",
    functions: &[
        Function::new(
            "begin_task",
            "($module, function, /)",
            "This thread begins a task: a call of the function.",
            begin_task,
        ),
        Function::new("end_task", "($module, /)", "This thread has done its task.", end_task),
        Function::new("clock", "($module, /)", "A moment for took(); 0 if nobody wants to know.", clock),
        Function::new(
            "took",
            "($module, what, amount, since, /)",
            "This thread has done something since a moment that clock() gave.",
            took,
        ),
        Function::new(
            "traffic",
            "($module, /)",
            "By kinds: how often took() was called, and the bytes and seconds altogether; empty unless they are counted.",
            traffic,
        ),
        Function::new("name_process", "($module, name, /)", "What this process is called.", name_process),
    ],
    set_up: None,
};

fn begin_task(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [function] = arguments.exactly::<1>(gil, "begin_task")?;
    if timeline::is_on() {
        let name = match operations::find_named(gil, function, "__name__")? {
            Some(name) => operations::str(gil, &name)?.lossy().into_owned(),
            None => function.class(gil).name().to_string(),
        };
        timeline::mark(gil, Phase::Begin, &name, 0);
    }
    Ok(Value::NONE)
}

fn end_task(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "end_task")?;
    timeline::mark(gil, Phase::End, "", 0);
    Ok(Value::NONE)
}

fn clock(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "clock")?;
    Ok(convert::int(gil, timeline::clock() as i64))
}

fn took(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [what, amount, since] = arguments.exactly::<3>(gil, "took")?;
    let (amount, since) = (convert::to_i64(gil, amount)?, convert::to_i64(gil, since)?);
    timeline::took(gil, &operations::str(gil, what)?.lossy(), amount as u64, since as u64);
    Ok(Value::NONE)
}

fn traffic(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "traffic")?;
    let sums = timeline::traffic::sums().into_iter().map(|sum| {
        let fields = vec![
            ("what", convert::text(gil, &sum.what)),
            ("times", convert::int(gil, sum.times as i64)),
            ("bytes", convert::int(gil, sum.bytes as i64)),
            ("seconds", Value::float(sum.time.as_secs_f64())),
        ];
        convert::dict(gil, fields).into_value()
    });
    Ok(convert::list(gil, sums.collect()))
}

fn name_process(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "name_process")?;
    timeline::name_process(gil, &operations::str(gil, name)?.lossy());
    Ok(Value::NONE)
}
