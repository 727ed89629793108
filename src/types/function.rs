//! `function`: code with the variables it works on. How it runs is the machine's, which says so through [`set_call`].

mod properties;

use std::cell::{Cell as Variable, RefCell};

use super::cell::Cell;
use super::code::CodeObject;
use super::dict::Dict;
use super::tuple::{self, Tuple};
use super::{method, object};
use crate::gil::{Gil, Guarded};
use crate::object::class::{Type, flags};
use crate::object::native::TypeSpec;
use crate::object::raised::{runtime_error, type_error, value_error};
use crate::object::slots::{Call, SlotTable};
use crate::object::{
    Arguments, Parameters, Payload, Raised, Ref, Result, Storage, Text, Value, Visit, intern,
};
use crate::payload;

/// The payload of `function`.
pub struct Function {
    pub code: RefCell<Ref<CodeObject>>,
    pub globals: Ref<Dict>,
    pub builtins: Ref<Dict>,
    pub name: RefCell<Ref<Text>>,
    pub qualified_name: RefCell<Ref<Text>>,
    /// Values of the last positional parameters.
    pub defaults: RefCell<Option<Ref<Tuple>>>,
    /// Values of keyword-only parameters.
    pub keyword_defaults: RefCell<Option<Ref<Dict>>>,
    /// The cells of the free variables, in their order.
    pub closure: Box<[Ref<Cell>]>,
    pub annotations: RefCell<Option<Value>>,
    pub doc: RefCell<Value>,
    pub module: RefCell<Value>,
    pub type_parameters: RefCell<Option<Value>>,
    /// Drawn anew whenever code or defaults change, so that a cache of calls can tell; never twice.
    pub version: Variable<u32>,
}

impl Payload for Function {
    payload!(Function, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.code.borrow().as_value());
        visit(self.globals.as_value());
        visit(self.builtins.as_value());
        self.defaults.borrow().iter().for_each(|defaults| visit(defaults.as_value()));
        self.keyword_defaults.borrow().iter().for_each(|defaults| visit(defaults.as_value()));
        self.closure.iter().for_each(|cell| visit(cell.as_value()));
        self.annotations.borrow().iter().for_each(&mut *visit);
        self.type_parameters.borrow().iter().for_each(&mut *visit);
        visit(&self.doc.borrow());
        visit(&self.module.borrow());
    }

    fn clear(&self) {
        let defaults = (self.defaults.take(), self.keyword_defaults.take());
        let described = (self.annotations.take(), self.type_parameters.take());
        let rest = (self.doc.replace(Value::NONE), self.module.replace(Value::NONE));
        drop((defaults, described, rest));
    }
}

static NEXT_VERSION: Guarded<Variable<u32>> = Guarded::new(Variable::new(1));

/// A version for a function; zero, which is in no cache, once all are used up.
pub fn draw_version(gil: Gil<'_>) -> u32 {
    let next = NEXT_VERSION.get(gil);
    let version = next.get();
    next.set(if version == 0 { 0 } else { version.wrapping_add(1) });
    version
}

impl Function {
    /// A function without defaults, closure and annotations. Module and documentation come from globals and code.
    pub fn new(gil: Gil<'_>, code: &Ref<CodeObject>, globals: &Ref<Dict>, builtins: &Ref<Dict>) -> Function {
        let module = globals.table.borrow().get_text(super::slots::names::Name::NameName.text(gil)).cloned();
        Function {
            code: RefCell::new(code.clone()),
            globals: globals.clone(),
            builtins: builtins.clone(),
            name: RefCell::new(code.name.clone()),
            qualified_name: RefCell::new(code.qualified_name.clone()),
            defaults: RefCell::default(),
            keyword_defaults: RefCell::default(),
            closure: Box::default(),
            annotations: RefCell::default(),
            doc: RefCell::new(code.doc()),
            module: RefCell::new(module.unwrap_or(Value::NONE)),
            type_parameters: RefCell::default(),
            version: Variable::new(draw_version(gil)),
        }
    }

    /// The code.
    pub fn code(&self) -> Ref<CodeObject> {
        self.code.borrow().clone()
    }
}

static CALL: Guarded<Variable<Option<Call>>> = Guarded::new(Variable::new(None));

/// Says how functions are called; the machine does, at start.
pub fn set_call(gil: Gil<'_>, call: Call) {
    CALL.get(gil).set(Some(call));
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    match CALL.get(gil).get() {
        Some(call) => call(gil, value, arguments),
        None => Err(runtime_error(gil, "the machine is not set up")),
    }
}

/// Finds the builtins of a function made for these globals.
pub type FindBuiltins = fn(Gil<'_>, &Ref<Dict>) -> Ref<Dict>;

static BUILTINS: Guarded<Variable<Option<FindBuiltins>>> = Guarded::new(Variable::new(None));

/// Says how to find the builtins that go with globals; the machine does, at start.
pub fn set_find_builtins(gil: Gil<'_>, find: FindBuiltins) {
    BUILTINS.get(gil).set(Some(find));
}

/// The built-in names that go with globals: those of their `__builtins__`, or the running frame's.
pub fn builtins_of(gil: Gil<'_>, globals: &Ref<Dict>) -> Ref<Dict> {
    if let Some(find) = BUILTINS.get(gil).get() {
        return find(gil, globals);
    }
    let found = globals.table.borrow().get_text(&intern(gil, "__builtins__")).cloned();
    match found {
        Some(found) => match found.downcast::<super::module::Module>() {
            Some(module) => module.dict.clone(),
            None => found.downcast::<Dict>().cloned().unwrap_or_else(|| globals.clone()),
        },
        None => globals.clone(),
    }
}

static PARAMETERS: Parameters<6> =
    Parameters::new(["code", "globals", "name", "argdefs", "closure", "kwdefaults"], 2);

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [code, globals, name, defaults, closure, keyword_defaults] =
        arguments.bind(gil, "function", &PARAMETERS)?;
    let wrong = |number: &str, expected: &str, got: &Value| {
        let got = got.class(gil).name();
        type_error(gil, format!("function() argument {number} must be {expected}, not {got}"))
    };
    let (Some(code), Some(globals)) = (code, globals) else { return Ok(Value::NONE) };
    let code = code.downcast::<CodeObject>().ok_or_else(|| wrong("'code'", "code", code))?;
    let globals = globals.downcast::<Dict>().ok_or_else(|| wrong("'globals'", "dict", globals))?;
    let some = |value: Option<&Value>| value.filter(|value| !value.is_none()).cloned();
    let mut function = Function::new(gil, code, globals, &builtins_of(gil, globals));
    if let Some(name) = some(name) {
        let Some(name) = name.downcast::<Text>() else {
            return Err(type_error(gil, "arg 3 (name) must be None or string"));
        };
        function.name = RefCell::new(name.clone());
    }
    if let Some(defaults) = some(defaults) {
        let Some(defaults) = defaults.downcast::<Tuple>() else {
            return Err(type_error(gil, "arg 4 (defaults) must be None or tuple"));
        };
        function.defaults = RefCell::new(Some(defaults.clone()));
    }
    if let Some(defaults) = some(keyword_defaults) {
        let Some(defaults) = defaults.downcast::<Dict>() else {
            return Err(type_error(gil, "arg 6 (kwdefaults) must be None or dict"));
        };
        function.keyword_defaults = RefCell::new(Some(defaults.clone()));
    }
    function.closure = closure_of(gil, code, some(closure))?;
    Ok(Ref::with_shape(gil, class.root(), function).into_value())
}

/// A function of code with free variables and the cells for them, as `exec` runs it.
pub fn with_closure(
    gil: Gil<'_>,
    code: &Ref<CodeObject>,
    globals: &Ref<Dict>,
    closure: Option<&Value>,
) -> Result<Value> {
    let needed = usize::from(code.code.free_count);
    let cells: Option<Box<[Ref<Cell>]>> = closure
        .and_then(tuple::items_of)
        .filter(|cells| cells.len() == needed)
        .and_then(|cells| cells.into_iter().map(|cell| cell.try_into_ref::<Cell>().ok()).collect());
    let Some(cells) = cells else {
        return Err(type_error(gil, format!("code object requires a closure of exactly length {needed}")));
    };
    let mut function = Function::new(gil, code, globals, &builtins_of(gil, globals));
    function.closure = cells;
    Ok(Ref::new(gil, function).into_value())
}

fn closure_of(gil: Gil<'_>, code: &Ref<CodeObject>, given: Option<Value>) -> Result<Box<[Ref<Cell>]>> {
    let needed = usize::from(code.code.free_count);
    let Some(given) = given else {
        if needed > 0 {
            return Err(type_error(gil, "arg 5 (closure) must be tuple"));
        }
        return Ok(Box::default());
    };
    let Some(cells) = tuple::items_of(&given) else {
        return Err(type_error(gil, "arg 5 (closure) must be None or tuple"));
    };
    if cells.len() != needed {
        let (name, got) = (code.name.lossy(), cells.len());
        return Err(value_error(gil, format!("{name} requires closure of length {needed}, not {got}")));
    }
    let as_cell = |cell: Value| {
        cell.try_into_ref::<Cell>().map_err(|wrong| {
            let name = wrong.class(gil).name();
            type_error(gil, format!("arg 5 (closure) expected cell, found {name}"))
        })
    };
    cells.into_iter().map(as_cell).collect()
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Function>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'function' object but received a '{name}'"))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let function = this(gil, value)?;
    let text =
        format!("<function {} at {:#x}>", function.qualified_name.borrow().lossy(), object::address(value));
    Ok(Ref::text(gil, &text).into_value())
}

fn get(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    match instance {
        Some(instance) => Ok(method::of(gil, value.clone(), instance.clone())),
        None => Ok(value.clone()),
    }
}

const DOC: &str = "Create a function object.\n\n  code\n    a code object\n  globals\n    the globals dictionary\n  name\n    a string that overrides the name from the code object\n  argdefs\n    a tuple that specifies the default argument values\n  closure\n    a tuple that supplies the bindings for free variables\n  kwdefaults\n    a dictionary that specifies the default keyword argument values";

pub static SPEC: TypeSpec = TypeSpec {
    name: "function",
    module: "builtins",
    signature: "",
    doc: DOC,
    base: None,
    layout: Function::layout,
    storage: Storage::Slots,
    flags: flags::METHOD_DESCRIPTOR | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        call: Some(call),
        descriptor_get: Some(get),
        ..SlotTable::EMPTY
    },
    methods: &[],
    attributes: &properties::ATTRIBUTES,
};
