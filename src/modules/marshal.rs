//! `marshal`: plain values and code objects as bytes.
//!
//! The form is this interpreter's own and good for the same build only, as CPython's is for one version only. Code is
//! written by the code room.

use std::rc::Rc;

use super::convert;
use crate::code::serial;
use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::{Kind, value_error};
use crate::object::{
    Arguments, Bits, Parameters, Payload, Raised, Ref, Result, Text, Value, operations, recursion,
};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::code::{self, CodeObject};
use crate::types::dict::{self, Dict};
use crate::types::float::Float;
use crate::types::int::{self, BigInt};
use crate::types::list::List;
use crate::types::module::{Module, ModuleSpec};
use crate::types::set::{self, FrozenSet, Set};
use crate::types::tuple::Tuple;
use crate::types::{buffer, complex, keyed};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "marshal",
    doc: "This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.",
    functions: &[
        Function::new(
            "dump",
            "($module, value, file, version=version, /, *, allow_code=True)",
            "Write the value on the open file.",
            dump,
        ),
        Function::new(
            "load",
            "($module, file, /, *, allow_code=True)",
            "Read one value from the open file and return it.",
            load,
        ),
        Function::new(
            "dumps",
            "($module, value, version=version, /, *, allow_code=True)",
            "Return the bytes object that would be written to a file by dump(value, file).",
            dumps,
        ),
        Function::new(
            "loads",
            "($module, bytes, /, *, allow_code=True)",
            "Convert the bytes-like object to a value.",
            loads,
        ),
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "version", convert::int(gil, 4));
    Ok(())
}

/// Whether code is allowed, by the keyword.
fn allows_code(gil: Gil<'_>, value: Option<&Value>) -> Result<bool> {
    value.map_or(Ok(true), |value| convert::to_bool(gil, value))
}

fn dump(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["value", "file", "version", "allow_code"], 2).positional_only(3).keyword_only(3);
    let [value, file, _, code] = arguments.bind(gil, "dump", &SIGNATURE)?;
    let mut writer = Writer { bytes: Vec::new(), code: allows_code(gil, code)? };
    writer.value(gil, convert::given(value))?;
    operations::call_method(gil, convert::given(file), "write", &[convert::bytes(gil, &writer.bytes)])
}

fn load(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> =
        Parameters::new(["file", "allow_code"], 1).positional_only(1).keyword_only(1);
    let [file, code] = arguments.bind(gil, "load", &SIGNATURE)?;
    let (file, code) = (convert::given(file), allows_code(gil, code)?);
    let data = operations::call_method(gil, file, "read", &[])?;
    let bytes = buffer::argument(gil, &data)?;
    let mut reader = Reader { rest: &bytes, code };
    let value = reader.value(gil)?;
    let unread = reader.rest.len() as i64;
    if unread > 0 {
        // What comes after the value is the next call's.
        operations::call_method(gil, file, "seek", &convert::ints(gil, [-unread, 1]))?;
    }
    Ok(value)
}

fn dumps(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> =
        Parameters::new(["value", "version", "allow_code"], 1).positional_only(2).keyword_only(2);
    let [value, _, code] = arguments.bind(gil, "dumps", &SIGNATURE)?;
    let mut writer = Writer { bytes: Vec::new(), code: allows_code(gil, code)? };
    writer.value(gil, convert::given(value))?;
    Ok(crate::types::bytes::of(gil, writer.bytes))
}

fn loads(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> =
        Parameters::new(["bytes", "allow_code"], 1).positional_only(1).keyword_only(1);
    let [data, code] = arguments.bind(gil, "loads", &SIGNATURE)?;
    let bytes = buffer::argument(gil, convert::given(data))?;
    Reader { rest: &bytes, code: allows_code(gil, code)? }.value(gil)
}

/// What a value begins with.
mod tag {
    pub const NONE: u8 = b'N';
    pub const TRUE: u8 = b'T';
    pub const FALSE: u8 = b'F';
    pub const ELLIPSIS: u8 = b'.';
    pub const STOP_ITERATION: u8 = b'S';
    pub const INT: u8 = b'i';
    pub const BIG_INT: u8 = b'l';
    pub const FLOAT: u8 = b'g';
    pub const COMPLEX: u8 = b'y';
    pub const TEXT: u8 = b'u';
    pub const BYTES: u8 = b's';
    pub const TUPLE: u8 = b'(';
    pub const LIST: u8 = b'[';
    pub const DICT: u8 = b'{';
    pub const SET: u8 = b'<';
    pub const FROZEN_SET: u8 = b'>';
    pub const CODE: u8 = b'c';
}

struct Writer {
    bytes: Vec<u8>,
    code: bool,
}

impl Writer {
    fn word(&mut self, word: u64) {
        self.bytes.extend_from_slice(&word.to_le_bytes());
    }

    fn chunk(&mut self, tag: u8, bytes: &[u8]) {
        self.bytes.push(tag);
        self.word(bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
    }

    fn values(&mut self, gil: Gil<'_>, tag: u8, values: &[Value]) -> Result<()> {
        self.bytes.push(tag);
        self.word(values.len() as u64);
        values.iter().try_for_each(|value| self.value(gil, value))
    }

    fn value(&mut self, gil: Gil<'_>, value: &Value) -> Result<()> {
        recursion::enter(gil).map_err(|_| value_error(gil, "object too deeply nested to marshal"))?;
        match value.bits() {
            Bits::NONE => self.bytes.push(tag::NONE),
            Bits::TRUE => self.bytes.push(tag::TRUE),
            Bits::FALSE => self.bytes.push(tag::FALSE),
            Bits::ELLIPSIS => self.bytes.push(tag::ELLIPSIS),
            bits => match (bits.as_int(), bits.as_float()) {
                (Some(number), _) => {
                    self.bytes.push(tag::INT);
                    self.word(number as u64);
                }
                (_, Some(number)) => {
                    self.bytes.push(tag::FLOAT);
                    self.word(number.to_bits());
                }
                _ => return self.object(gil, value),
            },
        }
        Ok(())
    }

    fn object(&mut self, gil: Gil<'_>, value: &Value) -> Result<()> {
        if let Some(text) = exact::<Text>(gil, value) {
            self.chunk(tag::TEXT, text.bytes());
        } else if let Some(bytes) = exact::<Bytes>(gil, value) {
            self.chunk(tag::BYTES, &bytes.bytes);
        } else if let Some(tuple) = exact::<Tuple>(gil, value) {
            self.values(gil, tag::TUPLE, &tuple.items)?;
        } else if let Some(list) = exact::<List>(gil, value) {
            let items = list.items.borrow().clone();
            self.values(gil, tag::LIST, &items)?;
        } else if let Some(dict) = exact::<Dict>(gil, value) {
            let pairs: Vec<Value> =
                dict::entries(dict).into_iter().flat_map(|(key, value)| [key, value]).collect();
            self.values(gil, tag::DICT, &pairs)?;
        } else if value.is_exact::<Set>(gil) || value.is_exact::<FrozenSet>(gil) {
            let items = operations::collect(gil, value)?;
            let tag = if value.is_exact::<Set>(gil) { tag::SET } else { tag::FROZEN_SET };
            self.values(gil, tag, &items)?;
        } else {
            self.rarer_object(gil, value)?;
        }
        Ok(())
    }

    fn rarer_object(&mut self, gil: Gil<'_>, value: &Value) -> Result<()> {
        if let Some(big) = value.downcast::<BigInt>().filter(|_| is_exactly(gil, value, "int")) {
            self.chunk(tag::BIG_INT, big.number.in_radix(16).to_string().as_bytes());
        } else if let Some(float) = value.downcast::<Float>().filter(|_| is_exactly(gil, value, "float")) {
            self.bytes.push(tag::FLOAT);
            self.word(float.number.to_bits());
        } else if let Some((real, imaginary)) =
            complex::parts(value).filter(|_| is_exactly(gil, value, "complex"))
        {
            self.bytes.push(tag::COMPLEX);
            self.word(real.to_bits());
            self.word(imaginary.to_bits());
        } else if let Some(code) = value.downcast::<CodeObject>() {
            if !self.code {
                return Err(value_error(gil, "marshalling code objects is disallowed"));
            }
            self.chunk(tag::CODE, &serial::write(&code.code));
        } else if let Some(array) = exact::<ByteArray>(gil, value) {
            self.chunk(tag::BYTES, &array.bytes.borrow());
        } else if value.is(Kind::StopIteration.class(gil).as_value()) {
            self.bytes.push(tag::STOP_ITERATION);
        } else if let Some(bytes) = buffer::contents(value) {
            self.chunk(tag::BYTES, &bytes);
        } else {
            return Err(value_error(gil, "unmarshallable object"));
        }
        Ok(())
    }
}

/// The object, if it is of exactly the built-in type: an instance of a subclass has more to it.
fn exact<'a, T: Payload>(gil: Gil<'_>, value: &'a Value) -> Option<&'a Ref<T>> {
    value.downcast::<T>().filter(|_| value.is_exact::<T>(gil))
}

/// Is it of exactly the built-in type of this name? For types whose values are mostly no objects.
fn is_exactly(gil: Gil<'_>, value: &Value, name: &str) -> bool {
    let class = value.class(gil);
    &*class.name() == name && !class.has(crate::object::class::flags::HEAP)
}

struct Reader<'a> {
    rest: &'a [u8],
    code: bool,
}

impl<'a> Reader<'a> {
    fn take(&mut self, gil: Gil<'_>, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or_else(|| too_short(gil))?;
        self.rest = rest;
        Ok(taken)
    }

    fn word(&mut self, gil: Gil<'_>) -> Result<u64> {
        let bytes = self.take(gil, 8)?;
        bytes.try_into().map(u64::from_le_bytes).map_err(|_| too_short(gil))
    }

    fn chunk(&mut self, gil: Gil<'_>) -> Result<&'a [u8]> {
        let count = self.word(gil)?;
        self.take(gil, usize::try_from(count).unwrap_or(usize::MAX))
    }

    fn values(&mut self, gil: Gil<'_>) -> Result<Vec<Value>> {
        let count = self.word(gil)?;
        if count > self.rest.len() as u64 {
            return Err(too_short(gil));
        }
        (0..count).map(|_| self.value(gil)).collect()
    }

    fn float(&mut self, gil: Gil<'_>) -> Result<f64> {
        self.word(gil).map(f64::from_bits)
    }

    fn value(&mut self, gil: Gil<'_>) -> Result<Value> {
        recursion::enter(gil).map_err(|_| value_error(gil, "recursion limit exceeded"))?;
        let [tag] = self.take(gil, 1)? else { return Err(too_short(gil)) };
        Ok(match *tag {
            tag::NONE => Value::NONE,
            tag::TRUE => Value::TRUE,
            tag::FALSE => Value::FALSE,
            tag::ELLIPSIS => Value::ELLIPSIS,
            tag::STOP_ITERATION => Kind::StopIteration.class(gil).to_value(),
            tag::INT => int::from_i64(gil, self.word(gil)? as i64),
            tag::BIG_INT => {
                let digits = String::from_utf8_lossy(self.chunk(gil)?);
                let number = dashu_int::IBig::from_str_radix(&digits, 16).map_err(|_| corrupt(gil))?;
                int::from_big(gil, number)
            }
            tag::FLOAT => Value::float(self.float(gil)?),
            tag::COMPLEX => complex::of(gil, self.float(gil)?, self.float(gil)?),
            tag::TEXT => self.text(gil)?,
            tag::BYTES => convert::bytes(gil, self.chunk(gil)?),
            tag::TUPLE => convert::tuple(gil, self.values(gil)?),
            tag::LIST => convert::list(gil, self.values(gil)?),
            tag::DICT => self.dict(gil)?,
            tag::SET => set::of(gil, &self.values(gil)?)?,
            tag::FROZEN_SET => set::frozen_of(gil, &self.values(gil)?)?,
            tag::CODE => self.code(gil)?,
            _ => return Err(value_error(gil, "bad marshal data (unknown type code)")),
        })
    }

    fn text(&mut self, gil: Gil<'_>) -> Result<Value> {
        let bytes = self.chunk(gil)?;
        if serial::is_text(bytes) {
            Ok(Ref::new(gil, Text::from_wtf8(bytes)).into_value())
        } else {
            Err(corrupt(gil))
        }
    }

    fn dict(&mut self, gil: Gil<'_>) -> Result<Value> {
        let pairs = self.values(gil)?;
        let dict = Ref::new(gil, Dict::new());
        for pair in pairs.chunks_exact(2) {
            keyed::set(gil, &dict.table, &pair[0], pair[1].clone())?;
        }
        Ok(dict.into_value())
    }

    fn code(&mut self, gil: Gil<'_>) -> Result<Value> {
        if !self.code {
            return Err(value_error(gil, "unmarshalling code objects is disallowed"));
        }
        let code = serial::read(self.chunk(gil)?).map_err(|_| corrupt(gil))?;
        Ok(code::load(gil, Rc::new(code)).into_value())
    }
}

#[cold]
fn too_short(gil: Gil<'_>) -> Raised {
    Raised::with_message(gil, Kind::EOFError, "marshal data too short")
}

#[cold]
fn corrupt(gil: Gil<'_>) -> Raised {
    value_error(gil, "bad marshal data (the contents do not fit their type)")
}
