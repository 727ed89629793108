//! Names of hosts and services, and numbers in network order.

use std::ffi::{CStr, CString};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::address::{self, Address};
use super::{error_of, exceptions};
use crate::gil::{Gil, Reason};
use crate::modules::convert;
use crate::object::native::Function;
use crate::object::raised::{Kind, overflow_error, value_error};
use crate::object::{Arguments, Parameters, Raised, Result, Value};
use crate::types::buffer;

/// What looking up a name gives: one of the ways to reach a host.
struct Found {
    family: i32,
    kind: i32,
    protocol: i32,
    name: Vec<u8>,
    address: Address,
}

/// What is to be looked up.
struct Wanted {
    host: Option<CString>,
    service: Option<CString>,
    family: i32,
    kind: i32,
    protocol: i32,
    flags: i32,
}

/// Looks names up; the error is the resolver's own number.
fn look_up(wanted: &Wanted) -> std::result::Result<Vec<Found>, i32> {
    let pointer = |text: &Option<CString>| text.as_ref().map_or(std::ptr::null(), |text| text.as_ptr());
    let mut found = Vec::new();
    // SAFETY:
    // - the hints are plain numbers and null pointers, the names end in a zero byte or are null;
    // - the list is the resolver's, walked to its end and freed once.
    unsafe {
        let mut hints = std::mem::zeroed::<libc::addrinfo>();
        hints.ai_family = wanted.family;
        hints.ai_socktype = wanted.kind;
        hints.ai_protocol = wanted.protocol;
        hints.ai_flags = wanted.flags;
        let mut first = std::ptr::null_mut();
        let failed = libc::getaddrinfo(pointer(&wanted.host), pointer(&wanted.service), &hints, &mut first);
        if failed != 0 {
            return Err(failed);
        }
        let mut one = first;
        while let Some(info) = one.as_ref() {
            let mut address = Address::room();
            std::ptr::copy_nonoverlapping(
                info.ai_addr.cast::<u8>(),
                address.pointer_mut().cast::<u8>(),
                (info.ai_addrlen as usize).min(size_of::<libc::sockaddr_storage>()),
            );
            *address.length_mut() = info.ai_addrlen;
            let name = match info.ai_canonname.is_null() {
                true => Vec::new(),
                false => CStr::from_ptr(info.ai_canonname).to_bytes().to_vec(),
            };
            found.push(Found {
                family: info.ai_family,
                kind: info.ai_socktype,
                protocol: info.ai_protocol,
                name,
                address,
            });
            one = info.ai_next;
        }
        libc::freeaddrinfo(first);
    }
    Ok(found)
}

/// The `gaierror` for a number of the resolver's.
fn resolver_error(gil: Gil<'_>, number: i32) -> Raised {
    if number == libc::EAI_SYSTEM {
        return convert::os_error(gil, crate::modules::posix::calls::errno());
    }
    // SAFETY: the text is a constant of the library, or null.
    let text = unsafe { libc::gai_strerror(number) };
    let text = match text.is_null() {
        true => String::new(),
        // SAFETY: as above.
        false => unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned(),
    };
    let arguments = [convert::int(gil, number.into()), convert::text(gil, &text)];
    error_of(gil, &exceptions(gil).resolver, &arguments)
}

/// The address of a host.
pub fn host(gil: Gil<'_>, name: &str, family: i32) -> Result<IpAddr> {
    let is_v4 = family == libc::AF_INET;
    match name {
        "" if is_v4 => return Ok(Ipv4Addr::UNSPECIFIED.into()),
        "" => return Ok(Ipv6Addr::UNSPECIFIED.into()),
        "<broadcast>" if is_v4 => return Ok(Ipv4Addr::BROADCAST.into()),
        _ => {}
    }
    if let Ok(address) = name.parse::<IpAddr>()
        && address.is_ipv4() == is_v4
    {
        return Ok(address);
    }
    let host = CString::new(name).map_err(|_| value_error(gil, "embedded null character"))?;
    let wanted =
        Wanted { host: Some(host), service: None, family, kind: libc::SOCK_STREAM, protocol: 0, flags: 0 };
    // The addresses are plain numbers; only their owner moves.
    let found = gil.detach(Reason::Io, || look_up(&wanted)).map_err(|number| resolver_error(gil, number))?;
    let first = found.iter().find_map(|found| found.address.internet());
    first.map(|address| address.ip()).ok_or_else(|| resolver_error(gil, libc::EAI_NONAME))
}

/// The address of a host, of whichever family it has.
pub fn any_host(gil: Gil<'_>, name: &str) -> Result<Address> {
    let host = CString::new(name).map_err(|_| value_error(gil, "embedded null character"))?;
    let wanted = Wanted {
        host: Some(host),
        service: None,
        family: libc::AF_UNSPEC,
        kind: libc::SOCK_STREAM,
        protocol: 0,
        flags: 0,
    };
    let found = gil.detach(Reason::Io, || look_up(&wanted)).map_err(|number| resolver_error(gil, number))?;
    found.first().map(|found| found.address).ok_or_else(|| resolver_error(gil, libc::EAI_NONAME))
}

fn getaddrinfo(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<6> = Parameters::new(["host", "port", "family", "type", "proto", "flags"], 2);
    let [host, port, family, kind, protocol, flags] = arguments.bind(gil, "getaddrinfo", &SIGNATURE)?;
    let host = match convert::given(host) {
        value if value.is_none() => None,
        value => Some(address::host_text(gil, value)?),
    };
    let service = match convert::given(port) {
        value if value.is_none() => None,
        value if convert::whole(value).is_some() => Some(convert::to_i64(gil, value)?.to_string()),
        value => Some(address::host_text(gil, value)?),
    };
    let number = |value: Option<&Value>| value.map_or(Ok(0), |value| convert::to_i32(gil, value));
    let text = |text: Option<String>| text.and_then(|text| CString::new(text).ok());
    let wanted = Wanted {
        host: text(host),
        service: text(service),
        family: number(family)?,
        kind: number(kind)?,
        protocol: number(protocol)?,
        flags: number(flags)?,
    };
    let found = gil.detach(Reason::Io, || look_up(&wanted)).map_err(|number| resolver_error(gil, number))?;
    let row = |found: &Found| {
        let numbers =
            [found.family, found.kind, found.protocol].map(|number| convert::int(gil, number.into()));
        let rest = [convert::os_text(gil, &found.name), found.address.show(gil)];
        convert::tuple(gil, numbers.into_iter().chain(rest).collect())
    };
    Ok(convert::list(gil, found.iter().map(row).collect()))
}

fn getnameinfo(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [sockaddr, flags] = arguments.exactly::<2>(gil, "getnameinfo")?;
    let flags = convert::to_i32(gil, flags)?;
    let is_v6 = convert::tuple_items(sockaddr).is_some_and(|parts| parts.len() > 2);
    let family = if is_v6 { libc::AF_INET6 } else { libc::AF_INET };
    let address = address::parse(gil, family, sockaddr, "getnameinfo")?;
    let (mut host, mut service) = ([0_u8; 1025], [0_u8; 32]);
    let (host_room, service_room) = (&mut host, &mut service);
    let failed = gil.detach(Reason::Io, || {
        // SAFETY: the address and the two buffers are as long as is said.
        unsafe {
            libc::getnameinfo(
                address.pointer(),
                address.length(),
                host_room.as_mut_ptr().cast(),
                host_room.len() as libc::socklen_t,
                service_room.as_mut_ptr().cast(),
                service_room.len() as libc::socklen_t,
                flags,
            )
        }
    });
    if failed != 0 {
        return Err(resolver_error(gil, failed));
    }
    let text = |bytes: &[u8]| {
        let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
        convert::os_text(gil, &bytes[..end])
    };
    Ok(convert::tuple(gil, vec![text(&host), text(&service)]))
}

fn gethostbyname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "gethostbyname")?;
    let address = host(gil, &address::host_text(gil, name)?, libc::AF_INET)?;
    Ok(convert::text(gil, &address.to_string()))
}

fn gethostname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "gethostname")?;
    let mut name = [0_u8; 256];
    // SAFETY: the buffer is one longer than is said, so that a zero byte ends it.
    let failed = unsafe { libc::gethostname(name.as_mut_ptr().cast(), name.len() - 1) };
    crate::modules::posix::calls::checked(gil, failed)?;
    let end = name.iter().position(|&byte| byte == 0).unwrap_or(name.len());
    Ok(convert::os_text(gil, &name[..end]))
}

fn getservbyname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "getservbyname", 1, 2)?;
    let name = CString::new(address::host_text(gil, &given[0])?).unwrap_or_default();
    let protocol = match given.get(1) {
        Some(protocol) => CString::new(address::host_text(gil, protocol)?).ok(),
        None => None,
    };
    let protocol = protocol.as_ref().map_or(std::ptr::null(), |protocol| protocol.as_ptr());
    // SAFETY: the names end in a zero byte; the record is read before another call, with the GIL held.
    let port = unsafe { libc::getservbyname(name.as_ptr(), protocol).as_ref().map(|service| service.s_port) };
    match port {
        Some(port) => Ok(convert::int(gil, u16::from_be(port as u16).into())),
        None => Err(Raised::with_message(gil, Kind::OSError, "service/proto not found")),
    }
}

fn inet_aton(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [text] = arguments.exactly::<1>(gil, "inet_aton")?;
    let text = CString::new(address::host_text(gil, text)?).unwrap_or_default();
    let mut address = libc::in_addr { s_addr: 0 };
    // SAFETY: the text ends in a zero byte, and there is room for an address.
    if unsafe { inet_aton_of_library(text.as_ptr(), &mut address) } == 0 {
        let message = "illegal IP address string passed to inet_aton";
        return Err(Raised::with_message(gil, Kind::OSError, message));
    }
    Ok(convert::bytes(gil, &address.s_addr.to_ne_bytes()))
}

unsafe extern "C" {
    #[link_name = "inet_aton"]
    fn inet_aton_of_library(text: *const libc::c_char, address: *mut libc::in_addr) -> libc::c_int;
}

fn inet_ntoa(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [packed] = arguments.exactly::<1>(gil, "inet_ntoa")?;
    let packed = buffer::argument(gil, packed)?;
    match <[u8; 4]>::try_from(packed) {
        Ok(octets) => Ok(convert::text(gil, &Ipv4Addr::from(octets).to_string())),
        Err(_) => Err(Raised::with_message(gil, Kind::OSError, "packed IP wrong length")),
    }
}

fn inet_pton(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [family, text] = arguments.exactly::<2>(gil, "inet_pton")?;
    let text = convert::text_argument(gil, text, "inet_pton", 2)?.lossy().into_owned();
    let packed = match convert::to_i32(gil, family)? {
        libc::AF_INET => text.parse::<Ipv4Addr>().map(|address| address.octets().to_vec()),
        libc::AF_INET6 => text.parse::<Ipv6Addr>().map(|address| address.octets().to_vec()),
        _ => return Err(convert::os_error(gil, libc::EAFNOSUPPORT)),
    };
    let illegal = "illegal IP address string passed to inet_pton";
    packed
        .map(|packed| convert::bytes(gil, &packed))
        .map_err(|_| Raised::with_message(gil, Kind::OSError, illegal))
}

fn inet_ntop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [family, packed] = arguments.exactly::<2>(gil, "inet_ntop")?;
    let packed = buffer::argument(gil, packed)?;
    let family = convert::to_i32(gil, family)?;
    let shown = match family {
        libc::AF_INET => <[u8; 4]>::try_from(packed).map(|octets| Ipv4Addr::from(octets).to_string()),
        libc::AF_INET6 => <[u8; 16]>::try_from(packed).map(|octets| Ipv6Addr::from(octets).to_string()),
        _ => return Err(value_error(gil, format!("unknown address family {family}"))),
    };
    shown
        .map(|text| convert::text(gil, &text))
        .map_err(|_| value_error(gil, "invalid length of packed IP address string"))
}

/// A number of so many bits at most in the other order of bytes.
fn swap(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, bits: u32) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, function)?;
    let number = convert::to_i64(gil, number)?;
    let short = bits == 16;
    if number < 0 {
        return Err(overflow_error(
            gil,
            match short {
                true => format!("{function}: can't convert negative Python int to C 16-bit unsigned integer"),
                false => "can't convert negative value to unsigned int".to_owned(),
            },
        ));
    }
    if number >> bits != 0 {
        return Err(overflow_error(
            gil,
            match short {
                true => format!("{function}: Python int too large to convert to C 16-bit unsigned integer"),
                false => "int larger than 32 bits".to_owned(),
            },
        ));
    }
    let swapped = if short { (number as u16).to_be().into() } else { (number as u32).to_be().into() };
    Ok(convert::int(gil, swapped))
}

/// The functions of the module that this file has.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "getaddrinfo",
        "(host, port, family=0, type=0, proto=0, flags=0)",
        "Resolve host and port into addrinfo struct.",
        getaddrinfo,
    ),
    Function::new("getnameinfo", "", "Get host and port for a sockaddr.", getnameinfo),
    Function::new("gethostbyname", "", "Return the IP address of a host name.", gethostbyname),
    Function::new("gethostname", "", "Return the current host name.", gethostname),
    Function::new("getservbyname", "", "Return a port number from a service name.", getservbyname),
    Function::new("inet_aton", "", "Convert an IP address in string format to packed format.", inet_aton),
    Function::new("inet_ntoa", "", "Convert an IP address from packed format to string format.", inet_ntoa),
    Function::new("inet_pton", "", "Convert an IP address from string format to packed format.", inet_pton),
    Function::new("inet_ntop", "", "Convert a packed IP address to string format.", inet_ntop),
    Function::new(
        "htons",
        "",
        "Convert a 16-bit integer from host to network byte order.",
        |gil, arguments| swap(gil, arguments, "htons", 16),
    ),
    Function::new(
        "ntohs",
        "",
        "Convert a 16-bit integer from network to host byte order.",
        |gil, arguments| swap(gil, arguments, "ntohs", 16),
    ),
    Function::new(
        "htonl",
        "",
        "Convert a 32-bit integer from host to network byte order.",
        |gil, arguments| swap(gil, arguments, "htonl", 32),
    ),
    Function::new(
        "ntohl",
        "",
        "Convert a 32-bit integer from network to host byte order.",
        |gil, arguments| swap(gil, arguments, "ntohl", 32),
    ),
];
