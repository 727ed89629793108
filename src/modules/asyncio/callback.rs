//! What is to be called: any callable, or the next step of a task, which needs no object as long as nobody looks.

use crate::gil::Gil;
use crate::object::{Arguments, Ref, Result, Value, Visit, operations};
use crate::types::native_function;

use super::future::Future;
use super::step::{self, Step};

/// Something that is to be called.
#[derive(Clone)]
pub enum Callback {
    Object(Value),
    /// A step of a task, perhaps with an exception.
    Step(Ref<Future>, Option<Value>),
    /// A step of a task, with what became of the future that it is called with.
    Wakeup(Ref<Future>),
}

impl Callback {
    /// The callable.
    pub fn to_value(&self, gil: Gil<'_>) -> Value {
        match self {
            Callback::Object(callable) => callable.clone(),
            Callback::Step(task, error) => {
                Ref::new(gil, Step { task: task.clone(), error: error.clone() }).into_value()
            }
            Callback::Wakeup(task) => native_function::bound(gil, &step::WAKEUP, task.as_value()),
        }
    }

    /// Calls it.
    pub fn call(&self, gil: Gil<'_>, arguments: &[Value]) -> Result<Value> {
        match (self, arguments) {
            (Callback::Step(task, error), []) => step::step(gil, task, error.clone()),
            (Callback::Wakeup(task), [future]) => step::wakeup(gil, task, future),
            _ => operations::call(gil, &self.to_value(gil), Arguments::positional(arguments)),
        }
    }

    /// Can it be called at all?
    pub fn is_callable(&self, gil: Gil<'_>) -> bool {
        match self {
            Callback::Object(callable) => callable.class(gil).slots.call.get().is_some(),
            _ => true,
        }
    }

    /// Shows the values that it is made of.
    pub fn visit(&self, visit: Visit<'_>) {
        match self {
            Callback::Object(callable) => visit(callable),
            Callback::Step(task, error) => {
                visit(task.as_value());
                error.iter().for_each(visit);
            }
            Callback::Wakeup(task) => visit(task.as_value()),
        }
    }
}
