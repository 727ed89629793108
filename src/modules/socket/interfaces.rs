//! Network interfaces, and the records of hosts, services and protocols that the C library keeps.

use std::ffi::{CStr, CString};

use parking_lot::Mutex;

use super::address::{self, Address};
use super::names::{self, host};
use super::{error_of, exceptions};
use crate::gil::{Gil, Reason};
use crate::modules::convert;
use crate::modules::posix::calls;
use crate::object::native::Function;
use crate::object::raised::{Kind, overflow_error};
use crate::object::{Arguments, Raised, Result, Value};

/// The functions of the module that this file has.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "if_nameindex",
        "",
        "The network interfaces of this machine: (number, name) each.",
        if_nameindex,
    ),
    Function::new("if_nametoindex", "", "The number of a network interface.", if_nametoindex),
    Function::new("if_indextoname", "", "The name of a network interface.", if_indextoname),
    Function::new("sethostname", "", "Name this machine.", sethostname),
    Function::new("getservbyport", "", "The name of the service at a port.", getservbyport),
    Function::new("getprotobyname", "", "The number of a protocol.", getprotobyname),
    Function::new(
        "gethostbyname_ex",
        "",
        "A host's true name, its other names and its addresses.",
        gethostbyname_ex,
    ),
    Function::new(
        "gethostbyaddr",
        "",
        "The true name of the host at an address, its other names and its addresses.",
        gethostbyaddr,
    ),
];

fn if_nameindex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "if_nameindex")?;
    let mut found = Vec::new();
    // SAFETY: the list is the library's; it ends in an entry without number and name, and is given back once.
    unsafe {
        let list = libc::if_nameindex();
        if list.is_null() {
            return Err(convert::os_error(gil, calls::errno()));
        }
        let mut place = list;
        while (*place).if_index != 0 && !(*place).if_name.is_null() {
            let name = convert::os_text(gil, CStr::from_ptr((*place).if_name).to_bytes());
            found.push(convert::tuple(gil, vec![convert::int(gil, (*place).if_index.into()), name]));
            place = place.add(1);
        }
        libc::if_freenameindex(list);
    }
    Ok(convert::list(gil, found))
}

fn if_nametoindex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "if_nametoindex")?;
    let name = CString::new(address::host_text(gil, name)?).unwrap_or_default();
    // SAFETY: the name ends in a zero byte.
    match unsafe { libc::if_nametoindex(name.as_ptr()) } {
        0 => Err(Raised::with_message(gil, Kind::OSError, "no interface with this name")),
        number => Ok(convert::int(gil, number.into())),
    }
}

fn if_indextoname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, "if_indextoname")?;
    let number = u32::try_from(convert::to_i64(gil, number)?)
        .map_err(|_| overflow_error(gil, "the number of an interface does not fit in 32 bits"))?;
    let mut name = [0_u8; libc::IF_NAMESIZE + 1];
    // SAFETY: there is room for the longest name.
    if unsafe { libc::if_indextoname(number, name.as_mut_ptr().cast()) }.is_null() {
        return Err(convert::os_error(gil, calls::errno()));
    }
    Ok(convert::os_text(gil, CStr::from_bytes_until_nul(&name).unwrap_or_default().to_bytes()))
}

fn sethostname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "sethostname")?;
    let name = address::host_text(gil, name)?;
    // SAFETY: the name is as long as is said.
    calls::checked(gil, unsafe { libc::sethostname(name.as_ptr().cast(), name.len()) })?;
    Ok(Value::NONE)
}

fn getservbyport(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "getservbyport", 1, 2)?;
    let port = convert::to_i32(gil, &given[0])?;
    let Ok(port) = u16::try_from(port) else {
        return Err(overflow_error(gil, "getservbyport: port must be 0-65535."));
    };
    let protocol = match given.get(1) {
        Some(protocol) => CString::new(address::host_text(gil, protocol)?).ok(),
        None => None,
    };
    let protocol = protocol.as_ref().map_or(std::ptr::null(), |protocol| protocol.as_ptr());
    // SAFETY: the name ends in a zero byte or is null; the record is read before another call, with the GIL held.
    let name = unsafe {
        let found = libc::getservbyport(port.to_be().into(), protocol).as_ref();
        found.map(|service| convert::os_text(gil, CStr::from_ptr(service.s_name).to_bytes()))
    };
    name.ok_or_else(|| Raised::with_message(gil, Kind::OSError, "port/proto not found"))
}

fn getprotobyname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "getprotobyname")?;
    let name = CString::new(address::host_text(gil, name)?).unwrap_or_default();
    // SAFETY: the name ends in a zero byte; the record is read before another call, with the GIL held.
    let number = unsafe { libc::getprotobyname(name.as_ptr()).as_ref().map(|protocol| protocol.p_proto) };
    match number {
        Some(number) => Ok(convert::int(gil, number.into())),
        None => Err(Raised::with_message(gil, Kind::OSError, "protocol not found")),
    }
}

/// What the library's record of a host says: its name, its other names, and its addresses.
struct Host {
    name: Vec<u8>,
    others: Vec<Vec<u8>>,
    addresses: Vec<Vec<u8>>,
}

/// The record is the library's and there is only one: whoever looks a host up reads it before the next does.
static RECORD: Mutex<()> = Mutex::new(());

unsafe extern "C" {
    fn gethostbyname2(name: *const libc::c_char, family: libc::c_int) -> *const libc::hostent;
    #[link_name = "gethostbyaddr"]
    fn host_at(
        address: *const libc::c_void,
        length: libc::socklen_t,
        family: libc::c_int,
    ) -> *const libc::hostent;
    #[link_name = "__h_errno_location"]
    fn host_error() -> *mut libc::c_int;
    fn hstrerror(error: libc::c_int) -> *const libc::c_char;
}

/// Looks a host up without the GIL; the record, or the library's number for what went wrong.
fn look_up(
    gil: Gil<'_>,
    call: impl FnOnce() -> *const libc::hostent + Send,
) -> std::result::Result<Host, i32> {
    gil.detach(Reason::Io, || {
        let _alone = RECORD.lock();
        // SAFETY: the record is the library's until the next look-up, which waits for the lock; its lists end in a null
        // pointer, its names in a zero byte, and each address is as long as is said.
        unsafe {
            let Some(record) = call().as_ref() else { return Err(*host_error()) };
            let length = record.h_length as usize;
            Ok(Host {
                name: CStr::from_ptr(record.h_name).to_bytes().to_vec(),
                others: entries(record.h_aliases, |name| CStr::from_ptr(name).to_bytes().to_vec()),
                addresses: entries(record.h_addr_list, |bytes| {
                    std::slice::from_raw_parts(bytes.cast::<u8>(), length).to_vec()
                }),
            })
        }
    })
}

/// The entries of a list that ends in a null pointer.
///
/// # Safety
///
/// The list must end so, and `read` must be right for each entry.
unsafe fn entries(list: *mut *mut libc::c_char, read: impl Fn(*mut libc::c_char) -> Vec<u8>) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut place = list;
    // SAFETY: as the caller promises.
    unsafe {
        while !place.is_null() && !(*place).is_null() {
            found.push(read(*place));
            place = place.add(1);
        }
    }
    found
}

/// The `herror` for the library's number.
fn failed(gil: Gil<'_>, number: i32) -> Raised {
    // SAFETY: the text is a constant of the library.
    let text = unsafe { CStr::from_ptr(hstrerror(number)) }.to_string_lossy().into_owned();
    error_of(gil, &exceptions(gil).host, &[convert::int(gil, number.into()), convert::text(gil, &text)])
}

fn show(gil: Gil<'_>, host: &Host) -> Value {
    let list = |texts: Vec<Value>| convert::list(gil, texts);
    let others = host.others.iter().map(|name| convert::os_text(gil, name)).collect();
    let addresses = host.addresses.iter().map(|address| {
        let shown = match (<[u8; 4]>::try_from(&address[..]), <[u8; 16]>::try_from(&address[..])) {
            (Ok(octets), _) => std::net::Ipv4Addr::from(octets).to_string(),
            (_, Ok(octets)) => std::net::Ipv6Addr::from(octets).to_string(),
            _ => String::new(),
        };
        convert::text(gil, &shown)
    });
    let addresses = addresses.collect();
    convert::tuple(gil, vec![convert::os_text(gil, &host.name), list(others), list(addresses)])
}

fn gethostbyname_ex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "gethostbyname_ex")?;
    let name = address::host_text(gil, name)?;
    // An unknown name is the error that other look-ups give, too.
    host(gil, &name, libc::AF_INET)?;
    let name = CString::new(name).unwrap_or_default();
    // SAFETY: the name ends in a zero byte.
    let found = look_up(gil, || unsafe { gethostbyname2(name.as_ptr(), libc::AF_INET) });
    found.map(|host| show(gil, &host)).map_err(|number| failed(gil, number))
}

fn gethostbyaddr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "gethostbyaddr")?;
    let address: Address = names::any_host(gil, &address::host_text(gil, name)?)?;
    let (octets, family) = match address.internet().map(|address| address.ip()) {
        Some(std::net::IpAddr::V4(address)) => (address.octets().to_vec(), libc::AF_INET),
        Some(std::net::IpAddr::V6(address)) => (address.octets().to_vec(), libc::AF_INET6),
        None => return Err(convert::os_error(gil, libc::EAFNOSUPPORT)),
    };
    // SAFETY: the address is as long as is said.
    let found =
        look_up(gil, || unsafe { host_at(octets.as_ptr().cast(), octets.len() as libc::socklen_t, family) });
    found.map(|host| show(gil, &host)).map_err(|number| failed(gil, number))
}
