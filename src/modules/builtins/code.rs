//! Built-in functions that compile, run and import code, and that look into the running frame.

use crate::code::object::flags;
use crate::gil::Gil;
use crate::modules::machine::{self, Mode};
use crate::modules::{ast, convert, import, source, sys};
use crate::object::native::Function;
use crate::object::raised::{Kind, Raised, runtime_error, type_error, value_error};
use crate::object::{Arguments, Parameters, Ref, Result, Text, Value, operations};
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::function;

/// The functions of this part.
pub const FUNCTIONS: &[Function] = &[
    Function::new(
        "compile",
        "($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)",
        "Compile source into a code object that can be executed by exec() or eval().",
        compile,
    ),
    Function::new(
        "eval",
        "($module, source, /, globals=None, locals=None)",
        "Evaluate the given source in the context of globals and locals.",
        eval,
    ),
    Function::new(
        "exec",
        "($module, source, /, globals=None, locals=None, *, closure=None)",
        "Execute the given source in the context of globals and locals.",
        exec,
    ),
    Function::new(
        "globals",
        "($module, /)",
        "Return the dictionary containing the current scope's global variables.",
        globals,
    ),
    Function::new(
        "locals",
        "($module, /)",
        "Return a dictionary containing the current scope's local variables.",
        locals,
    ),
    Function::new(
        "__import__",
        "($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)",
        "Import a module.",
        import_function,
    ),
    Function::new(
        "__build_class__",
        "",
        "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.",
        build_class,
    ),
    Function::new(
        "breakpoint",
        "($module, /, *args, **kws)",
        "Call sys.breakpointhook(*args, **kws).",
        breakpoint,
    ),
    Function::new(
        "open",
        "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)",
        "Open file and return a stream.  Raise OSError upon failure.",
        open,
    ),
];

/// `PyCF_ALLOW_INCOMPLETE_INPUT`, the flag for input that may still be typed.
const INCOMPLETE_INPUT: i64 = 0x4000;

/// `PyCF_ALLOW_TOP_LEVEL_AWAIT`, the flag for modules that may await.
const TOP_LEVEL_AWAIT: i64 = 0x2000;

/// The flags that `compile` knows: those of the compiler, the features that can be imported from `__future__`, and
/// CO_NESTED, which once was one.
const KNOWN_FLAGS: i64 = 0x01FF_FF10;

fn compile(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<7> = Parameters::new(
        ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"],
        3,
    )
    .keyword_only(6);
    let [text, filename, mode, flags, _, optimize, _] = arguments.bind(gil, "compile", &SIGNATURE)?;
    let filename = filename_argument(gil, convert::given(filename))?;
    let mode = convert::text_argument(gil, convert::given(mode), "compile", 3)?;
    let flags = flags.map_or(Ok(0), |flags| convert::to_i64(gil, flags))?;
    if flags & !KNOWN_FLAGS != 0 {
        return Err(value_error(gil, "compile(): unrecognised flags"));
    }
    let only_tree = flags & ast::ONLY_TREE != 0;
    let mode = match mode.bytes() {
        b"exec" => Mode::Statements,
        b"eval" => Mode::Expression,
        b"single" => Mode::Interactive,
        b"func_type" if only_tree => {
            let message = "gilly parses no comments with types of functions";
            return Err(Raised::with_message(gil, Kind::NotImplementedError, message));
        }
        _ if only_tree => {
            let message = "compile() mode must be 'exec', 'eval', 'single' or 'func_type'";
            return Err(value_error(gil, message));
        }
        _ => return Err(value_error(gil, "compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let optimize = optimize.map_or(Ok(-1), |optimize| convert::to_i32(gil, optimize))?;
    if !(-1..=2).contains(&optimize) {
        return Err(value_error(gil, "compile(): invalid optimize value"));
    }
    let optimize = u8::try_from(optimize).unwrap_or(sys::Configuration::current().optimize);
    let text = convert::given(text);
    if text.downcast::<CodeObject>().is_some() || (only_tree && ast::is_node(text)) {
        return Ok(text.clone());
    }
    if ast::is_node(text) {
        return Ok(source::compile_tree(gil, text, &filename, mode, optimize)?.into_value());
    }
    let is_text = text.downcast::<Text>().is_some();
    let text = source_argument(gil, text, "compile", "string, bytes or AST object")?;
    let future_annotations = flags & i64::from(flags::FUTURE_ANNOTATIONS) != 0;
    let settings = machine::Settings {
        optimize,
        future_annotations,
        top_level_await: flags & TOP_LEVEL_AWAIT != 0,
        is_text,
        is_whole: flags & INCOMPLETE_INPUT == 0,
    };
    let result = match only_tree {
        true => ast::parse(gil, &text, &filename, mode),
        false => source::compile(gil, &text, &filename, mode, settings).map(Ref::into_value),
    };
    if result.is_err() && flags & INCOMPLETE_INPUT != 0 && source::is_incomplete(gil, &text, mode)? {
        return Err(Raised::with_message(gil, Kind::_IncompleteInputError, "incomplete input"));
    }
    result
}

fn filename_argument(gil: Gil<'_>, filename: &Value) -> Result<String> {
    let path = convert::Path::of(gil, filename, "compile", "filename", false)?;
    Ok(String::from_utf8_lossy(path.c_string().to_bytes()).into_owned())
}

/// A source's bytes.
fn source_argument(gil: Gil<'_>, source: &Value, function: &str, allowed: &str) -> Result<Vec<u8>> {
    let bytes = match source.downcast::<Text>() {
        Some(text) => convert::utf8(gil, text)?,
        None => match convert::bytes_like(gil, source) {
            Ok(bytes) => bytes,
            Err(_) => {
                return Err(type_error(gil, format!("{function}() arg 1 must be a {allowed}")));
            }
        },
    };
    if bytes.contains(&0) {
        let message = "source code string cannot contain null bytes";
        return Err(Raised::with_message(gil, Kind::SyntaxError, message));
    }
    Ok(bytes)
}

/// The globals of the running frame.
fn current_globals(gil: Gil<'_>) -> Result<Ref<Dict>> {
    let globals = (machine::get(gil)?.globals)(gil);
    globals.ok_or_else(|| runtime_error(gil, "globals and locals cannot be NULL"))
}

/// `locals()` of the running frame.
pub fn current_locals(gil: Gil<'_>) -> Result<Value> {
    (machine::get(gil)?.locals)(gil)
}

/// Where code is to run: globals, and locals if they are something else.
fn scopes(
    gil: Gil<'_>,
    function: &str,
    globals: Option<&Value>,
    locals: Option<&Value>,
) -> Result<(Ref<Dict>, Option<Value>)> {
    let (globals, locals) =
        (globals.filter(|globals| !globals.is_none()), locals.filter(|locals| !locals.is_none()));
    let dict = match globals {
        None => current_globals(gil)?,
        Some(globals) => match globals.downcast::<Dict>() {
            Some(dict) => dict.clone(),
            None if function == "exec" => {
                let class = globals.class(gil).name();
                return Err(type_error(gil, format!("exec() globals must be a dict, not {class}")));
            }
            None => {
                let real = globals.class(gil).slots.get_item.get().is_some();
                let message = if real {
                    "globals must be a real dict; try eval(expr, {}, mapping)"
                } else {
                    "globals must be a dict"
                };
                return Err(type_error(gil, message));
            }
        },
    };
    let locals = match (globals, locals) {
        (_, Some(locals)) => {
            if locals.class(gil).slots.get_item.get().is_none() {
                let class = locals.class(gil).name();
                return Err(type_error(
                    gil,
                    match function {
                        "exec" => format!("locals must be a mapping or None, not {class}"),
                        _ => "locals must be a mapping".to_owned(),
                    },
                ));
            }
            Some(locals.clone())
        }
        (None, None) => Some(current_locals(gil)?),
        (Some(_), None) => None,
    };
    if convert::get_item(gil, &dict, "__builtins__").is_none() {
        let builtins = function::builtins_of(gil, &dict);
        convert::set_item(gil, &dict, "__builtins__", builtins.into_value());
    }
    let locals = locals.filter(|locals| !locals.is(dict.as_value()));
    Ok((dict, locals))
}

fn eval(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["source", "globals", "locals"], 1).positional_only(1);
    let [text, globals, locals] = arguments.bind(gil, "eval", &SIGNATURE)?;
    let text = convert::given(text);
    let (globals, locals) = scopes(gil, "eval", globals, locals)?;
    let code = match text.downcast::<CodeObject>() {
        Some(code) if is_called(code) => {
            return call_code(gil, &no_free_variables(gil, code, "eval")?, &globals);
        }
        Some(code) => no_free_variables(gil, code, "eval")?,
        None => {
            let source = source_argument(gil, text, "eval", "string, bytes or code object")?;
            let blank = source.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            source::compile(gil, &source[blank..], "<string>", Mode::Expression, settings_of(text))?
        }
    };
    (machine::get(gil)?.run)(gil, &code, &globals, locals.as_ref())
}

fn exec(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["source", "globals", "locals", "closure"], 1).positional_only(1).keyword_only(3);
    let [text, globals, locals, closure] = arguments.bind(gil, "exec", &SIGNATURE)?;
    let text = convert::given(text);
    let (globals, locals) = scopes(gil, "exec", globals, locals)?;
    let closure = closure.filter(|closure| !closure.is_none());
    let code = match text.downcast::<CodeObject>() {
        Some(code) if code.code.free_count > 0 => {
            let function = crate::types::function::with_closure(gil, code, &globals, closure)?;
            operations::call(gil, &function, Arguments::positional(&[]))?;
            return Ok(Value::NONE);
        }
        Some(_) if closure.is_some() => {
            return Err(type_error(gil, "cannot use a closure with this code object"));
        }
        Some(code) if is_called(code) => {
            call_code(gil, code, &globals)?;
            return Ok(Value::NONE);
        }
        Some(code) => code.clone(),
        None if closure.is_some() => {
            return Err(type_error(gil, "closure can only be used when source is a code object"));
        }
        None => {
            let source = source_argument(gil, text, "exec", "string, bytes or code object")?;
            source::compile(gil, &source, "<string>", Mode::Statements, settings_of(text))?
        }
    };
    (machine::get(gil)?.run)(gil, &code, &globals, locals.as_ref())?;
    Ok(Value::NONE)
}

/// Is it the code of a function that takes arguments, or that makes a generator or a coroutine?
fn is_called(code: &Ref<CodeObject>) -> bool {
    let plain = &code.code;
    const SUSPENDS: u32 = flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR;
    plain.flags & SUSPENDS != 0
        || plain.argument_count > 0
        || plain.keyword_only_count > 0
        || plain.flags & (flags::VARARGS | flags::VARKEYWORDS) != 0
}

/// Runs the code of a function as a call without arguments.
fn call_code(gil: Gil<'_>, code: &Ref<CodeObject>, globals: &Ref<Dict>) -> Result<Value> {
    let no_cells = convert::tuple(gil, Vec::new());
    let function = crate::types::function::with_closure(gil, code, globals, Some(&no_cells))?;
    operations::call(gil, &function, Arguments::NONE)
}

/// How a source for `eval` or `exec` is compiled.
fn settings_of(source: &Value) -> machine::Settings {
    machine::Settings {
        optimize: sys::Configuration::current().optimize,
        is_text: source.downcast::<Text>().is_some(),
        ..machine::Settings::default()
    }
}

fn no_free_variables(gil: Gil<'_>, code: &Ref<CodeObject>, function: &str) -> Result<Ref<CodeObject>> {
    if code.code.free_count == 0 {
        return Ok(code.clone());
    }
    Err(type_error(gil, format!("code object passed to {function}() may not contain free variables")))
}

fn globals(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "globals")?;
    Ok(current_globals(gil)?.into_value())
}

fn locals(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "locals")?;
    current_locals(gil)
}

fn import_function(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> = Parameters::new(["name", "globals", "locals", "fromlist", "level"], 1);
    let [name, globals, _, names, level] = arguments.bind(gil, "__import__", &SIGNATURE)?;
    let Some(name) = convert::given(name).downcast::<Text>() else {
        return Err(type_error(gil, "module name must be a string"));
    };
    let level = level.map_or(Ok(0), |level| convert::to_i64(gil, level))?;
    let Ok(level) = usize::try_from(level) else { return Err(value_error(gil, "level must be >= 0")) };
    let globals = globals.and_then(|globals| globals.downcast::<Dict>());
    import::import(gil, &name.lossy(), globals, names.unwrap_or(&Value::NONE), level)
}

fn build_class(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    (machine::get(gil)?.build_class)(gil, arguments)
}

fn breakpoint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    match sys::get(gil, "breakpointhook") {
        Some(hook) => operations::call(gil, &hook, arguments),
        None => Err(runtime_error(gil, "lost sys.breakpointhook")),
    }
}

/// `open` is `_open` of `_io`; it is looked up there when it is called, so that the start need not make that module.
fn open(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let module = import::module(gil, "_io")?;
    let open = operations::get_attribute(gil, &module, &crate::object::intern(gil, "_open"))?;
    operations::call(gil, &open, arguments)
}
