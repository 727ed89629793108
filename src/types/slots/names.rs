//! The names of special methods, interned once.

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::object::slots::OPERATORS;
use crate::object::{Comparison, Global, Operator, Ref, Text, intern};

macro_rules! names {
    ($($variant:ident $text:literal,)*) => {
        /// The name of a special method that is no binary operator or comparison.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Name { $($variant,)* }

        const FIXED: &[&str] = &[$($text,)*];
    };
}

names! {
    Repr "__repr__",
    Str "__str__",
    Hash "__hash__",
    Call "__call__",
    GetAttribute "__getattribute__",
    GetAttr "__getattr__",
    SetAttr "__setattr__",
    DelAttr "__delattr__",
    Iter "__iter__",
    Next "__next__",
    Get "__get__",
    Set "__set__",
    Delete "__delete__",
    Init "__init__",
    New "__new__",
    Del "__del__",
    Len "__len__",
    GetItem "__getitem__",
    SetItem "__setitem__",
    DelItem "__delitem__",
    Contains "__contains__",
    Bool "__bool__",
    Neg "__neg__",
    Pos "__pos__",
    Invert "__invert__",
    Abs "__abs__",
    Int "__int__",
    Float "__float__",
    Index "__index__",
    Await "__await__",
    Aiter "__aiter__",
    Anext "__anext__",
    Class "__class__",
    Dict "__dict__",
    Doc "__doc__",
    Module "__module__",
    NameName "__name__",
    Qualname "__qualname__",
    Slots "__slots__",
    WeakReference "__weakref__",
    SetName "__set_name__",
    InitSubclass "__init_subclass__",
    ClassGetItem "__class_getitem__",
    ClassCell "__classcell__",
    AbstractMethods "__abstractmethods__",
    IsAbstractMethod "__isabstractmethod__",
    Annotations "__annotations__",
    TypeParameters "__type_params__",
    Mro "mro",
    MroEntries "__mro_entries__",
    Prepare "__prepare__",
    Bases "__bases__",
    FirstLine "__firstlineno__",
    StaticAttributes "__static_attributes__",
    Missing "__missing__",
    Reduce "__reduce__",
    ReduceEx "__reduce_ex__",
    DeepCopy "__deepcopy__",
    SetState "__setstate__",
    GetNewArguments "__getnewargs__",
    GetNewArgumentsEx "__getnewargs_ex__",
    GetState "__getstate__",
    Wrapped "__wrapped__",
    TextSignature "__text_signature__",
    Builtins "__builtins__",
    All "__all__",
    Path "__path__",
    File "__file__",
    Specification "__spec__",
    Loader "__loader__",
    Initializing "_initializing",
    SubclassCheck "__subclasscheck__",
    InstanceCheck "__instancecheck__",
    SubclassHook "__subclasshook__",
    Dir "__dir__",
    MatchArguments "__match_args__",
    Enter "__enter__",
    Exit "__exit__",
    AsyncEnter "__aenter__",
    AsyncExit "__aexit__",
}

static NAMES: Global<OnceCell<Vec<Ref<Text>>>> = Global::new(OnceCell::new());

fn all(gil: Gil<'_>) -> &[Ref<Text>] {
    NAMES.get(gil).get_or_init(|| {
        let mut names: Vec<_> = FIXED.iter().map(|name| intern(gil, name)).collect();
        for prefix in ["", "r", "i"] {
            for operator in Operator::ALL {
                names.push(intern(gil, &format!("__{prefix}{}__", operator.stem())));
            }
        }
        names.extend(Comparison::ALL.map(|comparison| intern(gil, comparison.method())));
        names
    })
}

impl Name {
    /// The interned name.
    #[inline]
    pub fn text(self, gil: Gil<'_>) -> &Ref<Text> {
        &all(gil)[self as usize]
    }
}

/// `__add__` and its like.
pub fn binary(gil: Gil<'_>, operator: Operator) -> &Ref<Text> {
    &all(gil)[FIXED.len() + operator as usize]
}

/// `__radd__` and its like.
pub fn reflected(gil: Gil<'_>, operator: Operator) -> &Ref<Text> {
    &all(gil)[FIXED.len() + OPERATORS + operator as usize]
}

/// `__iadd__` and its like.
pub fn inplace(gil: Gil<'_>, operator: Operator) -> &Ref<Text> {
    &all(gil)[FIXED.len() + 2 * OPERATORS + operator as usize]
}

/// `__eq__` and its like.
pub fn comparison(gil: Gil<'_>, comparison: Comparison) -> &Ref<Text> {
    &all(gil)[FIXED.len() + 3 * OPERATORS + comparison as usize]
}
