//! `_struct`: numbers and bytes packed as C lays them out.

use dashu_int::{IBig, Sign};

use super::convert::{self, room};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Raised, type_error};
use crate::object::{
    Arguments, Exception, Global, Kind, Payload, Ref, Result, SlotTable, Storage, Text, Value, operations,
};
use crate::payload;
use crate::types::float::half;
use crate::types::memoryview::lent;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{bytes, float, int, tuple};

/// One code of a format with its repetition, and where its first value lies.
#[derive(Clone, Copy)]
struct Item {
    code: u8,
    count: usize,
    size: usize,
    offset: usize,
}

/// A format, taken apart.
#[derive(Clone)]
struct Layout {
    items: Vec<Item>,
    size: usize,
    little: bool,
    /// Floats that are too large become infinite, as the machine converts them.
    native: bool,
}

/// The payload of `Struct`.
pub struct Struct {
    format: Ref<Text>,
    layout: Layout,
}

impl Payload for Struct {
    payload!(Struct, untracked);
}

static ERROR: Global<std::cell::OnceCell<Value>> = Global::new(std::cell::OnceCell::new());

/// `struct.error`.
#[cold]
fn error(gil: Gil<'_>, message: impl AsRef<str>) -> Raised {
    let message = convert::text(gil, message.as_ref());
    let made = ERROR.get(gil).get().map(|class| operations::call_one(gil, class, &message));
    match made {
        Some(Ok(exception)) => match exception.try_into_ref::<Exception>() {
            Ok(exception) => Raised::new(exception),
            Err(_) => type_error(gil, "exceptions must derive from BaseException"),
        },
        Some(Err(raised)) => raised,
        None => Raised::with_arguments(gil, Kind::Exception, vec![message]),
    }
}

fn size_of_code(code: u8, native: bool) -> Option<usize> {
    Some(match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

impl Layout {
    fn parse(gil: Gil<'_>, format: &[u8]) -> Result<Layout> {
        let (native, little, body) = match format.first() {
            Some(b'@') => (true, true, &format[1..]),
            Some(b'=' | b'<') => (false, true, &format[1..]),
            Some(b'>' | b'!') => (false, false, &format[1..]),
            _ => (true, true, format),
        };
        let too_long = || error(gil, "total struct size too long");
        let (mut items, mut offset, mut place) = (Vec::new(), 0_usize, 0);
        while let Some(&first) = body.get(place) {
            if first.is_ascii_whitespace() {
                place += 1;
                continue;
            }
            let start = place;
            let mut count = 0_usize;
            while let Some(digit) = body.get(place).filter(|byte| byte.is_ascii_digit()) {
                count = count
                    .checked_mul(10)
                    .and_then(|count| count.checked_add((digit - b'0').into()))
                    .ok_or_else(too_long)?;
                place += 1;
            }
            if place == start {
                count = 1;
            }
            let Some(&code) = body.get(place) else {
                return Err(error(gil, "repeat count given without format specifier"));
            };
            place += 1;
            let size = size_of_code(code, native).ok_or_else(|| error(gil, "bad char in struct format"))?;
            if native {
                offset = offset.checked_next_multiple_of(size).ok_or_else(too_long)?;
            }
            items.push(Item { code, count, size, offset });
            let end = size.checked_mul(count).and_then(|size| size.checked_add(offset));
            offset = end.filter(|&end| end <= i64::MAX as usize).ok_or_else(too_long)?;
        }
        Ok(Layout { items, size: offset, little, native })
    }

    fn values(&self) -> usize {
        let count = |item: &Item| match item.code {
            b'x' => 0,
            b's' | b'p' => 1,
            _ => item.count,
        };
        self.items.iter().map(count).sum()
    }

    fn pack(&self, gil: Gil<'_>, values: &[Value], function: &str) -> Result<Vec<u8>> {
        let expected = self.values();
        if values.len() != expected {
            let got = values.len();
            return Err(error(gil, format!("{function} expected {expected} items for packing (got {got})")));
        }
        let mut packed = convert::buffer(gil, self.size)?;
        let mut values = values.iter();
        for item in &self.items {
            let place = &mut packed[item.offset..item.offset + item.size * item.count];
            match item.code {
                b'x' => {}
                b's' | b'p' => {
                    let Some(value) = values.next() else { continue };
                    let Some(contents) = bytes_of(gil, value)? else {
                        return Err(error(
                            gil,
                            format!("argument for '{}' must be a bytes object", item.code as char),
                        ));
                    };
                    pack_bytes(place, &contents, item.code == b'p');
                }
                _ => {
                    for slot in place.chunks_exact_mut(item.size) {
                        let Some(value) = values.next() else { continue };
                        self.pack_one(gil, item, slot, value)?;
                    }
                }
            }
        }
        Ok(packed)
    }

    fn pack_one(&self, gil: Gil<'_>, item: &Item, slot: &mut [u8], value: &Value) -> Result<()> {
        match item.code {
            b'c' => match bytes_of(gil, value)?.as_deref() {
                Some([byte]) => slot[0] = *byte,
                _ => return Err(error(gil, "char format requires a bytes object of length 1")),
            },
            b'?' => slot[0] = operations::truth(gil, value)?.into(),
            b'e' | b'f' | b'd' => {
                let number =
                    float::to_f64(gil, value).map_err(|raised| match raised.is(gil, Kind::TypeError) {
                        true => error(gil, "required argument is not a float"),
                        false => raised,
                    })?;
                self.pack_float(gil, slot, number)?;
            }
            _ => self.pack_int(gil, item, slot, value)?,
        }
        Ok(())
    }

    fn pack_float(&self, gil: Gil<'_>, slot: &mut [u8], number: f64) -> Result<()> {
        let overflow = |kind: &str| {
            crate::object::raised::overflow_error(gil, format!("float too large to pack with {kind} format"))
        };
        let bits = match slot.len() {
            8 => number.to_bits(),
            4 => {
                let single = number as f32;
                if single.is_infinite() && number.is_finite() && !self.native {
                    return Err(overflow("f"));
                }
                single.to_bits().into()
            }
            _ => half::of_f64(number).ok_or_else(|| overflow("e"))?.into(),
        };
        let count = slot.len();
        slot.copy_from_slice(&bits.to_le_bytes()[..count]);
        if !self.little {
            slot.reverse();
        }
        Ok(())
    }

    fn pack_int(&self, gil: Gil<'_>, item: &Item, slot: &mut [u8], value: &Value) -> Result<()> {
        if let Some(number) = value.bits().as_int()
            && fits(number, item)
        {
            slot.copy_from_slice(&number.to_le_bytes()[..item.size]);
            if !self.little {
                slot.reverse();
            }
            return Ok(());
        }
        let number = int::index_big(gil, value).map_err(|raised| match raised.is(gil, Kind::TypeError) {
            true => error(gil, "required argument is not an integer"),
            false => raised,
        })?;
        let bits = 8 * item.size;
        let signed = item.code.is_ascii_lowercase();
        let (least, most) = if signed {
            (-(IBig::ONE << (bits - 1)), (IBig::ONE << (bits - 1)) - IBig::ONE)
        } else {
            (IBig::ZERO, (IBig::ONE << bits) - IBig::ONE)
        };
        if number < least || number > most {
            let code = item.code as char;
            return Err(error(gil, format!("'{code}' format requires {least} <= number <= {most}")));
        }
        let pattern = if number.sign() == Sign::Negative { number + (IBig::ONE << bits) } else { number };
        let pattern = int::magnitude(&pattern).to_le_bytes();
        slot[..pattern.len()].copy_from_slice(&pattern);
        if !self.little {
            slot.reverse();
        }
        Ok(())
    }

    fn unpack(&self, gil: Gil<'_>, packed: &[u8]) -> Value {
        let mut values = Vec::with_capacity(self.values());
        for item in &self.items {
            let place = &packed[item.offset..item.offset + item.size * item.count];
            match item.code {
                b'x' => {}
                b's' => values.push(bytes::of(gil, place.to_vec())),
                b'p' => {
                    let length = place.first().map_or(0, |&length| usize::from(length).min(place.len() - 1));
                    values.push(bytes::of(gil, place.get(1..=length).unwrap_or(&[]).to_vec()));
                }
                code => {
                    values.extend(place.chunks_exact(item.size).map(|slot| self.unpack_one(gil, code, slot)));
                }
            }
        }
        tuple::of(gil, values)
    }

    fn unpack_one(&self, gil: Gil<'_>, code: u8, slot: &[u8]) -> Value {
        let mut word = [0_u8; 8];
        word[..slot.len()].copy_from_slice(slot);
        if !self.little {
            word[..slot.len()].reverse();
        }
        let bits = u64::from_le_bytes(word);
        match code {
            b'c' => bytes::of(gil, slot.to_vec()),
            b'?' => Value::bool(slot[0] != 0),
            b'd' => Value::float(f64::from_bits(bits)),
            b'f' => Value::float(f32::from_bits(bits as u32).into()),
            b'e' => Value::float(half::to_f64(bits as u16)),
            _ if code.is_ascii_lowercase() => {
                let unused = 64 - 8 * slot.len() as u32;
                int::from_i64(gil, (bits << unused) as i64 >> unused)
            }
            _ => int::from_i128(gil, bits.into()),
        }
    }
}

/// Is a number one of those that an item, of at most eight bytes, can hold?
fn fits(number: i64, item: &Item) -> bool {
    let unused = 64 - 8 * item.size as u32;
    if item.code.is_ascii_lowercase() {
        return number << unused >> unused == number;
    }
    number >= 0 && (number as u64) << unused >> unused == number as u64
}

fn pack_bytes(place: &mut [u8], contents: &[u8], counted: bool) {
    if !counted {
        let length = contents.len().min(place.len());
        place[..length].copy_from_slice(&contents[..length]);
    } else if let Some((first, rest)) = place.split_first_mut() {
        let length = contents.len().min(rest.len());
        rest[..length].copy_from_slice(&contents[..length]);
        *first = length.min(255) as u8;
    }
}

fn bytes_of(gil: Gil<'_>, value: &Value) -> Result<Option<Vec<u8>>> {
    if value.downcast::<bytes::Bytes>().is_some() || &*value.class(gil).name() == "bytearray" {
        return convert::bytes_like(gil, value).map(Some);
    }
    Ok(None)
}

fn format_of(gil: Gil<'_>, value: &Value) -> Result<(Ref<Text>, Layout)> {
    let text = match (value.downcast::<Text>(), value.downcast::<bytes::Bytes>()) {
        (Some(text), _) => text.clone(),
        (_, Some(bytes)) => Ref::text(gil, &String::from_utf8_lossy(&bytes.bytes)),
        _ => {
            let name = value.class(gil).name();
            return Err(type_error(
                gil,
                format!("Struct() argument 1 must be a str or bytes object, not {name}"),
            ));
        }
    };
    let layout = Layout::parse(gil, text.bytes())?;
    Ok((text, layout))
}

fn pack_values(gil: Gil<'_>, layout: &Layout, values: &[Value]) -> Result<Value> {
    layout.pack(gil, values, "pack").map(|packed| bytes::of(gil, packed))
}

fn unpack_value(gil: Gil<'_>, layout: &Layout, buffer: &Value) -> Result<Value> {
    let unpack = |packed: &[u8]| match packed.len() == layout.size {
        true => Ok(layout.unpack(gil, packed)),
        false => Err(error(gil, format!("unpack requires a buffer of {} bytes", layout.size))),
    };
    match buffer.downcast::<bytes::Bytes>() {
        Some(packed) => unpack(&packed.bytes),
        None => unpack(&convert::bytes_like(gil, buffer)?),
    }
}

fn unpack_at(gil: Gil<'_>, layout: &Layout, buffer: &Value, offset: Option<&Value>) -> Result<Value> {
    let packed = convert::bytes_like(gil, buffer)?;
    let offset = offset.map_or(Ok(0), |offset| int::to_size(gil, offset))?;
    let start = start_of(gil, layout, offset, packed.len(), "unpack", "unpack_from")?;
    Ok(layout.unpack(gil, &packed[start..start + layout.size]))
}

fn start_of(
    gil: Gil<'_>,
    layout: &Layout,
    offset: i64,
    length: usize,
    verb: &str,
    function: &str,
) -> Result<usize> {
    let size = layout.size;
    let start = if offset < 0 { offset + length as i64 } else { offset };
    if offset < 0 && offset.unsigned_abs() < size as u64 {
        let message = if verb == "pack" {
            format!("no space to pack {size} bytes at offset {offset}")
        } else {
            format!("not enough data to unpack {size} bytes at offset {offset}")
        };
        return Err(error(gil, message));
    }
    if start < 0 {
        return Err(error(gil, format!("offset {offset} out of range for {length}-byte buffer")));
    }
    let start = start as usize;
    if length < start || length - start < size {
        let what = if verb == "pack" { "packing" } else { "unpacking" };
        let needed = start.saturating_add(size);
        let message = format!(
            "{function} requires a buffer of at least {needed} bytes for {what} {size} bytes at offset {start} \
             (actual buffer size is {length})"
        );
        return Err(error(gil, message));
    }
    Ok(start)
}

fn pack_at(gil: Gil<'_>, layout: &Layout, values: &[Value]) -> Result<Value> {
    let [buffer, offset, rest @ ..] = values else {
        let missing = if values.is_empty() { "buffer" } else { "offset" };
        return Err(error(gil, format!("pack_into expected {missing} argument")));
    };
    let buffer = &lent::writable(gil, buffer)?;
    let Some(length) = room::writable_length(buffer) else {
        let name = buffer.class(gil).name();
        return Err(type_error(gil, format!("argument must be read-write bytes-like object, not {name}")));
    };
    let offset = int::to_size(gil, offset)?;
    let packed = layout.pack(gil, rest, "pack_into")?;
    let start = start_of(gil, layout, offset, length, "pack", "pack_into")?;
    if room::put_at(buffer, start, &packed) {
        return Ok(Value::NONE);
    }
    Err(Raised::with_message(gil, Kind::BufferError, "memoryview: underlying buffer is not C-contiguous"))
}

fn unpack_all(gil: Gil<'_>, layout: &Layout, buffer: &Value) -> Result<Value> {
    let packed = convert::bytes_like(gil, buffer)?;
    if layout.size == 0 {
        return Err(error(gil, "cannot iteratively unpack with a struct of length 0"));
    }
    if packed.len() % layout.size != 0 {
        let size = layout.size;
        return Err(error(
            gil,
            format!("iterative unpacking requires a buffer of a multiple of {size} bytes"),
        ));
    }
    let all = packed.chunks_exact(layout.size).map(|part| layout.unpack(gil, part)).collect();
    operations::iterate(gil, &convert::list(gil, all))
}

fn format_first<'a>(gil: Gil<'_>, arguments: Arguments<'a>, name: &str) -> Result<(Layout, &'a [Value])> {
    arguments.no_keywords(gil, name)?;
    match arguments.values {
        [format, rest @ ..] => Ok((format_of(gil, format)?.1, rest)),
        [] => Err(type_error(gil, format!("{name} expected at least 1 argument, got 0"))),
    }
}

fn pack(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (layout, values) = format_first(gil, arguments, "pack")?;
    pack_values(gil, &layout, values)
}

fn pack_into(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (layout, values) = format_first(gil, arguments, "pack_into")?;
    pack_at(gil, &layout, values)
}

fn unpack(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [format, buffer] = arguments.exactly(gil, "unpack")?;
    unpack_value(gil, &format_of(gil, format)?.1, buffer)
}

static FROM: crate::object::Parameters<3> =
    crate::object::Parameters::new(["format", "buffer", "offset"], 2).positional_only(1);

fn unpack_from(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [format, buffer, offset] = arguments.bind(gil, "unpack_from", &FROM)?;
    let (_, layout) = format_of(gil, convert::given(format))?;
    unpack_at(gil, &layout, convert::given(buffer), offset)
}

fn iter_unpack(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [format, buffer] = arguments.exactly(gil, "iter_unpack")?;
    unpack_all(gil, &format_of(gil, format)?.1, buffer)
}

fn calcsize(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [format] = arguments.exactly(gil, "calcsize")?;
    Ok(int::from_usize(gil, format_of(gil, format)?.1.size))
}

fn clear_cache(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::NONE)
}

fn this<'a>(gil: Gil<'_>, value: Option<&'a Value>) -> Result<&'a Ref<Struct>> {
    value
        .and_then(Value::downcast)
        .ok_or_else(|| type_error(gil, "descriptor requires a '_struct.Struct' object"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: crate::object::Parameters<1> = crate::object::Parameters::new(["format"], 1);
    let [format] = arguments.bind(gil, "Struct", &PARAMETERS)?;
    let (format, layout) = format_of(gil, convert::given(format))?;
    Ok(Ref::with_shape(gil, class.root(), Struct { format, layout }).into_value())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let format = operations::repr(gil, this(gil, Some(value))?.format.as_value())?;
    Ok(convert::text(gil, &format!("{}({})", value.class(gil).own_name(), format.lossy())))
}

fn method_pack(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let object = this(gil, arguments.values.first())?;
    pack_values(gil, &object.layout, arguments.without_first().positionals())
}

fn method_pack_into(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let object = this(gil, arguments.values.first())?;
    pack_at(gil, &object.layout, arguments.without_first().positionals())
}

fn method_unpack(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, buffer] = arguments.exactly(gil, "unpack")?;
    unpack_value(gil, &this(gil, Some(object))?.layout, buffer)
}

fn method_unpack_from(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, buffer, offset] = arguments.bind(gil, "unpack_from", &FROM)?;
    unpack_at(gil, &this(gil, object)?.layout, convert::given(buffer), offset)
}

fn method_iter_unpack(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, buffer] = arguments.exactly(gil, "iter_unpack")?;
    unpack_all(gil, &this(gil, Some(object))?.layout, buffer)
}

static SPEC: TypeSpec = TypeSpec {
    name: "Struct",
    module: "_struct",
    signature: "",
    doc: "Struct(fmt) --> compiled struct object",
    base: None,
    layout: Struct::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable { new: Some(new), repr: Some(repr), ..SlotTable::EMPTY },
    methods: &[
        Function::new("pack", "", "S.pack(v1, v2, ...) -> bytes", method_pack),
        Function::new("pack_into", "", "S.pack_into(buffer, offset, v1, v2, ...)", method_pack_into),
        Function::new(
            "unpack",
            "($self, buffer, /)",
            "Return a tuple containing unpacked values.",
            method_unpack,
        ),
        Function::new(
            "unpack_from",
            "($self, /, buffer, offset=0)",
            "Return a tuple containing unpacked values.",
            method_unpack_from,
        ),
        Function::new(
            "iter_unpack",
            "($self, buffer, /)",
            "Return an iterator yielding tuples.",
            method_iter_unpack,
        ),
    ],
    attributes: &[
        Attribute::read_only("format", "struct format string", |gil, value| {
            Ok(this(gil, Some(value))?.format.to_value())
        }),
        Attribute::read_only("size", "struct size in bytes", |gil, value| {
            Ok(int::from_usize(gil, this(gil, Some(value))?.layout.size))
        }),
    ],
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let made = convert::exception_class(gil, "error", "struct", Kind::Exception.class(gil).as_value())?;
    let _ = ERROR.get(gil).set(made.clone());
    module.set(gil, "error", made);
    module.set(gil, "Struct", crate::types::builder::build(gil, &SPEC).into_value());
    Ok(())
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_struct",
    doc: "Functions to convert between Python values and C structs represented as Python bytes objects.",
    functions: &[
        Function::new("pack", "", "pack(format, v1, v2, ...) -> bytes", pack),
        Function::new("pack_into", "", "pack_into(format, buffer, offset, v1, v2, ...)", pack_into),
        Function::new(
            "unpack",
            "($module, format, buffer, /)",
            "Return a tuple of the unpacked values.",
            unpack,
        ),
        Function::new(
            "unpack_from",
            "($module, format, /, buffer, offset=0)",
            "Return a tuple of the unpacked values.",
            unpack_from,
        ),
        Function::new(
            "iter_unpack",
            "($module, format, buffer, /)",
            "Return an iterator yielding tuples unpacked from the given bytes.",
            iter_unpack,
        ),
        Function::new("calcsize", "($module, format, /)", "Return size in bytes of the struct.", calcsize),
        Function::new("_clearcache", "($module, /)", "Clear the internal cache.", clear_cache),
    ],
    set_up: Some(set_up),
};
