//! `socket`: an end of a connection, or a place where datagrams come in.
//!
//! Invariant: the descriptor does not block if there is a timeout, zero included; `transfer` then waits by itself.

use std::cell::Cell;

use super::address::{self, Address};
use super::messages;
use super::transfer::{self, patient};
use crate::gil::{Gil, Guarded, Reason};
use crate::modules::convert;
use crate::modules::posix::calls::{self, outcome};
use crate::modules::time::span;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::value_error;
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, operations,
};
use crate::payload;
use crate::types::buffer;

/// The payload of `socket`.
pub struct Socket {
    /// -1 once closed.
    pub descriptor: Cell<i32>,
    pub family: Cell<i32>,
    pub kind: Cell<i32>,
    pub protocol: Cell<i32>,
    /// In seconds; None to wait for ever.
    pub timeout: Cell<Option<f64>>,
}

impl Payload for Socket {
    payload!(Socket, untracked);
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.close();
    }
}

impl Socket {
    fn close(&self) {
        let descriptor = self.descriptor.replace(-1);
        if descriptor >= 0 {
            // SAFETY: the descriptor is this socket's own, and is not used again.
            unsafe { libc::close(descriptor) };
        }
    }

    /// Makes the descriptor block or not, as the timeout says.
    fn apply_timeout(&self, gil: Gil<'_>) -> Result<()> {
        let mut on = libc::c_int::from(self.timeout.get().is_some());
        // SAFETY: the request takes the place of a number.
        calls::checked(gil, unsafe { libc::ioctl(self.descriptor.get(), libc::FIONBIO, &mut on) })?;
        Ok(())
    }
}

/// The timeout of new sockets.
static DEFAULT_TIMEOUT: Guarded<Cell<Option<f64>>> = Guarded::new(Cell::new(None));

/// The socket that a method is called on.
pub fn this(value: &Value) -> &Ref<Socket> {
    match value.downcast() {
        Some(socket) => socket,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    let socket = Socket {
        descriptor: Cell::new(-1),
        family: Cell::new(0),
        kind: Cell::new(0),
        protocol: Cell::new(0),
        timeout: Cell::new(None),
    };
    Ok(Ref::with_shape(gil, class.root(), socket).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<4> = Parameters::new(["family", "type", "proto", "fileno"], 0);
    let [family, kind, protocol, descriptor] = arguments.bind(gil, "socket", &SIGNATURE)?;
    let number = |value: Option<&Value>| value.map_or(Ok(-1), |value| convert::to_i32(gil, value));
    let (mut family, mut kind, mut protocol) = (number(family)?, number(kind)?, number(protocol)?);
    let descriptor = match descriptor.filter(|descriptor| !descriptor.is_none()) {
        Some(descriptor) => {
            let descriptor = convert::to_i32(gil, descriptor)?;
            if descriptor < 0 {
                return Err(value_error(gil, "negative file descriptor"));
            }
            let ask = |option| calls::checked(gil, option_of(descriptor, option));
            let domain = ask(libc::SO_DOMAIN)?;
            family = if family < 0 { domain } else { family };
            kind = if kind < 0 { ask(libc::SO_TYPE)? } else { kind };
            protocol = if protocol < 0 { ask(libc::SO_PROTOCOL)? } else { protocol };
            descriptor
        }
        None => {
            family = if family < 0 { libc::AF_INET } else { family };
            kind = if kind < 0 { libc::SOCK_STREAM } else { kind };
            protocol = protocol.max(0);
            // SAFETY: the call takes numbers only.
            calls::checked(gil, unsafe { libc::socket(family, kind | libc::SOCK_CLOEXEC, protocol) })?
        }
    };
    let socket = this(value);
    socket.close();
    socket.descriptor.set(descriptor);
    socket.family.set(family);
    socket.kind.set(kind & !(libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK));
    socket.protocol.set(protocol);
    let nonblocking = kind & libc::SOCK_NONBLOCK != 0;
    socket.timeout.set(if nonblocking { Some(0.0) } else { DEFAULT_TIMEOUT.get(gil).get() });
    if socket.timeout.get().is_some() {
        socket.apply_timeout(gil)?;
    }
    Ok(())
}

/// An option of a socket that is a number; negative for an error.
fn option_of(descriptor: i32, option: i32) -> i32 {
    let (mut value, mut length) = (0_i32, size_of::<i32>() as libc::socklen_t);
    // SAFETY: there is room for the number, as is said.
    let failed = unsafe {
        libc::getsockopt(descriptor, libc::SOL_SOCKET, option, (&raw mut value).cast(), &mut length)
    };
    if failed < 0 { failed } else { value }
}

/// The pair of sockets that are connected with each other, as descriptors.
pub fn pair(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "socketpair", 0, 3)?;
    let number =
        |place: usize, usual| given.get(place).map_or(Ok(usual), |value| convert::to_i32(gil, value));
    let (family, kind, protocol) = (number(0, libc::AF_UNIX)?, number(1, libc::SOCK_STREAM)?, number(2, 0)?);
    let mut ends = [0; 2];
    let flags = kind | libc::SOCK_CLOEXEC;
    // SAFETY: there is room for two numbers.
    calls::checked(gil, unsafe { libc::socketpair(family, flags, protocol, ends.as_mut_ptr()) })?;
    let class = Socket::layout().exact.get(gil).class().to_value();
    let make = |end: i32| {
        let arguments = [family, kind, protocol, end].map(|number| convert::int(gil, number.into()));
        operations::call(gil, &class, Arguments::positional(&arguments))
    };
    Ok(convert::tuple(gil, vec![make(ends[0])?, make(ends[1])?]))
}

fn accept(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket] = arguments.exactly::<1>(gil, "_accept")?;
    let socket = this(socket);
    let descriptor = socket.descriptor.get();
    let mut address = Address::room();
    let room = &mut address;
    let accepted = patient(gil, socket, libc::POLLIN, || {
        *room = Address::room();
        // SAFETY: there is room for any address, as its length says.
        unsafe { libc::accept4(descriptor, room.pointer_mut(), room.length_mut(), libc::SOCK_CLOEXEC) }
    })?;
    let accepted = accepted.map_err(|errno| convert::os_error(gil, errno))?;
    Ok(convert::tuple(gil, vec![convert::int(gil, accepted.into()), address.show(gil)]))
}

fn bind(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket, address] = arguments.exactly::<2>(gil, "bind")?;
    let socket = this(socket);
    let address = address::parse(gil, socket.family.get(), address, "bind")?;
    // SAFETY: the address is as long as is said.
    calls::checked(gil, unsafe { libc::bind(socket.descriptor.get(), address.pointer(), address.length()) })?;
    Ok(Value::NONE)
}

fn listen(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "listen", 0, 1)?;
    let backlog = given.first().map_or(Ok(128), |backlog| convert::to_i32(gil, backlog))?.max(0);
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::listen(this(&arguments.values[0]).descriptor.get(), backlog) })?;
    Ok(Value::NONE)
}

fn connect(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket, address] = arguments.exactly::<2>(gil, "connect")?;
    let address = address::parse(gil, this(socket).family.get(), address, "connect")?;
    match transfer::connect(gil, this(socket), address)? {
        0 => Ok(Value::NONE),
        libc::ETIMEDOUT if this(socket).timeout.get().is_some() => Err(transfer::timed_out(gil)),
        errno => Err(convert::os_error(gil, errno)),
    }
}

fn connect_ex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket, address] = arguments.exactly::<2>(gil, "connect_ex")?;
    let address = address::parse(gil, this(socket).family.get(), address, "connect_ex")?;
    let errno = match transfer::connect(gil, this(socket), address)? {
        libc::ETIMEDOUT if this(socket).timeout.get().is_some() => libc::EAGAIN,
        errno => errno,
    };
    Ok(convert::int(gil, errno.into()))
}

type Ask = unsafe extern "C" fn(i32, *mut libc::sockaddr, *mut libc::socklen_t) -> i32;

/// One of the socket's two addresses.
fn address_of(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, ask: Ask) -> Result<Value> {
    let [socket] = arguments.exactly::<1>(gil, function)?;
    let mut address = Address::room();
    // SAFETY: there is room for any address, as its length says.
    calls::checked(gil, unsafe {
        ask(this(socket).descriptor.get(), address.pointer_mut(), address.length_mut())
    })?;
    Ok(address.show(gil))
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket] = arguments.exactly::<1>(gil, "close")?;
    let descriptor = this(socket).descriptor.replace(-1);
    if descriptor >= 0 {
        // SAFETY: the descriptor is this socket's own, and is not used again.
        let closed = gil.detach(Reason::Io, || outcome(unsafe { libc::close(descriptor) }));
        if let Err(errno) = closed
            && errno != libc::ECONNRESET
        {
            return Err(convert::os_error(gil, errno));
        }
    }
    Ok(Value::NONE)
}

fn detach(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket] = arguments.exactly::<1>(gil, "detach")?;
    Ok(convert::int(gil, this(socket).descriptor.replace(-1).into()))
}

fn fileno(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket] = arguments.exactly::<1>(gil, "fileno")?;
    Ok(convert::int(gil, this(socket).descriptor.get().into()))
}

fn shutdown(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket, how] = arguments.exactly::<2>(gil, "shutdown")?;
    let (descriptor, how) = (this(socket).descriptor.get(), convert::to_i32(gil, how)?);
    // SAFETY: the call takes numbers only.
    let done = gil.detach(Reason::Io, || outcome(unsafe { libc::shutdown(descriptor, how) }));
    done.map(|_| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

/// A timeout as an argument: None, or seconds.
fn timeout_argument(gil: Gil<'_>, value: &Value) -> Result<Option<f64>> {
    if value.is_none() {
        return Ok(None);
    }
    let nanoseconds = span::nanoseconds(gil, value)?;
    if nanoseconds < 0 {
        return Err(value_error(gil, "Timeout value out of range"));
    }
    Ok(Some(nanoseconds as f64 / 1e9))
}

fn show_timeout(timeout: Option<f64>) -> Value {
    timeout.map_or(Value::NONE, Value::float)
}

fn set_timeout(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket, timeout] = arguments.exactly::<2>(gil, "settimeout")?;
    this(socket).timeout.set(timeout_argument(gil, timeout)?);
    this(socket).apply_timeout(gil)?;
    Ok(Value::NONE)
}

fn set_blocking(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket, blocking] = arguments.exactly::<2>(gil, "setblocking")?;
    let blocking = convert::to_bool(gil, blocking)?;
    this(socket).timeout.set(if blocking { None } else { Some(0.0) });
    this(socket).apply_timeout(gil)?;
    Ok(Value::NONE)
}

fn get_timeout(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket] = arguments.exactly::<1>(gil, "gettimeout")?;
    Ok(show_timeout(this(socket).timeout.get()))
}

fn get_blocking(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [socket] = arguments.exactly::<1>(gil, "getblocking")?;
    Ok(Value::bool(this(socket).timeout.get() != Some(0.0)))
}

/// `getdefaulttimeout()`.
pub fn get_default_timeout(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "getdefaulttimeout")?;
    Ok(show_timeout(DEFAULT_TIMEOUT.get(gil).get()))
}

/// `setdefaulttimeout(timeout)`.
pub fn set_default_timeout(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [timeout] = arguments.exactly::<1>(gil, "setdefaulttimeout")?;
    DEFAULT_TIMEOUT.get(gil).set(timeout_argument(gil, timeout)?);
    Ok(Value::NONE)
}

fn set_option(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "setsockopt", 3, 4)?;
    let descriptor = this(&arguments.values[0]).descriptor.get();
    let (level, option) = (convert::to_i32(gil, &given[0])?, convert::to_i32(gil, &given[1])?);
    let value = match &given[2] {
        value if convert::whole(value).is_some() => convert::to_i32(gil, value)?.to_ne_bytes().to_vec(),
        value => buffer::argument(gil, value)?,
    };
    // SAFETY: the value is as long as is said.
    calls::checked(gil, unsafe {
        libc::setsockopt(descriptor, level, option, value.as_ptr().cast(), value.len() as libc::socklen_t)
    })?;
    Ok(Value::NONE)
}

fn get_option(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "getsockopt", 2, 3)?;
    let descriptor = this(&arguments.values[0]).descriptor.get();
    let (level, option) = (convert::to_i32(gil, &given[0])?, convert::to_i32(gil, &given[1])?);
    let size = given.get(2).map_or(Ok(0), |size| convert::to_i32(gil, size))?;
    if !(0..=1024).contains(&size) {
        return Err(crate::object::Raised::with_message(
            gil,
            crate::object::Kind::OSError,
            "getsockopt buflen out of range",
        ));
    }
    let mut value = vec![0_u8; if size == 0 { size_of::<i32>() } else { size as usize }];
    let mut length = value.len() as libc::socklen_t;
    // SAFETY: there is as much room as is said.
    calls::checked(gil, unsafe {
        libc::getsockopt(descriptor, level, option, value.as_mut_ptr().cast(), &mut length)
    })?;
    value.truncate(length as usize);
    match <[u8; 4]>::try_from(&value[..]) {
        Ok(number) if size == 0 => Ok(convert::int(gil, i32::from_ne_bytes(number).into())),
        _ => Ok(convert::bytes(gil, &value)),
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let socket = this(value);
    let (fd, family) = (socket.descriptor.get(), socket.family.get());
    let (kind, protocol) = (socket.kind.get(), socket.protocol.get());
    let text = format!("<socket object, fd={fd}, family={family}, type={kind}, proto={protocol}>");
    Ok(convert::text(gil, &text))
}

const fn number(name: &'static str, doc: &'static str, get: crate::object::slots::Unary) -> Attribute {
    Attribute::read_only(name, doc, get)
}

/// `socket`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "socket",
    module: "_socket",
    signature: "",
    doc: "socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object",
    base: None,
    layout: Socket::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable { new: Some(new), init: Some(init), repr: Some(repr), ..SlotTable::EMPTY },
    methods: &[
        Function::new("_accept", "", "Wait for an incoming connection.", accept),
        Function::new("bind", "($self, object, /)", "Bind the socket to a local address.", bind),
        Function::new("close", "($self, /)", "Close the socket.", close),
        Function::new("connect", "($self, object, /)", "Connect the socket to a remote address.", connect),
        Function::new(
            "connect_ex",
            "($self, object, /)",
            "As connect(), but returns an error code.",
            connect_ex,
        ),
        Function::new(
            "detach",
            "($self, /)",
            "Close the socket object without closing the descriptor.",
            detach,
        ),
        Function::new("fileno", "($self, /)", "Return the integer file descriptor of the socket.", fileno),
        Function::new(
            "getpeername",
            "($self, /)",
            "Return the address of the remote endpoint.",
            |gil, arguments| address_of(gil, arguments, "getpeername", libc::getpeername),
        ),
        Function::new(
            "getsockname",
            "($self, /)",
            "Return the address of the local endpoint.",
            |gil, arguments| address_of(gil, arguments, "getsockname", libc::getsockname),
        ),
        Function::new("getsockopt", "", "Get a socket option.", get_option),
        Function::new("setsockopt", "", "Set a socket option.", set_option),
        Function::new("listen", "", "Enable a server to accept connections.", listen),
        Function::new("recv", "", "Receive up to so many bytes.", transfer::recv),
        Function::new("recv_into", "", "Receive into a buffer.", transfer::recv_into),
        Function::new("recvfrom", "", "Like recv(), with the sender's address.", transfer::recvfrom),
        Function::new(
            "recvfrom_into",
            "",
            "Like recv_into(), with the sender's address.",
            transfer::recvfrom_into,
        ),
        Function::new("send", "", "Send a data string to the socket.", transfer::send),
        Function::new("sendall", "", "Send a data string, all of it.", transfer::sendall),
        Function::new("sendto", "", "Like send(), to an address.", transfer::sendto),
        Function::new(
            "sendmsg",
            "",
            "Send data in several parts, and what goes beside them.",
            messages::sendmsg,
        ),
        Function::new("recvmsg", "", "Receive data, and what came beside them.", messages::recvmsg),
        Function::new(
            "recvmsg_into",
            "",
            "Receive data into buffers, and what came beside them.",
            messages::recvmsg_into,
        ),
        Function::new(
            "setblocking",
            "($self, object, /)",
            "Set the socket to blocking or non-blocking.",
            set_blocking,
        ),
        Function::new("getblocking", "($self, /)", "Whether the socket is in blocking mode.", get_blocking),
        Function::new("settimeout", "($self, object, /)", "Set a timeout on socket operations.", set_timeout),
        Function::new("gettimeout", "($self, /)", "Return the timeout of socket operations.", get_timeout),
        Function::new(
            "shutdown",
            "($self, object, /)",
            "Shut down one or both halves of the connection.",
            shutdown,
        ),
    ],
    attributes: &[
        number("family", "the socket family", |gil, value| {
            Ok(convert::int(gil, this(value).family.get().into()))
        }),
        number("type", "the socket type", |gil, value| Ok(convert::int(gil, this(value).kind.get().into()))),
        number("proto", "the socket protocol", |gil, value| {
            Ok(convert::int(gil, this(value).protocol.get().into()))
        }),
        number("timeout", "the socket timeout", |_, value| Ok(show_timeout(this(value).timeout.get()))),
    ],
};
