//! Extended attributes of files.

use crate::gil::{Gil, Reason};
use crate::modules::convert::{self, Path};
use crate::object::native::Function;
use crate::object::{Arguments, Parameters, Result, Value};
use crate::types::buffer;

use super::calls;

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "getxattr",
        "($module, /, path, attribute, *, follow_symlinks=True)",
        "The value of an extended attribute of a file, as bytes.",
        getxattr,
    ),
    Function::new(
        "setxattr",
        "($module, /, path, attribute, value, flags=0, *,\n         follow_symlinks=True)",
        "Set an extended attribute of a file.",
        setxattr,
    ),
    Function::new(
        "removexattr",
        "($module, /, path, attribute, *, follow_symlinks=True)",
        "Remove an extended attribute of a file.",
        removexattr,
    ),
    Function::new(
        "listxattr",
        "($module, /, path=None, *, follow_symlinks=True)",
        "The names of a file's extended attributes; of the current folder's if no path is given.",
        listxattr,
    ),
];

/// The longest value and list of names that the system has.
const LONGEST: usize = 65_536;

/// The file of which a call is to know an attribute.
struct File {
    path: Path,
    follow: bool,
}

impl File {
    fn of(gil: Gil<'_>, path: Path, follow: Option<&Value>) -> Result<File> {
        let follow = follow.map_or(Ok(true), |value| convert::to_bool(gil, value))?;
        Ok(File { path, follow })
    }

    fn read(gil: Gil<'_>, path: Option<&Value>, follow: Option<&Value>, function: &str) -> Result<File> {
        File::of(gil, Path::of(gil, convert::given(path), function, "path", true)?, follow)
    }
}

/// Makes a call that fills a buffer, without the GIL; what it has filled.
fn filled(
    gil: Gil<'_>,
    file: &File,
    call: impl Fn(*mut libc::c_void, usize) -> isize + Send + Sync,
) -> Result<Vec<u8>> {
    let mut room = convert::buffer(gil, LONGEST)?;
    let length = calls::repeat(gil, Reason::Io, || call(room.as_mut_ptr().cast(), room.len()))?;
    room.truncate(length.map_err(|errno| file.path.error(gil, errno))? as usize);
    Ok(room)
}

fn getxattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> =
        Parameters::new(["path", "attribute", "follow_symlinks"], 2).keyword_only(2);
    let [path, attribute, follow] = arguments.bind(gil, "getxattr", &SIGNATURE)?;
    let file = File::read(gil, path, follow, "getxattr")?;
    let attribute = Path::of(gil, convert::given(attribute), "getxattr", "attribute", false)?;
    let (path, descriptor) = (file.path.c_string().to_owned(), file.path.descriptor());
    let (name, follow) = (attribute.c_string().to_owned(), file.follow);
    let value = filled(gil, &file, |room, size| {
        // SAFETY: the names end in a zero byte, and there is as much room as is said.
        unsafe {
            match descriptor {
                Some(fd) => libc::fgetxattr(fd, name.as_ptr(), room, size),
                None if follow => libc::getxattr(path.as_ptr(), name.as_ptr(), room, size),
                None => libc::lgetxattr(path.as_ptr(), name.as_ptr(), room, size),
            }
        }
    })?;
    Ok(convert::bytes(gil, &value))
}

fn setxattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["path", "attribute", "value", "flags", "follow_symlinks"], 3).keyword_only(4);
    let [path, attribute, value, flags, follow] = arguments.bind(gil, "setxattr", &SIGNATURE)?;
    let file = File::read(gil, path, follow, "setxattr")?;
    let attribute = Path::of(gil, convert::given(attribute), "setxattr", "attribute", false)?;
    let value = buffer::argument(gil, convert::given(value))?;
    let flags = flags.map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    let (path, descriptor) = (file.path.c_string().to_owned(), file.path.descriptor());
    let (name, follow) = (attribute.c_string().to_owned(), file.follow);
    let done = calls::repeat(gil, Reason::Io, || {
        let (start, size) = (value.as_ptr().cast(), value.len());
        // SAFETY: the names end in a zero byte, and the value is as long as is said.
        unsafe {
            match descriptor {
                Some(fd) => libc::fsetxattr(fd, name.as_ptr(), start, size, flags),
                None if follow => libc::setxattr(path.as_ptr(), name.as_ptr(), start, size, flags),
                None => libc::lsetxattr(path.as_ptr(), name.as_ptr(), start, size, flags),
            }
        }
    })?;
    done.map(|_| Value::NONE).map_err(|errno| file.path.error(gil, errno))
}

fn removexattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> =
        Parameters::new(["path", "attribute", "follow_symlinks"], 2).keyword_only(2);
    let [path, attribute, follow] = arguments.bind(gil, "removexattr", &SIGNATURE)?;
    let file = File::read(gil, path, follow, "removexattr")?;
    let attribute = Path::of(gil, convert::given(attribute), "removexattr", "attribute", false)?;
    let (path, descriptor) = (file.path.c_string().to_owned(), file.path.descriptor());
    let (name, follow) = (attribute.c_string().to_owned(), file.follow);
    let done = calls::repeat(gil, Reason::Io, || {
        // SAFETY: the names end in a zero byte.
        unsafe {
            match descriptor {
                Some(fd) => libc::fremovexattr(fd, name.as_ptr()),
                None if follow => libc::removexattr(path.as_ptr(), name.as_ptr()),
                None => libc::lremovexattr(path.as_ptr(), name.as_ptr()),
            }
        }
    })?;
    done.map(|_| Value::NONE).map_err(|errno| file.path.error(gil, errno))
}

fn listxattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["path", "follow_symlinks"], 0).keyword_only(1);
    let [path, follow] = arguments.bind(gil, "listxattr", &SIGNATURE)?;
    let path = match path.filter(|path| !path.is_none()) {
        Some(path) => Path::of_optional(gil, path, "listxattr", "path")?,
        None => Path::of(gil, &convert::text(gil, "."), "listxattr", "path", false)?,
    };
    let file = File::of(gil, path, follow)?;
    let (path, descriptor) = (file.path.c_string().to_owned(), file.path.descriptor());
    let follow = file.follow;
    let names = filled(gil, &file, |room, size| {
        // SAFETY: the name ends in a zero byte, and there is as much room as is said.
        unsafe {
            match descriptor {
                Some(fd) => libc::flistxattr(fd, room.cast(), size),
                None if follow => libc::listxattr(path.as_ptr(), room.cast(), size),
                None => libc::llistxattr(path.as_ptr(), room.cast(), size),
            }
        }
    })?;
    let names = names.split(|&byte| byte == 0).filter(|name| !name.is_empty());
    Ok(convert::list(gil, names.map(|name| convert::os_text(gil, name)).collect()))
}
