//! `zip_longest`.

use std::cell::{Cell, RefCell};

use super::{made, spec};
use crate::gil::Gil;
use crate::object::native::TypeSpec;
use crate::object::raised::type_error;
use crate::object::{Arguments, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::tuple;

/// The payload. An iterator that has ended is let go of.
pub struct ZipLongest {
    iterators: RefCell<Vec<Option<Value>>>,
    running: Cell<usize>,
    fill: Value,
}

impl Payload for ZipLongest {
    payload!(ZipLongest, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.iterators.borrow().iter().flatten().for_each(&mut *visit);
        visit(&self.fill);
    }

    fn clear(&self) {
        drop(self.iterators.take());
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let fill = match arguments.names {
        [] => Value::NONE,
        [name] if name.bytes() == b"fillvalue" => arguments.values[arguments.values.len() - 1].clone(),
        _ => return Err(type_error(gil, "zip_longest() got an unexpected keyword argument")),
    };
    let mut iterators = Vec::new();
    for iterable in arguments.positionals() {
        iterators.push(Some(operations::iterate(gil, iterable)?));
    }
    let running = Cell::new(iterators.len());
    made(gil, class, ZipLongest { iterators: RefCell::new(iterators), running, fill })
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(zip) = value.downcast::<ZipLongest>() else { return Ok(None) };
    if zip.running.get() == 0 {
        return Ok(None);
    }
    let count = zip.iterators.borrow().len();
    let mut items = Vec::with_capacity(count);
    for place in 0..count {
        let iterator = zip.iterators.borrow().get(place).cloned().flatten();
        let item = match iterator {
            Some(iterator) => operations::next(gil, &iterator).inspect_err(|_| zip.running.set(0))?,
            None => {
                items.push(zip.fill.clone());
                continue;
            }
        };
        if let Some(item) = item {
            items.push(item);
            continue;
        }
        zip.running.set(zip.running.get().saturating_sub(1));
        if zip.running.get() == 0 {
            return Ok(None);
        }
        let old = zip.iterators.borrow_mut().get_mut(place).and_then(Option::take);
        drop(old);
        items.push(zip.fill.clone());
    }
    Ok(Some(tuple::of(gil, items)))
}

/// `zip_longest`.
pub static ZIP_LONGEST: TypeSpec = spec(
    "zip_longest",
    "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th \
     iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis \
     exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted \
     in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.",
    ZipLongest::layout,
    new,
    next,
    &[],
);
