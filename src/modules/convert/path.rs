//! Path arguments: str, bytes, objects with `__fspath__`, and numbers of descriptors where a function takes them.

use std::ffi::{CStr, CString};

use crate::gil::Gil;
use crate::object::raised::{Kind, Raised, type_error, value_error};
use crate::object::{Result, Text, Value, operations};
use crate::types::bytes::Bytes;

/// A path as the system takes it, and as it was given.
pub struct Path {
    given: Value,
    name: CString,
    /// The names that come out are bytes, too.
    bytes: bool,
    descriptor: Option<i32>,
}

impl Path {
    /// An argument that is a path, or a descriptor where `number` allows one.
    pub fn of(gil: Gil<'_>, value: &Value, function: &str, argument: &str, number: bool) -> Result<Path> {
        let allowed =
            if number { "string, bytes, os.PathLike or integer" } else { "string, bytes or os.PathLike" };
        Path::read(gil, value, function, argument, number, allowed)
    }

    /// The same for an argument that may be None (which the caller has seen to).
    pub fn of_optional(gil: Gil<'_>, value: &Value, function: &str, argument: &str) -> Result<Path> {
        Path::read(gil, value, function, argument, true, "string, bytes, os.PathLike, integer or None")
    }

    fn read(
        gil: Gil<'_>,
        value: &Value,
        function: &str,
        argument: &str,
        number: bool,
        allowed: &str,
    ) -> Result<Path> {
        if number && value.class(gil).slots.index.get().is_some() {
            let descriptor = Some(super::to_i32(gil, value)?);
            let given = value.clone();
            return Ok(Path { given, name: CString::default(), bytes: false, descriptor });
        }
        let plain = match as_plain(value) {
            true => Some(value.clone()),
            false => operations::call_special(gil, value, "__fspath__", &[])?,
        };
        let Some(plain) = plain.filter(as_plain) else {
            let class = value.class(gil).name();
            return Err(type_error(gil, format!("{function}: {argument} should be {allowed}, not {class}")));
        };
        let (name, bytes) = match plain.downcast::<Text>() {
            Some(text) => (super::os_bytes(gil, text)?, false),
            None => (super::as_bytes(&plain).unwrap_or_default(), true),
        };
        let embedded = |_| {
            let what = if bytes { "byte" } else { "character" };
            value_error(gil, format!("{function}: embedded null {what} in {argument}"))
        };
        let name = CString::new(name).map_err(embedded)?;
        Ok(Path { given: plain, name, bytes, descriptor: None })
    }

    /// The name.
    pub fn c_string(&self) -> &CStr {
        &self.name
    }

    /// The descriptor, if one was given instead of a name.
    pub fn descriptor(&self) -> Option<i32> {
        self.descriptor
    }

    /// The OSError about this path.
    pub fn error(&self, gil: Gil<'_>, errno: i32) -> Raised {
        super::os_error_named(gil, errno, &self.given)
    }

    /// The OSError about this path and another.
    pub fn error_with(&self, gil: Gil<'_>, errno: i32, other: &Path) -> Raised {
        let parts = [
            super::int(gil, errno.into()),
            super::text(gil, &super::error_text(errno)),
            self.given.clone(),
            Value::NONE,
            other.given.clone(),
        ];
        super::raise(gil, Kind::OSError, &parts)
    }

    /// A name that comes out, as the same kind of object that went in.
    pub fn same_kind(&self, gil: Gil<'_>, name: &[u8]) -> Value {
        if self.bytes { super::bytes(gil, name) } else { super::os_text(gil, name) }
    }

    /// What stands before the names of this folder's entries; nothing for a descriptor.
    pub fn shown_folder(&self) -> Option<Vec<u8>> {
        if self.descriptor.is_some() {
            return None;
        }
        let mut folder = self.name.to_bytes().to_vec();
        if folder.last() != Some(&b'/') {
            folder.push(b'/');
        }
        Some(folder)
    }
}

fn as_plain(value: &Value) -> bool {
    value.downcast::<Text>().is_some() || value.downcast::<Bytes>().is_some()
}

/// `os.fspath(path)`.
pub fn fspath(gil: Gil<'_>, path: &Value) -> Result<Value> {
    if as_plain(path) {
        return Ok(path.clone());
    }
    let class = path.class(gil).name();
    let Some(plain) = operations::call_special(gil, path, "__fspath__", &[])? else {
        return Err(type_error(gil, format!("expected str, bytes or os.PathLike object, not {class}")));
    };
    if as_plain(&plain) {
        return Ok(plain);
    }
    let wrong = plain.class(gil).name();
    Err(type_error(gil, format!("expected {class}.__fspath__() to return str or bytes, not {wrong}")))
}
