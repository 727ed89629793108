//! `zlib`: the deflate format with its containers, and checksums.

use std::cell::OnceCell;

use zlib_rs::{DeflateFlush, InflateFlush};

use super::compressor::{self, Settings};
use super::decompressor::{self, Source};
use super::{LONG, NoRoom};
use crate::gil::{Gil, Reason};
use crate::modules::convert;
use crate::object::native::Function;
use crate::object::raised::{memory_error, value_error};
use crate::object::{Arguments, Global, Kind, Parameters, Raised, Ref, Result, Value, operations};
use crate::types::module::{Module, ModuleSpec};
use crate::types::{builder, bytes};

/// The version of zlib whose interface this is.
const VERSION: &str = "1.3.0";

/// The largest window, as the logarithm of its size.
pub(super) const MAX_WINDOW: i64 = 15;

/// `DEF_BUF_SIZE`: how much room for output programs are told to start with.
pub(super) const USUAL_BUFFER: i64 = 16 * 1024;

/// The exception of this module.
static ERROR: Global<OnceCell<Value>> = Global::new(OnceCell::new());

/// What goes wrong with a stream.
pub(super) enum Trouble {
    NoRoom,
    /// The code that zlib has for it, and what the stream itself says.
    Failed(i32, Option<&'static str>),
}

impl From<NoRoom> for Trouble {
    fn from(_: NoRoom) -> Trouble {
        Trouble::NoRoom
    }
}

/// The code for a stream in a state that does not fit what is asked of it.
pub(super) const STREAM_ERROR: i32 = -2;
/// The code for data that is wrong.
const DATA_ERROR: i32 = -3;
/// The code for data that ends too early.
pub(super) const BUFFER_ERROR: i32 = -5;

impl Trouble {
    /// The exception for it; `doing` says at what it happened.
    #[cold]
    pub(super) fn raised(self, gil: Gil<'_>, doing: &str) -> Raised {
        let Trouble::Failed(code, said) = self else { return memory_error(gil, "") };
        let usual = match code {
            BUFFER_ERROR => Some("incomplete or truncated stream"),
            STREAM_ERROR => Some("inconsistent stream state"),
            DATA_ERROR => Some("invalid input data"),
            _ => None,
        };
        match said.or(usual) {
            Some(words) => error(gil, &format!("Error {code} {doing}: {words}")),
            None => error(gil, &format!("Error {code} {doing}")),
        }
    }
}

/// `zlib.error`.
#[cold]
pub(super) fn error(gil: Gil<'_>, message: &str) -> Raised {
    let class = ERROR.get(gil).get().cloned().unwrap_or(Value::NONE);
    match operations::call_one(gil, &class, &convert::text(gil, message)).map(Value::try_into_ref) {
        Ok(Ok(exception)) => Raised::new(exception),
        Ok(Err(_)) => value_error(gil, message),
        Err(raised) => raised,
    }
}

/// The integer of an argument, or the usual one.
pub(super) fn number(gil: Gil<'_>, argument: Option<&Value>, usual: i64) -> Result<i64> {
    argument.map_or(Ok(usual), |argument| convert::to_i64(gil, argument))
}

fn compress(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<3> = Parameters::new(["data", "level", "wbits"], 1).positional_only(1);
    let [data, level, window] = arguments.bind(gil, "compress", &PARAMETERS)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let level = number(gil, level, -1)?;
    let window = number(gil, window, MAX_WINDOW)?;
    let settings = Settings { level, window, ..Settings::USUAL };
    let Some(mut stream) = settings.stream() else { return Err(error(gil, "Bad compression level")) };
    let mut work = || compressor::deflate(&mut stream, &data, DeflateFlush::Finish);
    let packed = if data.len() < LONG { work() } else { gil.detach(Reason::Native, work) };
    match packed {
        Ok(packed) => Ok(bytes::of(gil, packed)),
        Err(trouble) => Err(trouble.raised(gil, "while compressing data")),
    }
}

fn decompress(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<3> = Parameters::new(["data", "wbits", "bufsize"], 1).positional_only(1);
    let [data, window, size] = arguments.bind(gil, "decompress", &PARAMETERS)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let window = number(gil, window, MAX_WINDOW)?;
    if number(gil, size, USUAL_BUFFER)? < 0 {
        return Err(value_error(gil, "bufsize must be non-negative"));
    }
    let Some(mut stream) = decompressor::stream(window) else {
        return Err(Trouble::Failed(STREAM_ERROR, None).raised(gil, "while preparing to decompress data"));
    };
    let mut work = || {
        let mut source = Source::new(&data);
        let unpacked = decompressor::inflate(&mut stream, &mut source, InflateFlush::Finish, None, None)?;
        if source.ended { Ok(unpacked) } else { Err(Trouble::Failed(BUFFER_ERROR, None)) }
    };
    let unpacked = if data.len() < LONG { work() } else { gil.detach(Reason::Native, work) };
    match unpacked {
        Ok(unpacked) => Ok(bytes::of(gil, unpacked)),
        Err(trouble) => Err(trouble.raised(gil, "while decompressing data")),
    }
}

/// A checksum of data, on from a start.
fn checksum(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    name: &str,
    start: i64,
    sum: fn(u32, &[u8]) -> u32,
) -> Result<Value> {
    let values = arguments.between(gil, name, 1, 2)?;
    let data = convert::bytes_like(gil, &values[0])?;
    let start = number(gil, values.get(1), start)? as u32;
    let work = || sum(start, &data);
    let sum = if data.len() < LONG { work() } else { gil.detach(Reason::Native, work) };
    Ok(convert::int(gil, sum.into()))
}

fn adler32(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    checksum(gil, arguments, "adler32", 1, zlib_rs::adler32::adler32)
}

/// `crc32(data, value=0)`, of `zlib` and of `binascii`.
pub fn crc32(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    checksum(gil, arguments, "crc32", 0, zlib_rs::crc32::crc32)
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let error = convert::exception_class(gil, "error", "zlib", Kind::Exception.class(gil).as_value())?;
    module.set(gil, "error", ERROR.get(gil).get_or_init(|| error).clone());
    for spec in [&compressor::SPEC, &decompressor::SPEC] {
        builder::build(gil, spec);
    }
    for (name, number) in NUMBERS {
        module.set(gil, name, convert::int(gil, *number));
    }
    for name in ["ZLIB_VERSION", "ZLIB_RUNTIME_VERSION"] {
        module.set(gil, name, convert::text(gil, VERSION));
    }
    module.set(gil, "__version__", convert::text(gil, "1.0"));
    Ok(())
}

static NUMBERS: &[(&str, i64)] = &[
    ("MAX_WBITS", MAX_WINDOW),
    ("DEFLATED", 8),
    ("DEF_MEM_LEVEL", 8),
    ("DEF_BUF_SIZE", USUAL_BUFFER),
    ("Z_NO_COMPRESSION", 0),
    ("Z_BEST_SPEED", 1),
    ("Z_BEST_COMPRESSION", 9),
    ("Z_DEFAULT_COMPRESSION", -1),
    ("Z_DEFAULT_STRATEGY", 0),
    ("Z_FILTERED", 1),
    ("Z_HUFFMAN_ONLY", 2),
    ("Z_RLE", 3),
    ("Z_FIXED", 4),
    ("Z_NO_FLUSH", 0),
    ("Z_PARTIAL_FLUSH", 1),
    ("Z_SYNC_FLUSH", 2),
    ("Z_FULL_FLUSH", 3),
    ("Z_FINISH", 4),
    ("Z_BLOCK", 5),
    ("Z_TREES", 6),
];

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "zlib",
    doc: "Compression and decompression with the deflate algorithm, and checksums of data.",
    functions: &[
        Function::new(
            "compress",
            "($module, data, /, level=-1, wbits=15)",
            "Returns a bytes object containing compressed data.",
            compress,
        ),
        Function::new(
            "decompress",
            "($module, data, /, wbits=15, bufsize=16384)",
            "Returns a bytes object containing the uncompressed data.",
            decompress,
        ),
        Function::new(
            "compressobj",
            "($module, /, level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
            "Return a compressor object.",
            compressor::make,
        ),
        Function::new(
            "decompressobj",
            "($module, /, wbits=15, zdict=b'')",
            "Return a decompressor object.",
            decompressor::make,
        ),
        Function::new(
            "adler32",
            "($module, data, value=1, /)",
            "Compute an Adler-32 checksum of data.",
            adler32,
        ),
        Function::new("crc32", "($module, data, value=0, /)", "Compute a CRC-32 checksum of data.", crc32),
    ],
    set_up: Some(set_up),
};
