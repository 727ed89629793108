//! `code`: loaded code, its constants and names as objects.

mod properties;

use std::cell::Cell;
use std::rc::Rc;

use super::{builtin, int, tuple};
use crate::code::object::flags as code_flags;
use crate::code::{Code, Constant};
use crate::gil::Gil;
use crate::object::native::TypeSpec;
use crate::object::raised::{Raised, type_error, value_error};
use crate::object::slots::SlotTable;
use crate::object::text::intern_bytes;
use crate::object::{
    Arguments, Comparison, Payload, Ref, Result, Storage, Text, Value, Visit, intern, operations,
};
use crate::payload;

/// The payload of `code`.
pub struct CodeObject {
    /// The code as data.
    pub code: Rc<Code>,
    /// The instructions, which specialise themselves as they run, and their caches.
    pub words: Box<[Cell<u64>]>,
    pub constants: Box<[Value]>,
    /// The names of globals and attributes, interned.
    pub names: Box<[Ref<Text>]>,
    /// The names of locals, interned.
    pub local_names: Box<[Ref<Text>]>,
    pub name: Ref<Text>,
    pub qualified_name: Ref<Text>,
    pub filename: Ref<Text>,
    pub entry: Entry,
}

/// What a call needs to know first of the code.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The positional parameters of a function that takes nothing else and is no generator; else [`Entry::NEVER`].
    pub plain: u32,
    /// The same, where it has no free variables either.
    pub direct: u32,
    /// The same, where its parameters are its only locals.
    pub bare: u32,
    /// As `plain`, of generators too.
    pub simple: u32,
    /// As `plain`, of coroutines alone.
    pub awaited: u32,
    /// Is it a generator, a coroutine or an asynchronous generator?
    pub suspends: bool,
    /// Registers that are no temporaries.
    pub locals: u32,
    /// Registers in all.
    pub registers: u32,
    /// Free variables, the last of the locals.
    pub free: u32,
}

impl Entry {
    /// No number of arguments.
    pub const NEVER: u32 = u32::MAX;

    fn of(code: &Code) -> Entry {
        let collects = code.flags & (code_flags::VARARGS | code_flags::VARKEYWORDS) != 0;
        let suspends = code_flags::GENERATOR | code_flags::COROUTINE | code_flags::ASYNC_GENERATOR;
        let suspends = code.flags & suspends != 0;
        let is_coroutine =
            code.flags & (code_flags::COROUTINE | code_flags::ASYNC_GENERATOR) == code_flags::COROUTINE;
        let is_simple = !collects && code.keyword_only_count == 0;
        let simple = if is_simple { code.argument_count.into() } else { Entry::NEVER };
        let locals = code.nlocals() as u32;
        let plain = if suspends { Entry::NEVER } else { simple };
        let direct = if code.free_count == 0 { plain } else { Entry::NEVER };
        Entry {
            plain,
            direct,
            bare: if direct == locals { direct } else { Entry::NEVER },
            simple,
            awaited: if is_coroutine { simple } else { Entry::NEVER },
            suspends,
            locals,
            registers: u32::from(code.register_count).max(locals),
            free: code.free_count.into(),
        }
    }
}

impl Payload for CodeObject {
    payload!(CodeObject, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.constants.iter().for_each(visit);
    }
}

impl CodeObject {
    /// The docstring, or None.
    pub fn doc(&self) -> Value {
        if self.code.flags & code_flags::HAS_DOCSTRING == 0 {
            return Value::NONE;
        }
        self.constants.first().cloned().unwrap_or(Value::NONE)
    }
}

/// Makes the objects that code needs.
pub fn load(gil: Gil<'_>, code: Rc<Code>) -> Ref<CodeObject> {
    let interned = |names: &[Rc<str>]| names.iter().map(|name| intern(gil, name)).collect();
    let object = CodeObject {
        words: code.words.iter().map(|&word| Cell::new(word)).collect(),
        constants: code.constants.iter().map(|constant| constant_object(gil, constant)).collect(),
        names: interned(&code.names),
        local_names: interned(&code.local_names),
        name: intern(gil, &code.name),
        qualified_name: intern(gil, &code.qualified_name),
        filename: intern(gil, &code.filename),
        entry: Entry::of(&code),
        code,
    };
    Ref::new(gil, object)
}

/// The object of a constant.
pub fn constant_object(gil: Gil<'_>, constant: &Constant) -> Value {
    match constant {
        Constant::None => Value::NONE,
        Constant::True => Value::TRUE,
        Constant::False => Value::FALSE,
        Constant::Ellipsis => Value::ELLIPSIS,
        Constant::Int(number) => int::from_i64(gil, *number),
        Constant::BigInt(digits) => {
            let arguments = [Ref::text(gil, digits).into_value(), int::from_i64(gil, 16)];
            made(gil, "int", &arguments)
        }
        Constant::Float(number) => Value::float(*number),
        Constant::Complex(real, imaginary) => {
            made(gil, "complex", &[Value::float(*real), Value::float(*imaginary)])
        }
        Constant::Str(text) => text_object(gil, text),
        Constant::Bytes(bytes) => super::bytes::of(gil, bytes.to_vec()),
        Constant::Tuple(items) => {
            tuple::of(gil, items.iter().map(|item| constant_object(gil, item)).collect())
        }
        Constant::FrozenSet(items) => {
            let items: Vec<Value> = items.iter().map(|item| constant_object(gil, item)).collect();
            super::set::frozen_of(gil, &items).unwrap_or(Value::NONE)
        }
        Constant::Code(code) => load(gil, code.clone()).into_value(),
    }
}

/// Text that looks like a name is interned, as it may be one.
fn text_object(gil: Gil<'_>, text: &[u8]) -> Value {
    let is_name = text.len() < 64 && text.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    if is_name {
        return intern_bytes(gil, text).into_value();
    }
    super::str::copy(gil, text)
}

/// What a built-in type makes of these arguments. A constant always fits its type; None stands for one that does not.
fn made(gil: Gil<'_>, class: &str, arguments: &[Value]) -> Value {
    let Some(class) = builtin(gil, class) else { return Value::NONE };
    operations::call(gil, class.as_value(), Arguments::positional(arguments)).unwrap_or(Value::NONE)
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<CodeObject>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'code' object but received a '{name}'"))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let code = this(gil, value)?;
    let text = format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        code.code.name,
        super::object::address(value),
        code.code.filename,
        code.code.first_line
    );
    Ok(Ref::text(gil, &text).into_value())
}

fn compare(_gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (value.downcast::<CodeObject>(), other.downcast::<CodeObject>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = left.is(right) || Rc::ptr_eq(&left.code, &right.code) || left.code == right.code;
    Ok(match comparison {
        Comparison::Equal => Value::bool(same),
        Comparison::NotEqual => Value::bool(!same),
        _ => Value::NOT_IMPLEMENTED,
    })
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let code = this(gil, value)?;
    Ok((code.name.hash() ^ code.code.words.len() as u64 ^ u64::from(code.code.first_line)) as i64 >> 1)
}

/// The error of a code object that cannot be made from parts.
#[cold]
fn cannot_make(gil: Gil<'_>) -> Raised {
    value_error(gil, "code objects are made by the compiler only")
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "code",
    module: "builtins",
    signature: "",
    doc: "Create a code object.  Not for mere mortals.",
    base: None,
    layout: CodeObject::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        repr: Some(repr),
        compare: Some(compare),
        hash: Some(hash),
        new: Some(|gil, _, _| Err(cannot_make(gil))),
        ..SlotTable::EMPTY
    },
    methods: &properties::METHODS,
    attributes: &properties::ATTRIBUTES,
};
