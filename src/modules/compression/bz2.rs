//! `_bz2`: the two streams behind `bz2`.

use std::cell::RefCell;

use bzip2::{Action, Compress, Compression, Decompress, Status};

use super::{NoRoom, Output, Stream};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{memory_error, type_error, value_error};
use crate::object::{
    Arguments, Kind, Parameters, Payload, Raised, Ref, Result, SlotTable, Storage, Type, Value,
};
use crate::payload;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{builder, bytes};

/// What goes wrong with a stream.
enum Trouble {
    NoRoom,
    /// A compressor is used after its end.
    Flushed,
    Failed(bzip2::Error),
}

impl From<NoRoom> for Trouble {
    fn from(_: NoRoom) -> Trouble {
        Trouble::NoRoom
    }
}

impl Trouble {
    #[cold]
    fn raised(self, gil: Gil<'_>, flushed: &str) -> Raised {
        match self {
            Trouble::NoRoom => memory_error(gil, ""),
            Trouble::Flushed => value_error(gil, flushed),
            Trouble::Failed(bzip2::Error::Data | bzip2::Error::DataMagic) => {
                convert::raise(gil, Kind::OSError, &[convert::text(gil, "Invalid data stream")])
            }
            Trouble::Failed(bzip2::Error::Param) => {
                value_error(gil, "Internal error - invalid parameters passed to libbzip2")
            }
            Trouble::Failed(bzip2::Error::Sequence) => convert::raise(
                gil,
                Kind::RuntimeError,
                &[convert::text(gil, "Internal error - Invalid sequence of commands sent to libbzip2")],
            ),
        }
    }
}

/// The payload of `BZ2Compressor`.
pub struct Compressor {
    /// None once it has been flushed.
    stream: Stream<Option<Compress>>,
}

impl Payload for Compressor {
    payload!(Compressor, untracked);
}

fn new_compressor(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<1> = Parameters::new(["compresslevel"], 0).positional_only(1);
    let [level] = arguments.bind(gil, "BZ2Compressor", &PARAMETERS)?;
    let level = level.map_or(Ok(9), |level| convert::to_i64(gil, level))?;
    if !(1..=9).contains(&level) {
        return Err(value_error(gil, "compresslevel must be between 1 and 9"));
    }
    let stream = Stream::new(Some(Compress::new(Compression::new(level as u32), 0)));
    Ok(Ref::with_shape(gil, class.root(), Compressor { stream }).into_value())
}

fn pack(
    stream: &mut Option<Compress>,
    mut input: &[u8],
    action: Action,
) -> std::result::Result<Vec<u8>, Trouble> {
    let Some(open) = stream else { return Err(Trouble::Flushed) };
    let mut output = Output::new(None);
    loop {
        let (read, written) = (open.total_in(), open.total_out());
        let status = open.compress(input, output.room()?, action).map_err(Trouble::Failed)?;
        input = &input[(open.total_in() - read) as usize..];
        output.wrote((open.total_out() - written) as usize);
        if status == Status::StreamEnd || action == Action::Run && input.is_empty() && !output.is_full() {
            break;
        }
    }
    if action == Action::Finish {
        *stream = None;
    }
    Ok(output.finish())
}

fn compressor<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Compressor>> {
    value.downcast().ok_or_else(|| type_error(gil, "a BZ2Compressor is required"))
}

fn compress(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, data] = arguments.method(gil, "compress")?;
    let data = convert::bytes_like(gil, data)?;
    let object = compressor(gil, object)?;
    match object.stream.work(gil, data.len(), |stream| pack(stream, &data, Action::Run)) {
        Ok(packed) => Ok(bytes::of(gil, packed)),
        Err(trouble) => Err(trouble.raised(gil, "Compressor has been flushed")),
    }
}

fn flush(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.method(gil, "flush")?;
    // What has been fed is packed only now: that may take long, however little there is.
    match compressor(gil, object)?.stream.work(gil, usize::MAX, |stream| pack(stream, &[], Action::Finish)) {
        Ok(packed) => Ok(bytes::of(gil, packed)),
        Err(trouble) => Err(trouble.raised(gil, "Repeated call to flush()")),
    }
}

/// The payload of `BZ2Decompressor`.
pub struct Decompressor {
    stream: Stream<Unpacking>,
    seen: RefCell<Seen>,
}

struct Unpacking {
    stream: Decompress,
    /// Input that waits for its turn.
    waiting: Vec<u8>,
}

/// What Python code sees of a stream.
#[derive(Default)]
struct Seen {
    ended: bool,
    has_more: bool,
    unused: Vec<u8>,
}

impl Payload for Decompressor {
    payload!(Decompressor, untracked);
}

fn new_decompressor(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "BZ2Decompressor")?;
    let state = Unpacking { stream: Decompress::new(false), waiting: Vec::new() };
    let payload = Decompressor { stream: Stream::new(state), seen: RefCell::default() };
    Ok(Ref::with_shape(gil, class.root(), payload).into_value())
}

/// What a step of unpacking found.
struct Unpacked {
    bytes: Vec<u8>,
    ended: bool,
    has_more: bool,
}

fn unpack(
    state: &mut Unpacking,
    data: &[u8],
    limit: Option<usize>,
) -> std::result::Result<Unpacked, Trouble> {
    state.waiting.extend_from_slice(data);
    let mut input = state.waiting.as_slice();
    let mut output = Output::new(limit);
    let stream = &mut state.stream;
    let ended = loop {
        let (read, written) = (stream.total_in(), stream.total_out());
        let status = stream.decompress(input, output.room()?).map_err(Trouble::Failed)?;
        if status == Status::MemNeeded {
            return Err(Trouble::NoRoom);
        }
        let (read, written) = ((stream.total_in() - read) as usize, (stream.total_out() - written) as usize);
        input = &input[read..];
        output.wrote(written);
        if status == Status::StreamEnd {
            break true;
        }
        if output.is_at_the_limit() || !output.is_full() && (input.is_empty() || read + written == 0) {
            break false;
        }
    };
    let has_more = !ended && (!input.is_empty() || output.is_at_the_limit());
    let rest = input.len();
    state.waiting.drain(..state.waiting.len() - rest);
    Ok(Unpacked { bytes: output.finish(), ended, has_more })
}

fn decompressor<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Decompressor>> {
    value.downcast().ok_or_else(|| type_error(gil, "a BZ2Decompressor is required"))
}

fn decompress(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<2> = Parameters::new(["data", "max_length"], 1);
    let object = decompressor(gil, &arguments.values[0])?.clone();
    let [data, limit] = arguments.without_first().bind(gil, "decompress", &PARAMETERS)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let limit = limit.map_or(Ok(-1), |limit| convert::to_i64(gil, limit))?;
    let limit = usize::try_from(limit).ok();
    if object.seen.borrow().ended {
        return Err(convert::raise(
            gil,
            Kind::EOFError,
            &[convert::text(gil, "End of stream already reached")],
        ));
    }
    // Little input may stand for much output.
    let result = object.stream.work(gil, usize::MAX, |state| {
        let unpacked = unpack(state, &data, limit)?;
        let unused = if unpacked.ended { std::mem::take(&mut state.waiting) } else { Vec::new() };
        Ok((unpacked, unused))
    });
    match result {
        Ok((unpacked, unused)) => {
            *object.seen.borrow_mut() = Seen { ended: unpacked.ended, has_more: unpacked.has_more, unused };
            Ok(bytes::of(gil, unpacked.bytes))
        }
        Err(Trouble::Flushed) => unreachable!("only compressors are flushed"),
        Err(trouble) => Err(trouble.raised(gil, "")),
    }
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "BZ2Compressor", builder::build(gil, &COMPRESSOR).into_value());
    module.set(gil, "BZ2Decompressor", builder::build(gil, &DECOMPRESSOR).into_value());
    Ok(())
}

static COMPRESSOR: TypeSpec = TypeSpec {
    name: "BZ2Compressor",
    module: "_bz2",
    signature: "",
    doc: "Create a compressor object for compressing data incrementally.\n\n  compresslevel\n    Compression level, as a \
          number between 1 and 9.\n\nFor one-shot compression, use the compress() function instead.",
    base: None,
    layout: Compressor::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { new: Some(new_compressor), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "compress",
            "($self, data, /)",
            "Provide data to the compressor object.\n\nReturns a chunk of compressed data if possible, or b'' \
             otherwise.\n\nWhen you have finished providing data to the compressor, call the\nflush() method to finish \
             the compression process.",
            compress,
        ),
        Function::new(
            "flush",
            "($self, /)",
            "Finish the compression process.\n\nReturns the compressed data left in internal buffers.\n\nThe \
             compressor object may not be used after this method is called.",
            flush,
        ),
    ],
    attributes: &[],
};

static DECOMPRESSOR: TypeSpec = TypeSpec {
    name: "BZ2Decompressor",
    module: "_bz2",
    signature: "",
    doc: "Create a decompressor object for decompressing data incrementally.\n\nFor one-shot decompression, use the \
          decompress() function instead.",
    base: None,
    layout: Decompressor::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { new: Some(new_decompressor), ..SlotTable::EMPTY },
    methods: &[Function::new(
        "decompress",
        "($self, /, data, max_length=-1)",
        "Decompress *data*, returning uncompressed data as bytes.",
        decompress,
    )],
    attributes: &[
        Attribute::member("eof", "True if the end-of-stream marker has been reached.", |gil, value| {
            Ok(Value::bool(decompressor(gil, value)?.seen.borrow().ended))
        }),
        Attribute::member(
            "unused_data",
            "Data found after the end of the compressed stream.",
            |gil, value| Ok(convert::bytes(gil, &decompressor(gil, value)?.seen.borrow().unused)),
        ),
        Attribute::member(
            "needs_input",
            "True if more input is needed before more decompressed data can be produced.",
            |gil, value| {
                let seen = decompressor(gil, value)?.seen.borrow();
                Ok(Value::bool(!seen.ended && !seen.has_more))
            },
        ),
    ],
};

/// The module.
pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_bz2", doc: "The streams behind bz2.", functions: &[], set_up: Some(set_up) };
