//! `zlib.Decompress`: unpacks data that comes in pieces.

use std::cell::RefCell;

use zlib_rs::{Inflate, InflateError, InflateFlush, Status};

use super::zlib::{self, STREAM_ERROR, Trouble};
use super::{Output, Stream};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Value};
use crate::payload;
use crate::types::bytes;

/// A stream that unpacks what was packed with this window and container; none if there is no such way.
pub(super) fn stream(window: i64) -> Option<Inflate> {
    match window {
        -15..=-8 => Some(Inflate::new(false, -window as u8)),
        // By itself, in a container of zlib's, in one of gzip's, or in whichever of these it is.
        0 | 8..=16 | 24..=32 | 40..=47 => Some(Inflate::new(true, window as u8)),
        _ => None,
    }
}

/// Packed data, as far as it has been read.
pub(super) struct Source<'a> {
    pub rest: &'a [u8],
    /// The stream has come to its end.
    pub ended: bool,
}

impl<'a> Source<'a> {
    pub(super) fn new(data: &'a [u8]) -> Source<'a> {
        Source { rest: data, ended: false }
    }
}

/// What the stream gives for this input, at most `limit` bytes. `dictionary` is handed to it when it asks.
pub(super) fn inflate(
    stream: &mut Inflate,
    source: &mut Source<'_>,
    flush: InflateFlush,
    limit: Option<usize>,
    dictionary: Option<&[u8]>,
) -> std::result::Result<Vec<u8>, Trouble> {
    let mut output = Output::new(limit);
    loop {
        let (read, written) = (stream.total_in(), stream.total_out());
        let result = stream.decompress(source.rest, output.room()?, flush);
        let (read, written) = ((stream.total_in() - read) as usize, (stream.total_out() - written) as usize);
        source.rest = &source.rest[read..];
        output.wrote(written);
        match (result, dictionary) {
            (Ok(Status::StreamEnd), _) => {
                source.ended = true;
                break;
            }
            (Ok(_), _) if output.is_at_the_limit() => break,
            (Ok(_), _) if source.rest.is_empty() && !output.is_full() => break,
            (Ok(Status::BufError), _) if read == 0 && written == 0 && !output.is_full() => break,
            (Ok(_), _) => {}
            (Err(InflateError::NeedDict { .. }), Some(bytes)) => {
                stream
                    .set_dictionary(bytes)
                    .map_err(|error| Trouble::Failed(code(error), Some(BAD_DICTIONARY)))?;
            }
            (Err(error), _) => return Err(Trouble::Failed(code(error), stream.error_message())),
        }
    }
    Ok(output.finish())
}

/// Marks the error of a dictionary, which is told in other words than that of the data.
const BAD_DICTIONARY: &str = "invalid input data";

/// zlib's number for an error.
fn code(error: InflateError) -> i32 {
    match error {
        InflateError::NeedDict { .. } => 2,
        InflateError::StreamError => STREAM_ERROR,
        InflateError::DataError => -3,
        InflateError::MemError => -4,
    }
}

/// The payload of `zlib.Decompress`.
pub struct Decompress {
    /// None once the stream has been flushed at its end.
    stream: Stream<Option<Inflate>>,
    dictionary: Option<Vec<u8>>,
    rest: RefCell<Rest>,
}

/// What is left of the input.
#[derive(Default)]
struct Rest {
    /// `unconsumed_tail`: not read yet, since the output had a limit.
    tail: Vec<u8>,
    /// `unused_data`: what came after the end.
    unused: Vec<u8>,
    ended: bool,
}

impl Payload for Decompress {
    payload!(Decompress, untracked);
}

/// `decompressobj(wbits, zdict)`.
pub(super) fn make(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<2> = Parameters::new(["wbits", "zdict"], 0);
    let [window, dictionary] = arguments.bind(gil, "decompressobj", &PARAMETERS)?;
    let window = zlib::number(gil, window, zlib::MAX_WINDOW)?;
    let dictionary = match dictionary {
        Some(dictionary) => match convert::bytes_like(gil, dictionary) {
            Ok(bytes) => Some(bytes),
            Err(_) => return Err(type_error(gil, "zdict argument must support the buffer protocol")),
        },
        None => None,
    };
    let Some(mut stream) = stream(window) else {
        return Err(value_error(gil, "Invalid initialization option"));
    };
    // Raw data has no place to ask for its dictionary.
    if let Some(dictionary) = dictionary.as_ref().filter(|_| window < 0)
        && stream.set_dictionary(dictionary).is_err()
    {
        return Err(value_error(gil, "Invalid dictionary"));
    }
    let stream = Stream::new(Some(stream));
    Ok(Ref::new(gil, Decompress { stream, dictionary, rest: RefCell::default() }).into_value())
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Decompress>> {
    value.downcast().ok_or_else(|| type_error(gil, "a zlib.Decompress object is required"))
}

/// Feeds the stream and keeps what it leaves.
fn feed(
    gil: Gil<'_>,
    object: &Ref<Decompress>,
    data: &[u8],
    limit: Option<usize>,
    flush: InflateFlush,
    doing: &str,
) -> Result<Value> {
    let dictionary = object.dictionary.as_deref();
    let fed = object.stream.work(gil, data.len(), |stream| {
        let Some(stream) = stream else { return Err(Trouble::Failed(STREAM_ERROR, None)) };
        let mut source = Source::new(data);
        let unpacked = inflate(stream, &mut source, flush, limit, dictionary)?;
        Ok((unpacked, source))
    });
    let (unpacked, source) = match fed {
        Ok(fed) => fed,
        Err(Trouble::Failed(code, Some(BAD_DICTIONARY))) => {
            return Err(Trouble::Failed(code, None).raised(gil, "while setting zdict"));
        }
        Err(trouble) => return Err(trouble.raised(gil, doing)),
    };
    let mut rest = object.rest.borrow_mut();
    rest.ended |= source.ended;
    if source.ended {
        rest.unused.extend_from_slice(source.rest);
        rest.tail.clear();
    } else {
        rest.tail = source.rest.to_vec();
    }
    drop(rest);
    Ok(bytes::of(gil, unpacked))
}

fn decompress(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<2> = Parameters::new(["data", "max_length"], 1).positional_only(1);
    let object = this(gil, &arguments.values[0])?.clone();
    let [data, limit] = arguments.without_first().bind(gil, "decompress", &PARAMETERS)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let limit = match zlib::number(gil, limit, 0)? {
        ..0 => return Err(value_error(gil, "max_length must be non-negative")),
        0 => None,
        limit => Some(limit as usize),
    };
    feed(gil, &object, &data, limit, InflateFlush::SyncFlush, "while decompressing data")
}

fn flush(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.method_between(gil, "flush", 0, 1)?;
    if zlib::number(gil, values.first(), zlib::USUAL_BUFFER)? <= 0 {
        return Err(value_error(gil, "length must be greater than zero"));
    }
    let object = this(gil, &arguments.values[0])?.clone();
    let tail = std::mem::take(&mut object.rest.borrow_mut().tail);
    let flushed = feed(gil, &object, &tail, None, InflateFlush::Finish, "while flushing")?;
    if object.rest.borrow().ended {
        object.stream.work(gil, 0, |stream| *stream = None);
    }
    Ok(flushed)
}

pub(super) static SPEC: TypeSpec = TypeSpec {
    name: "Decompress",
    module: "zlib",
    signature: "",
    doc: "",
    base: None,
    layout: Decompress::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable::EMPTY,
    methods: &[
        Function::new(
            "decompress",
            "($self, data, /, max_length=0)",
            "Return a bytes object containing the decompressed version of the data.\n\nAfter calling this function, \
             some of the input data may still be stored in\ninternal buffers for later processing.\nCall the flush() \
             method to clear these buffers.",
            decompress,
        ),
        Function::new(
            "flush",
            "($self, length=16384, /)",
            "Return a bytes object containing any remaining decompressed data.",
            flush,
        ),
    ],
    attributes: &[
        Attribute::member("unused_data", "", |gil, value| {
            Ok(convert::bytes(gil, &this(gil, value)?.rest.borrow().unused))
        }),
        Attribute::member("unconsumed_tail", "", |gil, value| {
            Ok(convert::bytes(gil, &this(gil, value)?.rest.borrow().tail))
        }),
        Attribute::member("eof", "", |gil, value| Ok(Value::bool(this(gil, value)?.rest.borrow().ended))),
    ],
};
