//! `_socket`: sockets of the internet and of this machine.
//!
//! In reading order: `address`, `names` (looking up hosts), `interfaces`, `object` (the type), `transfer` (sending and receiving,
//! with timeouts), `messages` (the same with what travels beside data). Whatever may wait does so without the GIL. `pyscripts/stdlib/socket.py` makes the public module of it.

mod address;
mod constants;
mod interfaces;
mod messages;
mod names;
mod object;
mod transfer;

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::Kind;
use crate::object::{Arguments, Global, Raised, Ref, Result, Value, operations};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

use super::convert;
use super::posix::calls;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_socket",
    doc: "Implementation module for socket operations.",
    functions: &[
        Function::new("socketpair", "", "Create a pair of connected sockets.", object::pair),
        Function::new(
            "getdefaulttimeout",
            "",
            "Return the default timeout for new sockets.",
            object::get_default_timeout,
        ),
        Function::new(
            "setdefaulttimeout",
            "",
            "Set the default timeout for new sockets.",
            object::set_default_timeout,
        ),
        Function::new("close", "", "Close an integer socket file descriptor.", close),
        Function::new("dup", "", "Duplicate an integer socket file descriptor.", dup),
        Function::new(
            "CMSG_LEN",
            "",
            "What so many bytes take beside a message, with their header.",
            |gil, arguments| messages::length_beside(gil, arguments, "CMSG_LEN"),
        ),
        Function::new(
            "CMSG_SPACE",
            "",
            "What so many bytes take beside a message, with their header and padding.",
            |gil, arguments| messages::length_beside(gil, arguments, "CMSG_SPACE"),
        ),
    ],
    set_up: Some(set_up),
};

/// The exceptions of this module.
pub struct Exceptions {
    /// `gaierror`.
    resolver: Value,
    /// `herror`.
    host: Value,
}

static EXCEPTIONS: Global<OnceCell<Exceptions>> = Global::new(OnceCell::new());

/// The exceptions, once the module is there.
fn exceptions(gil: Gil<'_>) -> &Exceptions {
    match EXCEPTIONS.get(gil).get() {
        Some(exceptions) => exceptions,
        None => unreachable!("names are looked up by the module's own functions"),
    }
}

/// An exception of one of these classes.
fn error_of(gil: Gil<'_>, class: &Value, arguments: &[Value]) -> Raised {
    match operations::call(gil, class, Arguments::positional(arguments)).map(Value::try_into_ref) {
        Ok(Ok(exception)) => Raised::new(exception),
        Ok(Err(_)) => Raised::with_message(gil, Kind::OSError, "an exception's class makes something else"),
        Err(raised) => raised,
    }
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [descriptor] = arguments.exactly::<1>(gil, "close")?;
    let descriptor = convert::to_i32(gil, descriptor)?;
    // SAFETY: closing takes a number; one that is not open is an error.
    calls::checked(gil, unsafe { libc::close(descriptor) })?;
    Ok(Value::NONE)
}

fn dup(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [descriptor] = arguments.exactly::<1>(gil, "dup")?;
    let descriptor = convert::to_i32(gil, descriptor)?;
    // SAFETY: the call takes numbers only.
    let copy = calls::checked(gil, unsafe { libc::fcntl(descriptor, libc::F_DUPFD_CLOEXEC, 0) })?;
    Ok(convert::int(gil, copy.into()))
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    super::name_service::keep_to_own();
    for function in names::FUNCTIONS.iter().chain(interfaces::FUNCTIONS) {
        module.set(gil, function.name, crate::types::native_function::of(gil, function, Some("_socket")));
    }
    for &(name, number) in constants::CONSTANTS {
        module.set(gil, name, convert::int(gil, number));
    }
    module.set(gil, "has_ipv6", Value::TRUE);
    let class = builder::build(gil, &object::SPEC).into_value();
    module.set(gil, "socket", class.clone());
    module.set(gil, "SocketType", class);
    module.set(gil, "error", Kind::OSError.class(gil).to_value());
    module.set(gil, "timeout", Kind::TimeoutError.class(gil).to_value());
    let make =
        |name: &str| convert::exception_class(gil, name, "socket", Kind::OSError.class(gil).as_value());
    let made = Exceptions { resolver: make("gaierror")?, host: make("herror")? };
    let made = EXCEPTIONS.get(gil).get_or_init(|| made);
    module.set(gil, "gaierror", made.resolver.clone());
    module.set(gil, "herror", made.host.clone());
    Ok(())
}
