//! `pwd` and `grp`: the system's users and groups.

use std::cell::OnceCell;
use std::ffi::{CStr, CString, c_char};

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{Arguments, Parameters, Raised, Ref, Result, Text, Value};
use crate::types::module::{Module, ModuleSpec};

use super::convert;
use super::struct_sequence::{Class, StructSequence};

/// The module of users.
pub static USERS: ModuleSpec = ModuleSpec {
    name: "pwd",
    doc: "This module provides access to the Unix password database.",
    functions: &[
        Function::new("getpwuid", "($module, uidobj, /)", "The entry of a user by its number.", getpwuid),
        Function::new("getpwnam", "($module, name, /)", "The entry of a user by its name.", getpwnam),
        Function::new("getpwall", "($module, /)", "All users' entries.", getpwall),
    ],
    set_up: Some(set_up_users),
};

/// The module of groups.
pub static GROUPS: ModuleSpec = ModuleSpec {
    name: "grp",
    doc: "Access to the Unix group database.",
    functions: &[
        Function::new("getgrgid", "($module, /, id)", "The entry of a group by its number.", getgrgid),
        Function::new("getgrnam", "($module, /, name)", "The entry of a group by its name.", getgrnam),
        Function::new("getgrall", "($module, /)", "All groups' entries.", getgrall),
    ],
    set_up: Some(set_up_groups),
};

static USER: StructSequence = StructSequence {
    name: "struct_passwd",
    module: "pwd",
    doc: "pwd.struct_passwd: Results from getpw*() routines.",
    fields: &["pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

static GROUP: StructSequence = StructSequence {
    name: "struct_group",
    module: "grp",
    doc: "grp.struct_group: Results from getgr*() routines.",
    fields: &["gr_name", "gr_passwd", "gr_gid", "gr_mem"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

fn set_up_users(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    super::name_service::keep_to_own();
    module.set(gil, "struct_passwd", USER.class(gil).to_value());
    Ok(())
}

fn set_up_groups(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    super::name_service::keep_to_own();
    module.set(gil, "struct_group", GROUP.class(gil).to_value());
    Ok(())
}

fn getpwuid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, "getpwuid")?;
    // SAFETY: the call takes a number only.
    let found = id(gil, number, "uid")?.map_or(std::ptr::null_mut(), |uid| unsafe { libc::getpwuid(uid) });
    user(gil, found).ok_or_else(|| missing(gil, format!("getpwuid(): uid not found{}", shown(number))))
}

fn getpwnam(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "getpwnam")?;
    let text = name_argument(gil, name, "getpwnam", "argument")?;
    // SAFETY: the name ends with a zero and lives through the call.
    let found = unsafe { libc::getpwnam(text.as_ptr()) };
    user(gil, found).ok_or_else(|| missing(gil, format!("getpwnam(): name not found: {}", quoted(&text))))
}

fn getpwall(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "getpwall")?;
    let mut users = Vec::new();
    // SAFETY: the calls take nothing.
    unsafe { libc::setpwent() };
    // SAFETY: the same.
    while let Some(found) = user(gil, unsafe { libc::getpwent() }) {
        users.push(found);
    }
    // SAFETY: the same.
    unsafe { libc::endpwent() };
    Ok(convert::list(gil, users))
}

fn getgrgid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["id"], 1);
    let [number] = arguments.bind(gil, "getgrgid", &SIGNATURE)?;
    let number = convert::given(number);
    // SAFETY: the call takes a number only.
    let found = id(gil, number, "gid")?.map_or(std::ptr::null_mut(), |gid| unsafe { libc::getgrgid(gid) });
    group(gil, found).ok_or_else(|| missing(gil, format!("getgrgid(): gid not found{}", shown(number))))
}

fn getgrnam(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["name"], 1);
    let [name] = arguments.bind(gil, "getgrnam", &SIGNATURE)?;
    let text = name_argument(gil, convert::given(name), "getgrnam", "argument 1")?;
    // SAFETY: the name ends with a zero and lives through the call.
    let found = unsafe { libc::getgrnam(text.as_ptr()) };
    group(gil, found).ok_or_else(|| missing(gil, format!("getgrnam(): name not found: {}", quoted(&text))))
}

fn getgrall(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "getgrall")?;
    let mut groups = Vec::new();
    // SAFETY: the calls take nothing.
    unsafe { libc::setgrent() };
    // SAFETY: the same.
    while let Some(found) = group(gil, unsafe { libc::getgrent() }) {
        groups.push(found);
    }
    // SAFETY: the same.
    unsafe { libc::endgrent() };
    Ok(convert::list(gil, groups))
}

/// The entry that the library found; None if it found none.
fn user(gil: Gil<'_>, found: *mut libc::passwd) -> Option<Value> {
    if found.is_null() {
        return None;
    }
    // SAFETY: the library's entry is whole, and stays until the next call, which needs the GIL.
    let entry = unsafe { &*found };
    let items = vec![
        text(gil, entry.pw_name),
        text(gil, entry.pw_passwd),
        convert::int(gil, entry.pw_uid.into()),
        convert::int(gil, entry.pw_gid.into()),
        text(gil, entry.pw_gecos),
        text(gil, entry.pw_dir),
        text(gil, entry.pw_shell),
    ];
    Some(USER.make(gil, items))
}

fn group(gil: Gil<'_>, found: *mut libc::group) -> Option<Value> {
    if found.is_null() {
        return None;
    }
    // SAFETY: the library's entry is whole, and stays until the next call, which needs the GIL.
    let entry = unsafe { &*found };
    let mut members = Vec::new();
    let mut place = entry.gr_mem;
    // SAFETY: the list of members ends with a null pointer.
    while let Some(&member) = unsafe { place.as_ref() }.filter(|member| !member.is_null()) {
        members.push(text(gil, member));
        place = place.wrapping_add(1);
    }
    let items = vec![
        text(gil, entry.gr_name),
        text(gil, entry.gr_passwd),
        convert::int(gil, entry.gr_gid.into()),
        convert::list(gil, members),
    ];
    Some(GROUP.make(gil, items))
}

fn text(gil: Gil<'_>, text: *const c_char) -> Value {
    if text.is_null() {
        return Value::NONE;
    }
    // SAFETY: a field of an entry is null or ends with a zero.
    convert::os_text(gil, unsafe { CStr::from_ptr(text) }.to_bytes())
}

/// The number of a user or group; None for a number that is too large to be one.
fn id(gil: Gil<'_>, number: &Value, what: &str) -> Result<Option<u32>> {
    if number.class(gil).slots.index.get().is_none() {
        let message = format!("{what} should be integer, not {}", number.class(gil).name());
        return Err(type_error(gil, message));
    }
    let number = convert::index(gil, number)?;
    Ok(convert::to_i64(gil, &number).ok().and_then(|number| match number {
        -1 => Some(u32::MAX),
        number => u32::try_from(number).ok(),
    }))
}

fn name_argument(gil: Gil<'_>, name: &Value, function: &str, argument: &str) -> Result<CString> {
    let Some(text) = name.downcast::<Text>() else {
        let class = name.class(gil).name();
        return Err(type_error(gil, format!("{function}() {argument} must be str, not {class}")));
    };
    CString::new(convert::os_bytes(gil, text)?).map_err(|_| value_error(gil, "embedded null byte"))
}

/// A number as errors show it; one that is too large for any user is not shown.
fn shown(number: &Value) -> String {
    convert::whole(number).map_or_else(String::new, |number| format!(": {number}"))
}

fn quoted(name: &CStr) -> String {
    format!("'{}'", name.to_string_lossy())
}

fn missing(gil: Gil<'_>, message: String) -> Raised {
    Raised::with_message(gil, Kind::KeyError, &message)
}
