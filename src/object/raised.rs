//! Raised exceptions on their way through Rust code.

use std::cell::{Cell, RefCell};

use super::class::Type;
use super::header::{Payload, Visit};
use super::value::{Ref, Value};
use crate::gil::{Gil, Guarded};
use crate::payload;

/// An exception that was raised and not yet caught: the exception object, on its way. It travels in a register.
#[derive(Debug)]
pub struct Raised(Ref<Exception>);

/// What Rust code that can raise returns.
pub type Result<T> = std::result::Result<T, Raised>;

/// The payload of `BaseException`.
pub struct Exception {
    /// `args`, a tuple.
    pub arguments: RefCell<Value>,
    /// `__traceback__`, or None.
    pub traceback: RefCell<Value>,
    /// `__context__`, or None.
    pub context: RefCell<Value>,
    /// `__cause__`, or None.
    pub cause: RefCell<Value>,
    /// `__suppress_context__`.
    pub suppress_context: Cell<bool>,
    /// What the fields of some exceptions (`OSError.errno`, `StopIteration.value`, ...) hold, by position; the type
    /// knows the names. Most exceptions have none.
    pub fields: RefCell<Vec<Option<Value>>>,
}

impl Payload for Exception {
    payload!(Exception, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        for part in [&self.arguments, &self.traceback, &self.context, &self.cause] {
            visit(&part.borrow());
        }
        for field in self.fields.borrow().iter().flatten() {
            visit(field);
        }
    }

    fn clear(&self) {
        let parts = [&self.arguments, &self.traceback, &self.context, &self.cause]
            .map(|part| part.replace(Value::NONE));
        let fields = self.fields.take();
        drop((parts, fields));
    }
}

impl std::fmt::Debug for Ref<Exception> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.header().shape().class().name())
    }
}

impl Raised {
    /// An exception object that is being raised.
    pub fn new(exception: Ref<Exception>) -> Raised {
        Raised(exception)
    }

    /// A new exception of a built-in type with a message.
    #[cold]
    pub fn with_message(gil: Gil<'_>, kind: Kind, message: &str) -> Raised {
        let text = Ref::text(gil, message).into_value();
        Raised::with_arguments(gil, kind, vec![text])
    }

    /// A new exception of a built-in type with these `args`.
    #[cold]
    pub fn with_arguments(gil: Gil<'_>, kind: Kind, arguments: Vec<Value>) -> Raised {
        let makers = MAKER.get(gil);
        let make = makers.get().expect("the built-in exceptions are set up before one is raised");
        Raised(make(gil, kind, arguments))
    }

    /// The exception.
    pub fn exception(&self) -> &Ref<Exception> {
        &self.0
    }

    /// The exception, no longer on its way.
    pub fn into_exception(self) -> Ref<Exception> {
        self.0
    }

    /// Is the exception an instance of this built-in type?
    pub fn is(&self, gil: Gil<'_>, kind: Kind) -> bool {
        self.0.header().shape().class().is_subtype(kind.class(gil))
    }
}

type Maker = for<'a> fn(Gil<'a>, Kind, Vec<Value>) -> Ref<Exception>;

static MAKER: Guarded<Cell<Option<Maker>>> = Guarded::new(Cell::new(None));

/// Says how exceptions are made; the types room does, at start.
pub fn set_maker(gil: Gil<'_>, maker: Maker) {
    MAKER.get(gil).set(Some(maker));
}

macro_rules! kinds {
    ($($name:ident($base:ident)),* $(,)?) => {
        /// The built-in exception types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { BaseException, $($name,)* }

        impl Kind {
            /// All of them, bases before what derives from them.
            pub const ALL: &[Kind] = &[Kind::BaseException, $(Kind::$name,)*];

            /// The type's name.
            pub fn name(self) -> &'static str {
                match self {
                    Kind::BaseException => "BaseException",
                    $(Kind::$name => stringify!($name),)*
                }
            }

            /// The type it derives from; `BaseException` derives from `object`.
            pub fn base(self) -> Option<Kind> {
                match self {
                    Kind::BaseException => None,
                    $(Kind::$name => Some(Kind::$base),)*
                }
            }
        }
    };
}

kinds! {
    GeneratorExit(BaseException), KeyboardInterrupt(BaseException), SystemExit(BaseException),
    BaseExceptionGroup(BaseException), Exception(BaseException),
    ArithmeticError(Exception), FloatingPointError(ArithmeticError), OverflowError(ArithmeticError),
    ZeroDivisionError(ArithmeticError),
    AssertionError(Exception), AttributeError(Exception), BufferError(Exception), EOFError(Exception),
    ImportError(Exception), ModuleNotFoundError(ImportError),
    LookupError(Exception), IndexError(LookupError), KeyError(LookupError),
    MemoryError(Exception), NameError(Exception), UnboundLocalError(NameError),
    OSError(Exception), BlockingIOError(OSError), ChildProcessError(OSError), ConnectionError(OSError),
    BrokenPipeError(ConnectionError), ConnectionAbortedError(ConnectionError),
    ConnectionRefusedError(ConnectionError), ConnectionResetError(ConnectionError),
    FileExistsError(OSError), FileNotFoundError(OSError), InterruptedError(OSError), IsADirectoryError(OSError),
    NotADirectoryError(OSError), PermissionError(OSError), ProcessLookupError(OSError), TimeoutError(OSError),
    ReferenceError(Exception), RuntimeError(Exception), NotImplementedError(RuntimeError),
    PythonFinalizationError(RuntimeError), RecursionError(RuntimeError),
    StopAsyncIteration(Exception), StopIteration(Exception),
    SyntaxError(Exception), IndentationError(SyntaxError), TabError(IndentationError), _IncompleteInputError(SyntaxError),
    SystemError(Exception), TypeError(Exception), ValueError(Exception), UnicodeError(ValueError),
    UnicodeDecodeError(UnicodeError), UnicodeEncodeError(UnicodeError), UnicodeTranslateError(UnicodeError),
    Warning(Exception), BytesWarning(Warning), DeprecationWarning(Warning), EncodingWarning(Warning),
    FutureWarning(Warning), ImportWarning(Warning), PendingDeprecationWarning(Warning), ResourceWarning(Warning),
    RuntimeWarning(Warning), SyntaxWarning(Warning), UnicodeWarning(Warning), UserWarning(Warning),
}

/// The type objects, by kind.
struct Classes(RefCell<Vec<&'static Ref<Type>>>);

// SAFETY: reached only through the token, see `Guarded`.
unsafe impl Send for Classes {}

static CLASSES: Guarded<Classes> = Guarded::new(Classes(RefCell::new(Vec::new())));

impl Kind {
    /// The type object.
    ///
    /// # Panics
    /// If the built-in exceptions are not set up.
    pub fn class(self, gil: Gil<'_>) -> &'static Ref<Type> {
        CLASSES.get(gil).0.borrow()[self as usize]
    }

    /// Says which type object the next kind, in the order of [`Kind::ALL`], has.
    pub fn push_class(gil: Gil<'_>, class: Ref<Type>) {
        CLASSES.get(gil).0.borrow_mut().push(Box::leak(Box::new(class)));
    }
}

macro_rules! shorthands {
    ($($(#[$doc:meta])* $function:ident $kind:ident;)*) => {
        $(
            $(#[$doc])*
            #[cold]
            pub fn $function(gil: Gil<'_>, message: impl AsRef<str>) -> Raised {
                Raised::with_message(gil, Kind::$kind, message.as_ref())
            }
        )*
    };
}

shorthands! {
    /// A TypeError.
    type_error TypeError;
    /// A ValueError.
    value_error ValueError;
    /// An IndexError.
    index_error IndexError;
    /// An OverflowError.
    overflow_error OverflowError;
    /// A ZeroDivisionError.
    zero_division_error ZeroDivisionError;
    /// A RuntimeError.
    runtime_error RuntimeError;
    /// A RecursionError.
    recursion_error RecursionError;
    /// A SystemError.
    system_error SystemError;
    /// A NotImplementedError.
    not_implemented_error NotImplementedError;
    /// A MemoryError.
    memory_error MemoryError;
    /// A BufferError.
    buffer_error BufferError;
    /// A ReferenceError.
    reference_error ReferenceError;
}
