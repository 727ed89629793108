//! `zlib.Compress`: packs data that comes in pieces.

use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Method, Status, Strategy};

use super::zlib::{self, STREAM_ERROR, Trouble};
use super::{Output, Stream};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Value};
use crate::payload;
use crate::types::bytes;

/// How to compress: the numbers that `compressobj` takes.
pub(super) struct Settings {
    pub level: i64,
    pub method: i64,
    pub window: i64,
    pub memory: i64,
    pub strategy: i64,
}

impl Settings {
    pub(super) const USUAL: Settings =
        Settings { level: -1, method: 8, window: zlib::MAX_WINDOW, memory: 8, strategy: 0 };

    /// A stream that compresses so; none if there is no such way.
    pub(super) fn stream(&self) -> Option<Deflate> {
        let window = match self.window {
            // Raw data, or in a gzip container.
            -15..=-9 | 25..=31 => self.window,
            8..=15 => self.window,
            _ => return None,
        };
        if !(-1..=9).contains(&self.level) || self.method != 8 || !(1..=9).contains(&self.memory) {
            return None;
        }
        let strategy = match self.strategy {
            0 => Strategy::Default,
            1 => Strategy::Filtered,
            2 => Strategy::HuffmanOnly,
            3 => Strategy::Rle,
            4 => Strategy::Fixed,
            _ => return None,
        };
        Some(Deflate::new_with_config(DeflateConfig {
            level: self.level as i32,
            method: Method::Deflated,
            window_bits: window as i32,
            mem_level: self.memory as i32,
            strategy,
        }))
    }
}

/// What the stream gives for this input.
pub(super) fn deflate(
    stream: &mut Deflate,
    mut input: &[u8],
    flush: DeflateFlush,
) -> std::result::Result<Vec<u8>, Trouble> {
    let mut output = Output::new(None);
    loop {
        let (read, written) = (stream.total_in(), stream.total_out());
        let result = stream.compress(input, output.room()?, flush);
        input = &input[(stream.total_in() - read) as usize..];
        output.wrote((stream.total_out() - written) as usize);
        match result {
            Err(error) => return Err(Trouble::Failed(error as i32, stream.error_message())),
            Ok(Status::StreamEnd) => break,
            Ok(_) if input.is_empty() && !output.is_full() => break,
            Ok(_) => {}
        }
    }
    Ok(output.finish())
}

/// The payload of `zlib.Compress`.
pub struct Compress {
    /// None once the stream is finished.
    stream: Stream<Option<Deflate>>,
}

impl Payload for Compress {
    payload!(Compress, untracked);
}

/// `compressobj(...)`.
pub(super) fn make(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<6> =
        Parameters::new(["level", "method", "wbits", "memLevel", "strategy", "zdict"], 0);
    let [level, method, window, memory, strategy, dictionary] =
        arguments.bind(gil, "compressobj", &PARAMETERS)?;
    let settings = Settings {
        level: zlib::number(gil, level, Settings::USUAL.level)?,
        method: zlib::number(gil, method, Settings::USUAL.method)?,
        window: zlib::number(gil, window, Settings::USUAL.window)?,
        memory: zlib::number(gil, memory, Settings::USUAL.memory)?,
        strategy: zlib::number(gil, strategy, Settings::USUAL.strategy)?,
    };
    let dictionary = match dictionary.filter(|dictionary| !dictionary.is_none()) {
        Some(dictionary) => Some(convert::bytes_like(gil, dictionary)?),
        None => None,
    };
    let Some(mut stream) = settings.stream() else {
        return Err(value_error(gil, "Invalid initialization option"));
    };
    if let Some(dictionary) = dictionary
        && stream.set_dictionary(&dictionary).is_err()
    {
        return Err(value_error(gil, "Invalid dictionary"));
    }
    Ok(Ref::new(gil, Compress { stream: Stream::new(Some(stream)) }).into_value())
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Compress>> {
    value.downcast().ok_or_else(|| type_error(gil, "a zlib.Compress object is required"))
}

/// Feeds the stream; it is over after `DeflateFlush::Finish`.
fn feed(gil: Gil<'_>, object: &Value, data: &[u8], flush: DeflateFlush, doing: &str) -> Result<Value> {
    let packed = this(gil, object)?.stream.work(gil, data.len(), |stream| {
        let Some(open) = stream else { return Err(Trouble::Failed(STREAM_ERROR, None)) };
        let packed = deflate(open, data, flush)?;
        if flush == DeflateFlush::Finish {
            *stream = None;
        }
        Ok(packed)
    });
    match packed {
        Ok(packed) => Ok(bytes::of(gil, packed)),
        Err(trouble) => Err(trouble.raised(gil, doing)),
    }
}

fn compress(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, data] = arguments.method(gil, "compress")?;
    let data = convert::bytes_like(gil, data)?;
    feed(gil, object, &data, DeflateFlush::NoFlush, "while compressing data")
}

fn flush(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.method_between(gil, "flush", 0, 1)?;
    let mode = match zlib::number(gil, values.first(), 4)? {
        0 => return Ok(bytes::of(gil, Vec::new())),
        1 => DeflateFlush::PartialFlush,
        2 => DeflateFlush::SyncFlush,
        3 => DeflateFlush::FullFlush,
        4 => DeflateFlush::Finish,
        5 => DeflateFlush::Block,
        _ => return Err(Trouble::Failed(STREAM_ERROR, None).raised(gil, "while flushing")),
    };
    feed(gil, &arguments.values[0], &[], mode, "while flushing")
}

pub(super) static SPEC: TypeSpec = TypeSpec {
    name: "Compress",
    module: "zlib",
    signature: "",
    doc: "",
    base: None,
    layout: Compress::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable::EMPTY,
    methods: &[
        Function::new(
            "compress",
            "($self, data, /)",
            "Returns a bytes object containing compressed data.\n\nAfter calling this function, some of the input data \
             may still\nbe stored in internal buffers for later processing.\nCall the flush() method to clear these \
             buffers.",
            compress,
        ),
        Function::new(
            "flush",
            "($self, mode=4, /)",
            "Return a bytes object containing any remaining compressed data.",
            flush,
        ),
    ],
    attributes: &[],
};
