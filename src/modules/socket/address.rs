//! Addresses: between what programs write, `(host, port)` or a path, and what the system takes.

use std::ffi::CString;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::names;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{Kind, overflow_error, type_error, value_error};
use crate::object::{Raised, Result, Text, Value};
use crate::types::buffer;

/// An address as the system keeps it.
#[derive(Clone, Copy)]
pub struct Address {
    storage: libc::sockaddr_storage,
    length: libc::socklen_t,
}

impl Address {
    /// Room for any address, to be filled by the system.
    pub fn room() -> Address {
        // SAFETY: the storage is plain numbers, for which zeros are right.
        let storage = unsafe { std::mem::zeroed() };
        Address { storage, length: size_of::<libc::sockaddr_storage>() as libc::socklen_t }
    }

    /// Where the address begins.
    pub fn pointer(&self) -> *const libc::sockaddr {
        (&raw const self.storage).cast()
    }

    /// Where the system is to put an address.
    pub fn pointer_mut(&mut self) -> *mut libc::sockaddr {
        (&raw mut self.storage).cast()
    }

    /// Bytes of it.
    pub fn length(&self) -> libc::socklen_t {
        self.length
    }

    /// Where the system is to put its length.
    pub fn length_mut(&mut self) -> *mut libc::socklen_t {
        &raw mut self.length
    }

    /// The address of a host and a port.
    pub fn of_internet(address: SocketAddr) -> Address {
        let mut made = Address::room();
        // SAFETY: the storage is large and aligned enough for an address of either family.
        unsafe {
            match address {
                SocketAddr::V4(address) => {
                    let place = made.pointer_mut().cast::<libc::sockaddr_in>();
                    (*place).sin_family = libc::AF_INET as libc::sa_family_t;
                    (*place).sin_port = address.port().to_be();
                    (*place).sin_addr.s_addr = u32::from_ne_bytes(address.ip().octets());
                    made.length = size_of::<libc::sockaddr_in>() as libc::socklen_t;
                }
                SocketAddr::V6(address) => {
                    let place = made.pointer_mut().cast::<libc::sockaddr_in6>();
                    (*place).sin6_family = libc::AF_INET6 as libc::sa_family_t;
                    (*place).sin6_port = address.port().to_be();
                    (*place).sin6_flowinfo = address.flowinfo().to_be();
                    (*place).sin6_addr.s6_addr = address.ip().octets();
                    (*place).sin6_scope_id = address.scope_id();
                    made.length = size_of::<libc::sockaddr_in6>() as libc::socklen_t;
                }
            }
        }
        made
    }

    /// The address of a path; of a name in the abstract space if it begins with a zero byte. None if it is too long.
    fn of_path(path: &[u8]) -> Option<Address> {
        let mut made = Address::room();
        let start = std::mem::offset_of!(libc::sockaddr_un, sun_path);
        // SAFETY: the storage is large and aligned enough for the address of a path.
        unsafe {
            let place = made.pointer_mut().cast::<libc::sockaddr_un>();
            (*place).sun_family = libc::AF_UNIX as libc::sa_family_t;
            let room = &mut (*place).sun_path;
            let ends_in_zero = path.first() != Some(&0);
            if path.len() + usize::from(ends_in_zero) > room.len() {
                return None;
            }
            for (place, byte) in room.iter_mut().zip(path) {
                *place = *byte as libc::c_char;
            }
            made.length =
                (start + path.len() + usize::from(ends_in_zero && !path.is_empty())) as libc::socklen_t;
        }
        Some(made)
    }

    /// The host and the port, if it is an address of the internet.
    pub fn internet(&self) -> Option<SocketAddr> {
        // SAFETY: the family says what the storage holds.
        unsafe {
            match i32::from(self.storage.ss_family) {
                libc::AF_INET => {
                    let address = &*self.pointer().cast::<libc::sockaddr_in>();
                    let host = Ipv4Addr::from(address.sin_addr.s_addr.to_ne_bytes());
                    Some(SocketAddrV4::new(host, u16::from_be(address.sin_port)).into())
                }
                libc::AF_INET6 => {
                    let address = &*self.pointer().cast::<libc::sockaddr_in6>();
                    let host = Ipv6Addr::from(address.sin6_addr.s6_addr);
                    let (port, flow) = (u16::from_be(address.sin6_port), u32::from_be(address.sin6_flowinfo));
                    Some(SocketAddrV6::new(host, port, flow, address.sin6_scope_id).into())
                }
                _ => None,
            }
        }
    }

    /// As programs see it.
    pub fn show(&self, gil: Gil<'_>) -> Value {
        let text = |text: String| convert::text(gil, &text);
        let number = |number: u32| convert::int(gil, number.into());
        if self.length == 0 {
            return Value::NONE;
        }
        match self.internet() {
            Some(SocketAddr::V4(address)) => {
                convert::tuple(gil, vec![text(address.ip().to_string()), number(address.port().into())])
            }
            Some(SocketAddr::V6(address)) => {
                let host = text(address.ip().to_string());
                let rest = [address.port().into(), address.flowinfo(), address.scope_id()].map(number);
                convert::tuple(gil, [host].into_iter().chain(rest).collect())
            }
            None if i32::from(self.storage.ss_family) == libc::AF_UNIX => self.show_path(gil),
            None => Value::NONE,
        }
    }

    fn show_path(&self, gil: Gil<'_>) -> Value {
        let start = std::mem::offset_of!(libc::sockaddr_un, sun_path);
        let count = (self.length as usize).saturating_sub(start);
        // SAFETY: the family says that the storage holds the address of a path.
        let path = unsafe { (*self.pointer().cast::<libc::sockaddr_un>()).sun_path };
        let path: Vec<u8> = path.iter().take(count).map(|&byte| byte as u8).collect();
        if path.first() == Some(&0) {
            return convert::bytes(gil, &path);
        }
        let end = path.iter().position(|&byte| byte == 0).unwrap_or(path.len());
        convert::os_text(gil, &path[..end])
    }
}

/// The address that an argument stands for.
pub fn parse(gil: Gil<'_>, family: i32, value: &Value, function: &str) -> Result<Address> {
    match family {
        libc::AF_INET => {
            let parts = parts(gil, value, function, "AF_INET")?;
            let [host, port] = &parts[..] else {
                return Err(type_error(gil, "AF_INET address must be a pair (host, port)"));
            };
            let port = parse_port(gil, port, function)?;
            let host = names::host(gil, &host_text(gil, host)?, family)?;
            Ok(Address::of_internet(SocketAddr::new(host, port)))
        }
        libc::AF_INET6 => {
            let parts = parts(gil, value, function, "AF_INET6")?;
            if !(2..=4).contains(&parts.len()) {
                let message = "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])";
                return Err(type_error(gil, message));
            }
            let port = parse_port(gil, &parts[1], function)?;
            let number = |place: usize| parts.get(place).map_or(Ok(0), |value| convert::to_i64(gil, value));
            let (flow, scope) = (number(2)? as u32, number(3)? as u32);
            match names::host(gil, &host_text(gil, &parts[0])?, family)? {
                IpAddr::V6(host) => {
                    Ok(Address::of_internet(SocketAddrV6::new(host, port, flow, scope).into()))
                }
                IpAddr::V4(host) => {
                    Ok(Address::of_internet(SocketAddr::new(host.to_ipv6_mapped().into(), port)))
                }
            }
        }
        libc::AF_UNIX => {
            let path = match value.downcast::<Text>() {
                Some(path) => convert::os_bytes(gil, path)?,
                None => buffer::argument(gil, value)?,
            };
            Address::of_path(&path)
                .ok_or_else(|| Raised::with_message(gil, Kind::OSError, "AF_UNIX path too long"))
        }
        _ => Err(Raised::with_message(gil, Kind::OSError, &format!("{function}(): bad family"))),
    }
}

fn parts(gil: Gil<'_>, value: &Value, function: &str, family: &str) -> Result<Vec<Value>> {
    convert::tuple_items(value).ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("{function}(): {family} address must be tuple, not {name}"))
    })
}

fn parse_port(gil: Gil<'_>, value: &Value, function: &str) -> Result<u16> {
    let port = convert::to_i32(gil, value)?;
    u16::try_from(port).map_err(|_| overflow_error(gil, format!("{function}(): port must be 0-65535.")))
}

/// A host as text.
pub fn host_text(gil: Gil<'_>, value: &Value) -> Result<String> {
    let bytes = match value.downcast::<Text>() {
        Some(text) => convert::utf8(gil, text)?,
        None => buffer::contents(value).ok_or_else(|| {
            let name = value.class(gil).name();
            type_error(gil, format!("str, bytes or bytearray expected, not {name}"))
        })?,
    };
    if CString::new(bytes.clone()).is_err() {
        return Err(value_error(gil, "host name must not contain null character"));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
