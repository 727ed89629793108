//! `BaseException`: arguments, context, notes.

use super::super::{descriptor, dict, list, traceback::Traceback, tuple};
use super::{is_exception_class, this};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::SlotTable;
use crate::object::{
    Arguments, Exception, Kind, Payload, Ref, Result, Storage, Table, Text, Value, attributes, intern,
    operations, recursion, text,
};

/// An exception with these `args`, a tuple.
pub fn allocate(gil: Gil<'_>, class: &Ref<Type>, arguments: Value) -> Ref<Exception> {
    let exception = Exception {
        arguments: arguments.into(),
        traceback: Value::NONE.into(),
        context: Value::NONE.into(),
        cause: Value::NONE.into(),
        suppress_context: false.into(),
        fields: Vec::new().into(),
    };
    Ref::with_shape(gil, class.root(), exception)
}

/// Keeps the positional arguments; the keywords are for `__init__`.
pub fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let arguments = tuple::of(gil, arguments.positionals().to_vec());
    Ok(allocate(gil, class, arguments).into_value())
}

/// Takes positional arguments alone.
pub fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    arguments.no_keywords(gil, &value.class(gil).name())?;
    set_arguments(gil, this(gil, value)?, arguments.positionals());
    Ok(())
}

/// Sets `args`.
pub fn set_arguments(gil: Gil<'_>, exception: &Ref<Exception>, arguments: &[Value]) {
    let old = exception.arguments.replace(tuple::of(gil, arguments.to_vec()));
    drop(old);
}

/// The items of `args`.
pub fn arguments_of(exception: &Ref<Exception>) -> Vec<Value> {
    tuple::items_of(&exception.arguments.borrow()).unwrap_or_default()
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    recursion::enter(gil)?;
    let exception = this(gil, value)?;
    let arguments = exception.arguments.borrow().clone();
    let mut bytes = value.class(gil).own_name().as_bytes().to_vec();
    match &arguments_of(exception)[..] {
        [argument] => {
            bytes.push(b'(');
            bytes.extend_from_slice(operations::repr(gil, argument)?.bytes());
            bytes.push(b')');
        }
        _ => bytes.extend_from_slice(operations::repr(gil, &arguments)?.bytes()),
    }
    Ok(Ref::new(gil, Text::from_vector(bytes)).into_value())
}

/// `str()` of exceptions without a way of their own: the one argument, or all.
pub fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    recursion::enter(gil)?;
    let exception = this(gil, value)?;
    let arguments = exception.arguments.borrow().clone();
    let text = match &arguments_of(exception)[..] {
        [] => intern(gil, ""),
        [argument] => operations::str(gil, argument)?,
        _ => operations::str(gil, &arguments)?,
    };
    Ok(text.into_value())
}

/// The attributes of the exception itself as a dict, if there are any.
pub fn own_attributes(gil: Gil<'_>, value: &Value) -> Option<Value> {
    let items = attributes::items(gil, value);
    if items.is_empty() {
        return None;
    }
    let mut table = Table::new();
    for (name, value) in items {
        if let Some(name) = name.downcast::<Text>() {
            let old = table.set_text(name, value);
            drop(old);
        }
    }
    Some(dict::of(gil, table))
}

/// What pickling and copying call: the type, its arguments and a state, if there is one.
pub fn reduction(gil: Gil<'_>, value: &Value, arguments: Value, state: Option<Value>) -> Value {
    let mut parts = vec![value.class(gil).to_value(), arguments];
    parts.extend(state);
    tuple::of(gil, parts)
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let arguments = this(gil, value)?.arguments.borrow().clone();
    Ok(reduction(gil, value, arguments, own_attributes(gil, value)))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    if state.is_none() {
        return Ok(Value::NONE);
    }
    let Some(state) = state.downcast::<dict::Dict>() else {
        return Err(type_error(gil, "state is not a dictionary"));
    };
    let items: Vec<_> =
        state.table.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    for (name, item) in items {
        let Some(name) = name.downcast::<Text>() else {
            return Err(type_error(gil, "attribute name must be string"));
        };
        operations::set_attribute(gil, value, &text::intern_text(gil, name), Some(item))?;
    }
    Ok(Value::NONE)
}

fn with_traceback(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, traceback] = arguments.method(gil, "with_traceback")?;
    set_traceback(gil, value, Some(traceback.clone()))?;
    Ok(value.clone())
}

fn add_note(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, note] = arguments.method(gil, "add_note")?;
    if note.downcast::<Text>().is_none() {
        let name = note.class(gil).name();
        return Err(type_error(gil, format!("note must be a str, not '{name}'")));
    }
    let name = intern(gil, "__notes__");
    match operations::find_attribute(gil, value, &name)? {
        Some(notes) => match notes.downcast::<list::List>() {
            Some(notes) => notes.items.borrow_mut().push(note.clone()),
            None => return Err(type_error(gil, "Cannot add note: __notes__ is not a list")),
        },
        None => operations::set_attribute(gil, value, &name, Some(list::of(gil, vec![note.clone()])))?,
    }
    Ok(Value::NONE)
}

fn set_args(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let Some(new) = new else { return Err(type_error(gil, "args may not be deleted")) };
    let items = operations::collect(gil, &new)?;
    set_arguments(gil, this(gil, value)?, &items);
    Ok(())
}

fn set_traceback(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let Some(new) = new else { return Err(type_error(gil, "__traceback__ may not be deleted")) };
    if !new.is_none() && new.downcast::<Traceback>().is_none() {
        return Err(type_error(gil, "__traceback__ must be a traceback or None"));
    }
    let old = this(gil, value)?.traceback.replace(new);
    drop(old);
    Ok(())
}

fn set_context(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let Some(new) = new else { return Err(type_error(gil, "__context__ may not be deleted")) };
    if !new.is_none() && new.downcast::<Exception>().is_none() {
        return Err(type_error(gil, "exception context must be None or derive from BaseException"));
    }
    let old = this(gil, value)?.context.replace(new);
    drop(old);
    Ok(())
}

fn set_cause(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let Some(new) = new else { return Err(type_error(gil, "__cause__ may not be deleted")) };
    if !new.is_none() && new.downcast::<Exception>().is_none() {
        return Err(type_error(gil, "exception cause must be None or derive from BaseException"));
    }
    let exception = this(gil, value)?;
    exception.suppress_context.set(true);
    let old = exception.cause.replace(new);
    drop(old);
    Ok(())
}

fn set_suppress_context(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let Some(new) = new else { return Err(type_error(gil, "can't delete numeric/char attribute")) };
    if !new.is(&Value::TRUE) && !new.is(&Value::FALSE) {
        return Err(type_error(gil, "attribute value type must be bool"));
    }
    this(gil, value)?.suppress_context.set(new.is(&Value::TRUE));
    Ok(())
}

/// An instance of an exception class, or the exception itself: what `raise` and `throw` accept.
pub fn instance(gil: Gil<'_>, value: &Value) -> Result<Ref<Exception>> {
    if let Some(exception) = value.downcast::<Exception>() {
        return Ok(exception.clone());
    }
    if !is_exception_class(gil, value) {
        return Err(type_error(gil, "exceptions must derive from BaseException"));
    }
    operations::call(gil, value, Arguments::NONE)?.try_into_ref().map_err(|wrong: Value| {
        let (class, wrong) = (operations::repr(gil, value), wrong.class(gil).to_value());
        match (class, operations::repr(gil, &wrong)) {
            (Ok(class), Ok(wrong)) => {
                let (class, wrong) = (class.lossy(), wrong.lossy());
                type_error(
                    gil,
                    format!("calling {class} should have returned an instance of BaseException, not {wrong}"),
                )
            }
            (Err(raised), _) | (_, Err(raised)) => raised,
        }
    })
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "BaseException",
    module: "builtins",
    signature: "",
    doc: "Common base class for all exceptions",
    base: None,
    layout: Exception::layout,
    storage: Storage::Slots,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        str: Some(str),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("__reduce__", "", "", reduce),
        Function::new("__setstate__", "", "", set_state),
        Function::new(
            "with_traceback",
            "($self, object, /)",
            "Set self.__traceback__ to tb and return self.",
            with_traceback,
        ),
        Function::new("add_note", "($self, object, /)", "Add a note to the exception", add_note),
    ],
    attributes: &[
        descriptor::DICT_ROW,
        Attribute {
            name: "args",
            doc: "",
            get: |gil, value| Ok(this(gil, value)?.arguments.borrow().clone()),
            set: Some(set_args),
        },
        Attribute {
            name: "__traceback__",
            doc: "",
            get: |gil, value| Ok(this(gil, value)?.traceback.borrow().clone()),
            set: Some(set_traceback),
        },
        Attribute {
            name: "__context__",
            doc: "",
            get: |gil, value| Ok(this(gil, value)?.context.borrow().clone()),
            set: Some(set_context),
        },
        Attribute {
            name: "__cause__",
            doc: "exception cause",
            get: |gil, value| Ok(this(gil, value)?.cause.borrow().clone()),
            set: Some(set_cause),
        },
        Attribute {
            name: "__suppress_context__",
            doc: "",
            get: |gil, value| Ok(Value::bool(this(gil, value)?.suppress_context.get())),
            set: Some(set_suppress_context),
        },
    ],
};

/// A row for an exception type that derives from `kind`'s base and adds nothing but what is given.
pub const fn derived(
    name: &'static str,
    doc: &'static str,
    base: fn(Gil<'_>) -> Ref<Type>,
    slots: SlotTable,
    methods: &'static [Function],
    attributes: &'static [Attribute],
) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        signature: "",
        doc,
        base: Some(base),
        layout: Exception::layout,
        storage: Storage::Slots,
        flags: flags::BASE | if attributes.is_empty() { 0 } else { flags::OWN_FIELDS },
        slots,
        methods,
        attributes,
    }
}

/// `Exception`, the base of most.
pub fn exception(gil: Gil<'_>) -> Ref<Type> {
    Kind::Exception.class(gil).clone()
}
