//! `_local`: attributes that each thread has for itself, kept until the object or the thread ends.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::gil::{Gil, ThreadId};
use crate::object::class::flags;
use crate::object::header::Visit;
use crate::object::native::TypeSpec;
use crate::object::raised::type_error;
use crate::object::{
    Arguments, Global, Payload, Raised, Ref, Result, SlotTable, Storage, Text, Type, Value, operations,
};
use crate::payload;
use crate::types::dict::Dict;
use crate::types::object;

type Namespaces = RefCell<Vec<(ThreadId, Ref<Dict>)>>;

/// Whose namespaces a thread has, for its end.
static OF_THREADS: Global<RefCell<Vec<(ThreadId, Weak<Namespaces>)>>> = Global::new(RefCell::new(Vec::new()));

/// The running thread ends, and so do its attributes of all objects.
pub fn thread_ends(gil: Gil<'_>) {
    let thread = gil.thread_id();
    loop {
        let next = {
            let mut known = OF_THREADS.get(gil).borrow_mut();
            let place = known.iter().position(|(owner, _)| *owner == thread);
            place.map(|place| known.swap_remove(place).1)
        };
        let Some(next) = next else { break };
        let Some(namespaces) = next.upgrade() else { continue };
        let dict = {
            let mut namespaces = namespaces.borrow_mut();
            let place = namespaces.iter().position(|(owner, _)| *owner == thread);
            place.map(|place| namespaces.remove(place))
        };
        drop(dict);
    }
}

/// The payload: a namespace for each thread that has used it, and what makes a new one.
pub struct Local {
    namespaces: Rc<Namespaces>,
    values: Vec<Value>,
    names: Vec<Ref<Text>>,
}

impl Payload for Local {
    payload!(Local, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        for (_, namespace) in self.namespaces.borrow().iter() {
            visit(namespace.as_value());
        }
        self.values.iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.namespaces.take());
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let own_init: crate::object::slots::Init = init;
    let inherited = class.slots.init.get().is_none_or(|slot| std::ptr::fn_addr_eq(slot, own_init));
    if inherited && !arguments.values.is_empty() {
        return Err(type_error(gil, "Initialization arguments are not supported"));
    }
    let (values, names) = (arguments.values.to_vec(), arguments.names.to_vec());
    let namespaces = Rc::new(RefCell::new(Vec::new()));
    add(gil, &namespaces);
    let local = Ref::with_shape(gil, class.root(), Local { namespaces, values, names }).into_value();
    Ok(local)
}

fn init(_gil: Gil<'_>, _value: &Value, _arguments: Arguments<'_>) -> Result<()> {
    Ok(())
}

/// A namespace for the running thread.
fn add(gil: Gil<'_>, namespaces: &Rc<Namespaces>) -> Ref<Dict> {
    let (thread, dict) = (gil.thread_id(), Ref::new(gil, Dict::new()));
    namespaces.borrow_mut().push((thread, dict.clone()));
    let mut known = OF_THREADS.get(gil).borrow_mut();
    if known.len() == known.capacity() {
        known.retain(|(_, namespaces)| namespaces.strong_count() > 0);
    }
    known.push((thread, Rc::downgrade(namespaces)));
    dict
}

/// The running thread's namespace; a new thread's is made by `__init__`.
fn namespace(gil: Gil<'_>, value: &Value) -> Result<Ref<Dict>> {
    let Some(local) = value.downcast::<Local>() else { return Err(type_error(gil, "not a _local")) };
    let thread = gil.thread_id();
    let known =
        local.namespaces.borrow().iter().find(|(owner, _)| *owner == thread).map(|(_, dict)| dict.clone());
    if let Some(known) = known {
        return Ok(known);
    }
    let dict = add(gil, &local.namespaces);
    if let Some(init) = value.class(gil).slots.init.get() {
        let done = init(gil, value, Arguments { values: &local.values, names: &local.names });
        if let Err(raised) = done {
            // The next use tries again.
            let unmade = {
                let mut namespaces = local.namespaces.borrow_mut();
                let place = namespaces.iter().position(|(owner, _)| *owner == thread);
                place.map(|place| namespaces.remove(place))
            };
            drop(unmade);
            return Err(raised);
        }
    }
    Ok(dict)
}

fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    let dict = namespace(gil, value)?;
    if name.bytes() == b"__dict__" {
        return Ok(dict.into_value());
    }
    let class = value.class(gil).clone();
    let found = class.lookup(name);
    if let Some(found) = &found {
        let slots = &found.class(gil).slots;
        if let (Some(get), Some(_)) = (slots.descriptor_get.get(), slots.descriptor_set.get()) {
            return get(gil, found, Some(value), class.as_value());
        }
    }
    let own = dict.table.borrow().get_text(name).cloned();
    if let Some(own) = own {
        return Ok(own);
    }
    match found {
        Some(found) => match found.class(gil).slots.descriptor_get.get() {
            Some(get) => get(gil, &found, Some(value), class.as_value()),
            None => Ok(found),
        },
        None => Err(missing(gil, value, name)),
    }
}

fn missing(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Raised {
    operations::no_attribute(gil, value, name)
}

fn set_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>, new: Option<Value>) -> Result<()> {
    let dict = namespace(gil, value)?;
    if name.bytes() == b"__dict__" {
        let class = value.class(gil).name();
        return Err(object::attribute_error(
            gil,
            &format!("'{class}' object attribute '__dict__' is read-only"),
            value,
            name,
        ));
    }
    if let Some(found) = value.class(gil).lookup(name)
        && let Some(set) = found.class(gil).slots.descriptor_set.get()
    {
        return set(gil, &found, value, new);
    }
    let old = {
        let mut table = dict.table.borrow_mut();
        match new {
            Some(new) => {
                let old = table.set_text(name, new);
                drop(table);
                drop(old);
                return Ok(());
            }
            None => table.find_text(name).and_then(|position| table.remove(position)),
        }
    };
    old.map(drop).ok_or_else(|| missing(gil, value, name))
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "_local",
    module: "_thread",
    signature: "",
    doc: "Thread-local data",
    base: None,
    layout: Local::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        ..SlotTable::EMPTY
    },
    methods: &[],
    attributes: &[],
};
