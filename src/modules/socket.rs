//! `_socket`: sockets of the internet and of this machine.
//!
//! In reading order: `address`, `names` (looking up hosts), `object` (the type), `transfer` (sending and receiving, with
//! timeouts). Whatever may wait does so without the GIL. `pyscripts/stdlib/socket.py` makes the public module of it.

mod address;
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

const CONSTANTS: &[(&str, i32)] = &[
    ("AF_UNSPEC", libc::AF_UNSPEC),
    ("AF_UNIX", libc::AF_UNIX),
    ("AF_INET", libc::AF_INET),
    ("AF_INET6", libc::AF_INET6),
    ("SOCK_STREAM", libc::SOCK_STREAM),
    ("SOCK_DGRAM", libc::SOCK_DGRAM),
    ("SOCK_RAW", libc::SOCK_RAW),
    ("SOCK_SEQPACKET", libc::SOCK_SEQPACKET),
    ("SOCK_CLOEXEC", libc::SOCK_CLOEXEC),
    ("SOCK_NONBLOCK", libc::SOCK_NONBLOCK),
    ("SOL_SOCKET", libc::SOL_SOCKET),
    ("SOL_TCP", libc::IPPROTO_TCP),
    ("SOL_IP", libc::IPPROTO_IP),
    ("SOL_UDP", libc::IPPROTO_UDP),
    ("SO_REUSEADDR", libc::SO_REUSEADDR),
    ("SO_REUSEPORT", libc::SO_REUSEPORT),
    ("SO_KEEPALIVE", libc::SO_KEEPALIVE),
    ("SO_BROADCAST", libc::SO_BROADCAST),
    ("SO_LINGER", libc::SO_LINGER),
    ("SO_RCVBUF", libc::SO_RCVBUF),
    ("SO_SNDBUF", libc::SO_SNDBUF),
    ("SO_RCVTIMEO", libc::SO_RCVTIMEO),
    ("SO_SNDTIMEO", libc::SO_SNDTIMEO),
    ("SO_ERROR", libc::SO_ERROR),
    ("SO_TYPE", libc::SO_TYPE),
    ("SO_DOMAIN", libc::SO_DOMAIN),
    ("SO_PROTOCOL", libc::SO_PROTOCOL),
    ("SO_ACCEPTCONN", libc::SO_ACCEPTCONN),
    ("SO_OOBINLINE", libc::SO_OOBINLINE),
    ("SO_PEERCRED", libc::SO_PEERCRED),
    ("SOMAXCONN", libc::SOMAXCONN),
    ("IPPROTO_IP", libc::IPPROTO_IP),
    ("IPPROTO_ICMP", libc::IPPROTO_ICMP),
    ("IPPROTO_TCP", libc::IPPROTO_TCP),
    ("IPPROTO_UDP", libc::IPPROTO_UDP),
    ("IPPROTO_IPV6", libc::IPPROTO_IPV6),
    ("IPV6_V6ONLY", libc::IPV6_V6ONLY),
    ("IP_TTL", libc::IP_TTL),
    ("IP_TOS", libc::IP_TOS),
    ("IP_MULTICAST_TTL", libc::IP_MULTICAST_TTL),
    ("IP_MULTICAST_LOOP", libc::IP_MULTICAST_LOOP),
    ("IP_ADD_MEMBERSHIP", libc::IP_ADD_MEMBERSHIP),
    ("IP_DROP_MEMBERSHIP", libc::IP_DROP_MEMBERSHIP),
    ("TCP_NODELAY", libc::TCP_NODELAY),
    ("TCP_KEEPIDLE", libc::TCP_KEEPIDLE),
    ("TCP_KEEPINTVL", libc::TCP_KEEPINTVL),
    ("TCP_KEEPCNT", libc::TCP_KEEPCNT),
    ("TCP_CORK", libc::TCP_CORK),
    ("MSG_PEEK", libc::MSG_PEEK),
    ("MSG_OOB", libc::MSG_OOB),
    ("MSG_DONTWAIT", libc::MSG_DONTWAIT),
    ("MSG_WAITALL", libc::MSG_WAITALL),
    ("MSG_NOSIGNAL", libc::MSG_NOSIGNAL),
    ("MSG_TRUNC", libc::MSG_TRUNC),
    ("MSG_MORE", libc::MSG_MORE),
    ("SHUT_RD", libc::SHUT_RD),
    ("SHUT_WR", libc::SHUT_WR),
    ("SHUT_RDWR", libc::SHUT_RDWR),
    ("AI_PASSIVE", libc::AI_PASSIVE),
    ("AI_CANONNAME", libc::AI_CANONNAME),
    ("AI_NUMERICHOST", libc::AI_NUMERICHOST),
    ("AI_NUMERICSERV", libc::AI_NUMERICSERV),
    ("AI_ADDRCONFIG", libc::AI_ADDRCONFIG),
    ("EAI_AGAIN", libc::EAI_AGAIN),
    ("EAI_FAIL", libc::EAI_FAIL),
    ("EAI_FAMILY", libc::EAI_FAMILY),
    ("EAI_NONAME", libc::EAI_NONAME),
    ("EAI_SERVICE", libc::EAI_SERVICE),
    ("EAI_SOCKTYPE", libc::EAI_SOCKTYPE),
    ("NI_NUMERICHOST", libc::NI_NUMERICHOST),
    ("NI_NUMERICSERV", libc::NI_NUMERICSERV),
    ("NI_DGRAM", libc::NI_DGRAM),
    ("NI_NAMEREQD", libc::NI_NAMEREQD),
    ("INADDR_LOOPBACK", 0x7F00_0001),
    ("INADDR_ANY", 0),
];

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    super::name_service::keep_to_own();
    for function in names::FUNCTIONS {
        module.set(gil, function.name, crate::types::native_function::of(gil, function, Some("_socket")));
    }
    for (name, number) in CONSTANTS {
        module.set(gil, name, convert::int(gil, (*number).into()));
    }
    module.set(gil, "INADDR_BROADCAST", convert::int(gil, 0xFFFF_FFFF));
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
