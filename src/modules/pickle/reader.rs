//! The machine that runs a pickle: a stack of values, marks in it, and a memo.
//!
//! What an instruction makes of the stack is in `build`. A pickle in a file is read as its frames say; one without frames
//! piece by piece, so that nothing behind its end is taken.

use hashbrown::HashMap;

use super::opcode as op;
use super::{HIGHEST, unpickling_error};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{Kind, value_error};
use crate::object::{Raised, Result, Value, operations};
use crate::types::buffer;

/// How pickles are to be read.
#[derive(Clone)]
pub struct Settings {
    /// Are modules known by the names of Python 2?
    pub fix_imports: bool,
    /// Of the byte strings of Python 2; `bytes` leaves them as they are.
    pub encoding: String,
    pub errors: String,
    /// An iterator over the buffers that travelled apart.
    pub buffers: Option<Value>,
}

impl Settings {
    /// The settings that these arguments stand for.
    pub fn of(
        gil: Gil<'_>,
        fix_imports: Option<&Value>,
        encoding: Option<&Value>,
        errors: Option<&Value>,
        buffers: Option<&Value>,
    ) -> Result<Settings> {
        let text = |value: Option<&Value>, usual: &str| match value {
            Some(value) => {
                convert::text_argument(gil, value, "Unpickler", 0).map(|text| text.lossy().into_owned())
            }
            None => Ok(usual.to_owned()),
        };
        Ok(Settings {
            fix_imports: fix_imports.map_or(Ok(true), |fix| convert::to_bool(gil, fix))?,
            encoding: text(encoding, "ASCII")?,
            errors: text(errors, "strict")?,
            buffers: match buffers.filter(|buffers| !buffers.is_none()) {
                Some(buffers) => Some(operations::iterate(gil, buffers)?),
                None => None,
            },
        })
    }
}

/// Objects by place. Places are given out in order as a rule; those far beyond are kept apart, so that a number in a
/// pickle alone takes no memory.
#[derive(Default)]
pub struct Memo {
    near: Vec<Option<Value>>,
    far: HashMap<u32, Value>,
    count: u32,
}

impl Memo {
    /// Puts an object at a place; what was there comes back.
    pub fn put(&mut self, place: u32, object: Value) -> Option<Value> {
        let index = place as usize;
        let old = if index <= self.near.len() {
            if index == self.near.len() {
                self.near.push(None);
            }
            self.near[index].replace(object)
        } else {
            self.far.insert(place, object)
        };
        self.count += u32::from(old.is_none());
        old
    }

    fn get(&self, place: u32) -> Option<&Value> {
        let near = self.near.get(place as usize).and_then(Option::as_ref);
        near.or_else(|| self.far.get(&place))
    }

    /// The objects.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.near.iter().flatten().chain(self.far.values())
    }

    /// The objects with their places.
    pub fn entries(&self) -> Vec<(u32, Value)> {
        let near = self.near.iter().enumerate().filter_map(|(at, value)| Some((at as u32, value.clone()?)));
        near.chain(self.far.iter().map(|(at, value)| (*at, value.clone()))).collect()
    }
}

/// A pickle being read.
pub struct Reader<'a> {
    pub settings: Settings,
    /// The file's `read` and `readline`, if it comes from one.
    pub file: Option<(Value, Value)>,
    /// The unpickler's own way to find classes.
    pub find_class: Option<Value>,
    pub persistent_load: Option<Value>,
    pub memo: Memo,
    pub protocol: u8,
    pub stack: Vec<Value>,
    /// Where in the stack the marks are.
    marks: Vec<usize>,
    data: &'a [u8],
    /// The frame that was read from the file, in the place of `data`.
    frame: Vec<u8>,
    place: usize,
}

impl<'a> Reader<'a> {
    /// A reader of these bytes.
    pub fn new(data: &'a [u8], settings: Settings) -> Reader<'a> {
        Reader {
            settings,
            file: None,
            find_class: None,
            persistent_load: None,
            memo: Memo::default(),
            protocol: 0,
            stack: Vec::new(),
            marks: Vec::new(),
            data,
            frame: Vec::new(),
            place: 0,
        }
    }

    /// The object.
    pub fn run(&mut self, gil: Gil<'_>) -> Result<Value> {
        loop {
            let opcode = self.opcode(gil)?;
            if opcode == op::STOP {
                return self.pop(gil);
            }
            self.step(gil, opcode)?;
        }
    }

    // Reading.

    fn ahead(&self) -> &[u8] {
        let data = if self.file.is_some() { &self.frame } else { self.data };
        data.get(self.place..).unwrap_or(&[])
    }

    fn opcode(&mut self, gil: Gil<'_>) -> Result<u8> {
        if let Some(&opcode) = self.ahead().first() {
            self.place += 1;
            return Ok(opcode);
        }
        match self.read_file(gil, 1)?.first() {
            Some(&opcode) => Ok(opcode),
            None => Err(Raised::with_message(gil, Kind::EOFError, "Ran out of input")),
        }
    }

    /// What the file's `read` gives.
    fn read_file(&mut self, gil: Gil<'_>, count: usize) -> Result<Vec<u8>> {
        let Some((read, _)) = self.file.clone() else { return Ok(Vec::new()) };
        let data = operations::call_one(gil, &read, &convert::int(gil, count as i64))?;
        buffer::contents(&data).ok_or_else(|| {
            let name = data.class(gil).name();
            crate::object::raised::type_error(gil, format!("read() returned non-bytes object ({name})"))
        })
    }

    /// So many bytes.
    pub fn take(&mut self, gil: Gil<'_>, count: usize) -> Result<Vec<u8>> {
        let ahead = self.ahead();
        if let Some(taken) = ahead.get(..count) {
            let taken = taken.to_vec();
            self.place += count;
            return Ok(taken);
        }
        let mut taken = ahead.to_vec();
        self.place += taken.len();
        taken.extend(self.read_file(gil, count - taken.len())?);
        if taken.len() < count {
            return Err(unpickling_error(gil, "pickle data was truncated"));
        }
        Ok(taken)
    }

    /// A number of so few bytes that it fits.
    pub fn number(&mut self, gil: Gil<'_>, width: usize) -> Result<u64> {
        let mut word = [0; 8];
        if let Some(bytes) = self.ahead().get(..width) {
            word[..width].copy_from_slice(bytes);
            self.place += width;
        } else {
            word[..width].copy_from_slice(&self.take(gil, width)?[..width]);
        }
        Ok(u64::from_le_bytes(word))
    }

    /// A length of so many bytes, and that many bytes.
    fn counted(&mut self, gil: Gil<'_>, width: usize) -> Result<Vec<u8>> {
        let count = self.number(gil, width)?;
        if self.file.is_none() && count > self.ahead().len() as u64 {
            return Err(unpickling_error(gil, "pickle data was truncated"));
        }
        self.take(gil, usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// A line without its end.
    pub fn line(&mut self, gil: Gil<'_>) -> Result<Vec<u8>> {
        let ahead = self.ahead();
        if let Some(end) = ahead.iter().position(|&byte| byte == b'\n') {
            let line = ahead[..end].to_vec();
            self.place += end + 1;
            return Ok(line);
        }
        let mut line = ahead.to_vec();
        self.place += line.len();
        if let Some((_, read_line)) = self.file.clone() {
            let data = operations::call(gil, &read_line, crate::object::Arguments::NONE)?;
            line.extend(buffer::argument(gil, &data)?);
        }
        match line.pop() {
            Some(b'\n') => Ok(line),
            _ => Err(unpickling_error(gil, "pickle data was truncated")),
        }
    }

    fn begin_frame(&mut self, gil: Gil<'_>) -> Result<()> {
        let length = self.number(gil, 8)?;
        if length > i64::MAX as u64 {
            return Err(value_error(gil, format!("frame size > sys.maxsize: {length}")));
        }
        if self.file.is_some() && self.ahead().is_empty() {
            self.frame = self.take(gil, length as usize)?;
            self.place = 0;
            return Ok(());
        }
        if length > self.ahead().len() as u64 {
            return Err(unpickling_error(gil, "pickle data was truncated"));
        }
        Ok(())
    }

    // The stack.

    /// Where the values above the last mark begin.
    fn floor(&self) -> usize {
        self.marks.last().copied().unwrap_or(0)
    }

    #[cold]
    pub fn underflow(&self, gil: Gil<'_>) -> Raised {
        let message =
            if self.marks.is_empty() { "unpickling stack underflow" } else { "unexpected MARK found" };
        unpickling_error(gil, message)
    }

    /// The value on top.
    pub fn pop(&mut self, gil: Gil<'_>) -> Result<Value> {
        if self.stack.len() <= self.floor() {
            return Err(self.underflow(gil));
        }
        self.stack.pop().ok_or_else(|| self.underflow(gil))
    }

    /// The value on top, which stays.
    pub fn top(&self, gil: Gil<'_>) -> Result<Value> {
        match self.stack.last() {
            Some(top) if self.stack.len() > self.floor() => Ok(top.clone()),
            _ => Err(self.underflow(gil)),
        }
    }

    /// The values above the last mark, which goes.
    pub fn pop_mark(&mut self, gil: Gil<'_>) -> Result<Vec<Value>> {
        match self.marks.pop() {
            Some(mark) => Ok(self.stack.split_off(mark)),
            None => Err(unpickling_error(gil, "could not find MARK")),
        }
    }

    pub fn push(&mut self, value: Value) {
        self.stack.push(value);
    }

    fn discard(&mut self, gil: Gil<'_>) -> Result<()> {
        if self.stack.len() > self.floor() {
            self.stack.pop();
        } else if self.marks.pop().is_none() {
            return Err(self.underflow(gil));
        }
        Ok(())
    }

    fn push_tuple(&mut self, gil: Gil<'_>, count: usize) -> Result<()> {
        if self.stack.len() < self.floor() + count {
            return Err(self.underflow(gil));
        }
        let items = self.stack.split_off(self.stack.len() - count);
        self.push(convert::tuple(gil, items));
        Ok(())
    }

    // The memo.

    fn remember(&mut self, gil: Gil<'_>, place: u32) -> Result<()> {
        let top = self.top(gil)?;
        let old = self.memo.put(place, top);
        drop(old);
        Ok(())
    }

    fn recall(&mut self, gil: Gil<'_>, place: u64) -> Result<()> {
        match u32::try_from(place).ok().and_then(|place| self.memo.get(place)).cloned() {
            Some(object) => {
                self.push(object);
                Ok(())
            }
            None => Err(unpickling_error(gil, format!("Memo value not found at index {place}"))),
        }
    }

    /// A place in decimal.
    fn place_in_line(&mut self, gil: Gil<'_>) -> Result<u64> {
        let line = self.line(gil)?;
        let number = self.decimal(gil, &line)?;
        let number = convert::to_i64(gil, &number)?;
        u64::try_from(number).map_err(|_| value_error(gil, "negative PUT argument"))
    }

    fn put_in_line(&mut self, gil: Gil<'_>) -> Result<()> {
        let place = self.place_in_line(gil)?;
        match u32::try_from(place) {
            Ok(place) => self.remember(gil, place),
            Err(_) => Err(crate::object::raised::memory_error(gil, "")),
        }
    }

    /// An int in decimal.
    fn decimal(&self, gil: Gil<'_>, line: &[u8]) -> Result<Value> {
        let class = crate::types::int::class(gil).to_value();
        operations::call_one(gil, &class, &convert::text(gil, &String::from_utf8_lossy(line)))
    }

    /// Runs one instruction.
    fn step(&mut self, gil: Gil<'_>, opcode: u8) -> Result<()> {
        match opcode {
            op::PROTO => {
                let protocol = self.number(gil, 1)?;
                if protocol > HIGHEST as u64 {
                    return Err(value_error(gil, format!("unsupported pickle protocol: {protocol}")));
                }
                self.protocol = protocol as u8;
            }
            op::FRAME => self.begin_frame(gil)?,
            op::MARK => self.marks.push(self.stack.len()),
            op::POP => self.discard(gil)?,
            op::POP_MARK => drop(self.pop_mark(gil)?),
            op::DUP => {
                let top = self.top(gil)?;
                self.push(top);
            }
            op::PUT => self.put_in_line(gil)?,
            op::BINPUT => {
                let place = self.number(gil, 1)?;
                self.remember(gil, place as u32)?;
            }
            op::LONG_BINPUT => {
                let place = self.number(gil, 4)?;
                self.remember(gil, place as u32)?;
            }
            op::MEMOIZE => self.remember(gil, self.memo.count)?,
            op::GET => {
                let place = self.place_in_line(gil)?;
                self.recall(gil, place)?;
            }
            op::BINGET => {
                let place = self.number(gil, 1)?;
                self.recall(gil, place)?;
            }
            op::LONG_BINGET => {
                let place = self.number(gil, 4)?;
                self.recall(gil, place)?;
            }
            op::NONE => self.push(Value::NONE),
            op::NEWTRUE => self.push(Value::TRUE),
            op::NEWFALSE => self.push(Value::FALSE),
            op::BININT1 => {
                let number = self.number(gil, 1)? as i64;
                self.push(convert::int(gil, number));
            }
            op::BININT2 => {
                let number = self.number(gil, 2)? as i64;
                self.push(convert::int(gil, number));
            }
            op::BININT => {
                let number = self.number(gil, 4)? as u32 as i32;
                self.push(convert::int(gil, number.into()));
            }
            op::LONG1 => {
                let bytes = self.counted(gil, 1)?;
                self.push(super::build::whole(gil, &bytes));
            }
            op::BINFLOAT => {
                let bits = self.number(gil, 8)?.swap_bytes();
                self.push(Value::float(f64::from_bits(bits)));
            }
            op::SHORT_BINUNICODE => self.push_text(gil, 1)?,
            op::BINUNICODE => self.push_text(gil, 4)?,
            op::BINUNICODE8 => self.push_text(gil, 8)?,
            op::SHORT_BINBYTES => self.push_bytes(gil, 1)?,
            op::BINBYTES => self.push_bytes(gil, 4)?,
            op::BINBYTES8 => self.push_bytes(gil, 8)?,
            op::BYTEARRAY8 => {
                let bytes = self.counted(gil, 8)?;
                self.push(crate::types::bytearray::of(gil, bytes));
            }
            op::EMPTY_TUPLE => self.push(convert::tuple(gil, Vec::new())),
            op::TUPLE1 => self.push_tuple(gil, 1)?,
            op::TUPLE2 => self.push_tuple(gil, 2)?,
            op::TUPLE3 => self.push_tuple(gil, 3)?,
            op::TUPLE => {
                let items = self.pop_mark(gil)?;
                self.push(convert::tuple(gil, items));
            }
            op::EMPTY_LIST => self.push(convert::list(gil, Vec::new())),
            op::LIST => {
                let items = self.pop_mark(gil)?;
                self.push(convert::list(gil, items));
            }
            _ => return self.build(gil, opcode),
        }
        Ok(())
    }

    fn push_text(&mut self, gil: Gil<'_>, width: usize) -> Result<()> {
        let bytes = self.counted(gil, width)?;
        let text = super::build::text(gil, bytes)?;
        self.push(text);
        Ok(())
    }

    fn push_bytes(&mut self, gil: Gil<'_>, width: usize) -> Result<()> {
        let bytes = self.counted(gil, width)?;
        self.push(crate::types::bytes::of(gil, bytes));
        Ok(())
    }

    /// An int as protocol 0 has it, which stands for truth values too.
    pub fn push_old_int(&mut self, gil: Gil<'_>) -> Result<()> {
        let line = self.line(gil)?;
        let value = match &line[..] {
            b"00" => Value::FALSE,
            b"01" => Value::TRUE,
            line => {
                let class = crate::types::int::class(gil).to_value();
                let arguments = [convert::text(gil, &String::from_utf8_lossy(line)), convert::int(gil, 0)];
                let arguments = crate::object::Arguments::positional(&arguments);
                operations::call(gil, &class, arguments)
                    .map_err(|_| value_error(gil, "could not convert string to int"))?
            }
        };
        self.push(value);
        Ok(())
    }

    /// An int of any size in decimal.
    pub fn push_old_long(&mut self, gil: Gil<'_>) -> Result<()> {
        let mut line = self.line(gil)?;
        if line.last() == Some(&b'L') {
            line.pop();
        }
        let number = self.decimal(gil, &line)?;
        self.push(number);
        Ok(())
    }

    /// Bytes after a signed length of four bytes.
    pub fn signed_counted(&mut self, gil: Gil<'_>, what: &str) -> Result<Vec<u8>> {
        let length = self.number(gil, 4)? as u32 as i32;
        match usize::try_from(length) {
            Ok(length) => self.take(gil, length),
            Err(_) => Err(unpickling_error(gil, format!("{what} pickle has negative byte count"))),
        }
    }

    /// A short byte string of Python 2.
    pub fn short_string(&mut self, gil: Gil<'_>) -> Result<Vec<u8>> {
        self.counted(gil, 1)
    }
}
