//! How built-in types, functions and modules declare themselves: tables of plain data at the foot of their file.

use super::arguments::Arguments;
use super::class::{Type, flags};
use super::header::Layout;
use super::raised::{Kind, Raised, Result};
use super::shape::Storage;
use super::slots::{Next, SlotTable, Unary};
use super::value::{Ref, Value};
use crate::gil::Gil;

/// A built-in function. A method gets its object (or class) as the first positional argument.
pub type Native = fn(Gil<'_>, Arguments<'_>) -> Result<Value>;

/// Sets a computed attribute, or deletes it where there is no value.
pub type Setter = fn(Gil<'_>, &Value, Option<Value>) -> Result<()>;

/// How a method is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// To the instance; of a module's functions: not at all.
    Instance,
    /// To the class.
    Class,
    /// Not at all.
    Static,
}

/// A row of a type's or a module's function table.
pub struct Function {
    pub name: &'static str,
    /// The parameters as `inspect.signature` shows them, `($self, x, /, y=None)`; empty where it has none to show.
    pub signature: &'static str,
    pub doc: &'static str,
    pub binding: Binding,
    pub native: Native,
}

impl Function {
    /// A function of a module, or a method bound to the instance.
    pub const fn new(
        name: &'static str,
        signature: &'static str,
        doc: &'static str,
        native: Native,
    ) -> Function {
        Function { name, signature, doc, binding: Binding::Instance, native }
    }

    /// A method of the class.
    pub const fn class(
        name: &'static str,
        signature: &'static str,
        doc: &'static str,
        native: Native,
    ) -> Function {
        Function { name, signature, doc, binding: Binding::Class, native }
    }

    /// A static method.
    pub const fn fixed(
        name: &'static str,
        signature: &'static str,
        doc: &'static str,
        native: Native,
    ) -> Function {
        Function { name, signature, doc, binding: Binding::Static, native }
    }
}

/// A computed attribute of a built-in type.
pub struct Attribute {
    pub name: &'static str,
    pub doc: &'static str,
    pub get: Unary,
    /// Sets, or deletes where there is no value; read only without.
    pub set: Option<Setter>,
}

fn refuse(gil: Gil<'_>, _value: &Value, _new: Option<Value>) -> Result<()> {
    Err(Raised::with_message(gil, Kind::AttributeError, "readonly attribute"))
}

impl Attribute {
    /// One that cannot be set.
    pub const fn read_only(name: &'static str, doc: &'static str, get: Unary) -> Attribute {
        Attribute { name, doc, get, set: None }
    }

    /// One that cannot be set, of those that CPython keeps in a field and complains about in other words.
    pub const fn member(name: &'static str, doc: &'static str, get: Unary) -> Attribute {
        Attribute { name, doc, get, set: Some(refuse) }
    }

    /// Is it one that CPython keeps in a field?
    pub fn is_member(&self) -> bool {
        let refuse: Setter = refuse;
        self.set.is_some_and(|set| std::ptr::fn_addr_eq(set, refuse))
    }
}

/// A built-in type as data.
pub struct TypeSpec {
    /// `__name__`.
    pub name: &'static str,
    /// `__module__`.
    pub module: &'static str,
    /// What calling it takes, `(x, /, y=None)`; empty where a signature cannot tell it.
    pub signature: &'static str,
    pub doc: &'static str,
    /// The base; `object` where there is none.
    pub base: Option<fn(Gil<'_>) -> Ref<Type>>,
    pub layout: fn() -> &'static Layout,
    /// Do instances keep attributes of their own?
    pub storage: Storage,
    /// Of [`class::flags`](super::class::flags).
    pub flags: u32,
    pub slots: SlotTable,
    pub methods: &'static [Function],
    pub attributes: &'static [Attribute],
}

impl TypeSpec {
    /// The type of an iterator that a built-in type makes: nobody else can.
    pub const fn iterator(
        name: &'static str,
        layout: fn() -> &'static Layout,
        next: Next,
        methods: &'static [Function],
    ) -> TypeSpec {
        TypeSpec {
            name,
            module: "builtins",
            signature: "",
            doc: "",
            base: None,
            layout,
            storage: Storage::Nothing,
            flags: flags::NO_INSTANCES,
            slots: SlotTable {
                iter: Some(|_, value| Ok(value.clone())),
                next: Some(next),
                ..SlotTable::EMPTY
            },
            methods,
            attributes: &[],
        }
    }
}
