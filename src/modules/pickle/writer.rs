//! Values of built-in types into a pickle.
//!
//! From protocol 4 on the opcodes are in frames, which end at the first boundary between objects past 64 KiB; byte strings
//! of that size travel outside of frames.

use hashbrown::HashMap;

use super::buffer::PickleBuffer;
use super::opcode as op;
use super::pickler::Settings;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{overflow_error, recursion_error};
use crate::object::{Bits, Payload, Ref, Result, Text, Value, operations, recursion};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::dict::{self, Dict};
use crate::types::int::BigInt;
use crate::types::list::List;
use crate::types::set::{FrozenSet, Set};
use crate::types::tuple::Tuple;

const FRAME_TARGET: usize = 64 * 1024;
/// A shorter frame costs more than it saves.
const FRAME_LEAST: usize = 4;
/// Bytes of a frame's head: the opcode and the length.
const FRAME_HEAD: usize = 9;
/// So many items are appended at once.
const BATCH: usize = 1000;

/// What has been written, by identity.
///
/// Invariant: `kept` has an object for each place, so that none dies and lends its identity to another one.
#[derive(Default)]
pub struct Memo {
    places: HashMap<u64, u32>,
    kept: Vec<Value>,
}

impl Memo {
    /// A memo with these objects in their order.
    pub fn of(objects: impl Iterator<Item = Value>) -> Memo {
        let mut memo = Memo::default();
        for object in objects {
            memo.add(&object);
        }
        memo
    }

    /// The objects by place.
    pub fn kept(&self) -> &[Value] {
        &self.kept
    }

    fn add(&mut self, object: &Value) -> u32 {
        let place = self.kept.len() as u32;
        self.places.insert(object.bits().raw(), place);
        self.kept.push(object.clone());
        place
    }
}

/// A pickle in the making.
pub struct Writer {
    pub settings: Settings,
    pub memo: Memo,
    /// Is nothing remembered?
    pub fast: bool,
    pub persistent_id: Option<Value>,
    pub reducer_override: Option<Value>,
    /// The pickler's own `dispatch_table`.
    pub reductions: Option<Value>,
    out: Vec<u8>,
    /// Where the frame's contents begin.
    frame: Option<usize>,
}

impl Writer {
    /// An empty pickle.
    pub fn new(settings: Settings) -> Writer {
        Writer {
            settings,
            memo: Memo::default(),
            fast: false,
            persistent_id: None,
            reducer_override: None,
            reductions: None,
            out: Vec::new(),
            frame: None,
        }
    }

    /// The pickle of an object.
    pub fn run(mut self, gil: Gil<'_>, object: &Value) -> Result<Vec<u8>> {
        self.run_to(gil, object)
    }

    /// The same of a writer that is wanted afterwards for its memo.
    pub fn run_to(&mut self, gil: Gil<'_>, object: &Value) -> Result<Vec<u8>> {
        if self.protocol() >= 2 {
            self.out.extend([op::PROTO, self.protocol()]);
        }
        self.save(gil, object)?;
        self.op(op::STOP);
        self.end_frame();
        Ok(std::mem::take(&mut self.out))
    }

    pub fn protocol(&self) -> u8 {
        self.settings.protocol
    }

    /// Are there opcodes in bytes?
    pub fn binary(&self) -> bool {
        self.protocol() >= 1
    }

    // What leaves.

    pub fn write(&mut self, bytes: &[u8]) {
        if self.frame.is_none() && self.protocol() >= 4 {
            self.out.extend([0; FRAME_HEAD]);
            self.frame = Some(self.out.len());
        }
        self.out.extend_from_slice(bytes);
    }

    pub fn op(&mut self, opcode: u8) {
        self.write(&[opcode]);
    }

    fn end_frame(&mut self) {
        let Some(start) = self.frame.take() else { return };
        let size = self.out.len() - start;
        let head = start - FRAME_HEAD;
        if size < FRAME_LEAST {
            self.out.drain(head..start);
            return;
        }
        self.out[head] = op::FRAME;
        self.out[head + 1..start].copy_from_slice(&(size as u64).to_le_bytes());
    }

    /// Writes a head and bytes, which travel outside of frames if they are many.
    fn write_large(&mut self, head: &[u8], bytes: &[u8]) {
        if bytes.len() < FRAME_TARGET || self.protocol() < 4 {
            self.write(head);
            self.write(bytes);
        } else {
            self.end_frame();
            self.out.extend_from_slice(head);
            self.out.extend_from_slice(bytes);
        }
    }

    // The memo.

    pub fn memoize(&mut self, object: &Value) {
        if self.fast {
            return;
        }
        let place = self.memo.add(object);
        match self.protocol() {
            4.. => self.op(op::MEMOIZE),
            0 => self.write(format!("p{place}\n").as_bytes()),
            _ => match u8::try_from(place) {
                Ok(place) => self.write(&[op::BINPUT, place]),
                Err(_) => self.numbered(op::LONG_BINPUT, &place.to_le_bytes()),
            },
        }
    }

    /// Refers to an object that was written before; false if it was not.
    pub fn recall(&mut self, object: &Value) -> bool {
        let Some(&place) = self.memo.places.get(&object.bits().raw()) else { return false };
        match u8::try_from(place) {
            _ if !self.binary() => self.write(format!("g{place}\n").as_bytes()),
            Ok(place) => self.write(&[op::BINGET, place]),
            Err(_) => self.numbered(op::LONG_BINGET, &place.to_le_bytes()),
        }
        true
    }

    pub fn is_known(&self, object: &Value) -> bool {
        self.memo.places.contains_key(&object.bits().raw())
    }

    pub fn numbered(&mut self, opcode: u8, number: &[u8]) {
        self.op(opcode);
        self.write(number);
    }

    // Any object.

    /// Writes an object.
    pub fn save(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        recursion::enter(gil)
            .map_err(|_| recursion_error(gil, "maximum recursion depth exceeded while pickling an object"))?;
        if let Some(hook) = self.persistent_id.clone() {
            let identifier = operations::call_one(gil, &hook, object)?;
            if !identifier.is_none() {
                return self.save_persistent(gil, &identifier);
            }
        }
        self.save_itself(gil, object)
    }

    /// Writes an object, whatever `persistent_id` says of it.
    pub fn save_itself(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        if let Some(start) = self.frame
            && self.out.len() - start >= FRAME_TARGET
        {
            self.end_frame();
        }
        let bits = object.bits();
        match bits {
            Bits::NONE => self.op(op::NONE),
            Bits::TRUE | Bits::FALSE => self.save_bool(bits == Bits::TRUE),
            _ => {
                if let Some(number) = bits.as_int() {
                    self.save_int(number);
                } else if let Some(number) = bits.as_float() {
                    return self.save_float(gil, object, number);
                } else {
                    return self.save_object(gil, object);
                }
            }
        }
        Ok(())
    }

    fn save_object(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        if let Some(big) = object.downcast::<BigInt>().filter(|_| is_exact_int(gil, object)) {
            return self.save_big_int(gil, big);
        }
        if self.recall(object) {
            return Ok(());
        }
        if let Some(text) = exact::<Text>(gil, object) {
            self.save_text(object, text);
        } else if let Some(tuple) = exact::<Tuple>(gil, object) {
            return self.save_tuple(gil, object, &tuple.items);
        } else if exact::<List>(gil, object).is_some() {
            return self.save_list(gil, object);
        } else if let Some(dict) = exact::<Dict>(gil, object) {
            return self.save_dict(gil, object, dict);
        } else if let Some(bytes) = exact::<Bytes>(gil, object) {
            return self.save_bytes(gil, object, &bytes.bytes);
        } else if object.is_exact::<ByteArray>(gil) {
            return self.save_bytearray(gil, object);
        } else if object.is_exact::<Set>(gil) {
            return self.save_set(gil, object);
        } else if object.is_exact::<FrozenSet>(gil) {
            return self.save_frozenset(gil, object);
        } else if let Some(buffer) = object.downcast::<PickleBuffer>() {
            return self.save_buffer(gil, object, buffer);
        } else {
            return self.save_by_reduction(gil, object);
        }
        Ok(())
    }

    // Numbers, texts, bytes.

    fn save_bool(&mut self, truth: bool) {
        match (self.protocol() >= 2, truth) {
            (true, true) => self.op(op::NEWTRUE),
            (true, false) => self.op(op::NEWFALSE),
            (false, true) => self.write(b"I01\n"),
            (false, false) => self.write(b"I00\n"),
        }
    }

    fn save_int(&mut self, number: i64) {
        if self.binary() {
            if let Ok(number) = u8::try_from(number) {
                return self.write(&[op::BININT1, number]);
            }
            if let Ok(number) = u16::try_from(number) {
                let [low, high] = number.to_le_bytes();
                return self.write(&[op::BININT2, low, high]);
            }
        }
        match i32::try_from(number) {
            Ok(number) if self.binary() => self.numbered(op::BININT, &number.to_le_bytes()),
            Ok(number) => self.write(format!("I{number}\n").as_bytes()),
            Err(_) if self.protocol() < 2 => self.write(format!("L{number}L\n").as_bytes()),
            Err(_) => {
                // Two's complement with room for the sign, which a power of two on the negative side does not need.
                let magnitude = if number < 0 { !number } else { number };
                let length = (64 - magnitude.leading_zeros() as usize) / 8 + 1;
                let bytes = i128::from(number).to_le_bytes();
                self.write(&[op::LONG1, length as u8]);
                self.write(&bytes[..length]);
            }
        }
    }

    fn save_big_int(&mut self, gil: Gil<'_>, big: &Ref<BigInt>) -> Result<()> {
        if self.protocol() < 2 {
            self.write(format!("L{}L\n", big.number).as_bytes());
            return Ok(());
        }
        let bytes = big.number.to_le_bytes();
        match (u8::try_from(bytes.len()), i32::try_from(bytes.len())) {
            (Ok(length), _) => self.write(&[op::LONG1, length]),
            (_, Ok(length)) => self.numbered(op::LONG4, &length.to_le_bytes()),
            _ => return Err(overflow_error(gil, "int too large to pickle")),
        }
        self.write(&bytes);
        Ok(())
    }

    fn save_float(&mut self, gil: Gil<'_>, object: &Value, number: f64) -> Result<()> {
        if self.binary() {
            self.numbered(op::BINFLOAT, &number.to_be_bytes());
        } else {
            let shown = operations::repr(gil, object)?;
            self.op(op::FLOAT);
            self.write(shown.bytes());
            self.write(b"\n");
        }
        Ok(())
    }

    fn save_text(&mut self, object: &Value, text: &Ref<Text>) {
        let bytes = text.bytes();
        if !self.binary() {
            let escaped = escaped(text);
            self.op(op::UNICODE);
            self.write(&escaped);
            self.write(b"\n");
        } else {
            let short = if self.protocol() >= 4 { Some(op::SHORT_BINUNICODE) } else { None };
            let long = if self.protocol() >= 4 { Some(op::BINUNICODE8) } else { None };
            self.sized(short, op::BINUNICODE, long, bytes);
        }
        self.memoize(object);
    }

    /// Bytes after their length, in as few bytes as the opcodes allow.
    fn sized(&mut self, short: Option<u8>, usual: u8, long: Option<u8>, bytes: &[u8]) {
        let length = bytes.len();
        match (short, long) {
            (Some(short), _) if length <= 0xFF => {
                self.write(&[short, length as u8]);
                self.write(bytes);
            }
            (_, Some(long)) if length > u32::MAX as usize => {
                let mut head = vec![long];
                head.extend((length as u64).to_le_bytes());
                self.write_large(&head, bytes);
            }
            _ => {
                let [a, b, c, d] = (length as u32).to_le_bytes();
                self.write_large(&[usual, a, b, c, d], bytes);
            }
        }
    }

    /// Bytes that do not change.
    pub fn save_bytes(&mut self, gil: Gil<'_>, object: &Value, bytes: &[u8]) -> Result<()> {
        if self.protocol() >= 3 {
            let long = if self.protocol() >= 4 { Some(op::BINBYTES8) } else { None };
            self.sized(Some(op::SHORT_BINBYTES), op::BINBYTES, long, bytes);
            self.memoize(object);
            return Ok(());
        }
        if bytes.is_empty() {
            let class = Bytes::layout().exact.get(gil).class().to_value();
            return self.save_call(gil, &class, Vec::new(), object);
        }
        let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
        let encode = super::reduction::attribute(gil, "_codecs", "encode")?;
        self.save_call(gil, &encode, vec![convert::text(gil, &text), convert::text(gil, "latin1")], object)
    }

    /// Bytes that are a bytearray when they are read.
    pub fn save_changeable(&mut self, object: &Value, bytes: &[u8]) {
        let mut head = vec![op::BYTEARRAY8];
        head.extend((bytes.len() as u64).to_le_bytes());
        self.write_large(&head, bytes);
        self.memoize(object);
    }

    fn save_bytearray(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        let bytes = convert::bytes_like(gil, object)?;
        if self.protocol() >= 5 {
            self.save_changeable(object, &bytes);
            return Ok(());
        }
        let class = ByteArray::layout().exact.get(gil).class().to_value();
        let arguments = if bytes.is_empty() { Vec::new() } else { vec![convert::bytes(gil, &bytes)] };
        self.save_call(gil, &class, arguments, object)
    }

    // Containers.

    fn save_all(&mut self, gil: Gil<'_>, items: &[Value]) -> Result<()> {
        items.iter().try_for_each(|item| self.save(gil, item))
    }

    fn save_tuple(&mut self, gil: Gil<'_>, object: &Value, items: &[Value]) -> Result<()> {
        if items.is_empty() {
            if self.binary() {
                self.op(op::EMPTY_TUPLE);
            } else {
                self.write(&[op::MARK, op::TUPLE]);
            }
            return Ok(());
        }
        let short = items.len() <= 3 && self.protocol() >= 2;
        if !short {
            self.op(op::MARK);
        }
        self.save_all(gil, items)?;
        if self.is_known(object) {
            // An item led back to the tuple, which was written there.
            match (short, self.binary()) {
                (true, _) => self.write(&vec![op::POP; items.len()]),
                (false, true) => self.op(op::POP_MARK),
                (false, false) => self.write(&vec![op::POP; items.len() + 1]),
            }
            self.recall(object);
            return Ok(());
        }
        self.op(match items.len() {
            1 if short => op::TUPLE1,
            2 if short => op::TUPLE2,
            3 if short => op::TUPLE3,
            _ => op::TUPLE,
        });
        self.memoize(object);
        Ok(())
    }

    fn open(&mut self, empty: u8, old: u8, object: &Value) {
        if self.binary() {
            self.op(empty);
        } else {
            self.write(&[op::MARK, old]);
        }
        self.memoize(object);
    }

    /// A list may change while its items are written: each batch is of what it holds then.
    fn save_list(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        self.open(op::EMPTY_LIST, op::LIST, object);
        let Some(list) = object.downcast::<List>() else { return Ok(()) };
        let batch_from = |start: usize| -> Vec<Value> {
            let items = list.items.borrow();
            items.iter().skip(start).take(BATCH).cloned().collect()
        };
        let mut done = 0;
        loop {
            let batch = batch_from(done);
            if batch.is_empty() {
                return Ok(());
            }
            let alone = done == 0 && batch.len() == 1;
            done += batch.len();
            self.save_batch(gil, &batch, op::APPEND, op::APPENDS, 1, alone)?;
        }
    }

    /// Items, or pairs of them, for the object on the stack.
    fn save_batch(
        &mut self,
        gil: Gil<'_>,
        batch: &[Value],
        one: u8,
        many: u8,
        width: usize,
        alone: bool,
    ) -> Result<()> {
        if !self.binary() {
            for entry in batch.chunks(width) {
                self.save_all(gil, entry)?;
                self.op(one);
            }
            return Ok(());
        }
        if !alone {
            self.op(op::MARK);
        }
        self.save_all(gil, batch)?;
        self.op(if alone { one } else { many });
        Ok(())
    }

    fn save_dict(&mut self, gil: Gil<'_>, object: &Value, dict: &Ref<Dict>) -> Result<()> {
        self.open(op::EMPTY_DICT, op::DICT, object);
        let pairs: Vec<Value> =
            dict::entries(dict).into_iter().flat_map(|(key, value)| [key, value]).collect();
        for batch in pairs.chunks(2 * BATCH) {
            self.save_batch(gil, batch, op::SETITEM, op::SETITEMS, 2, pairs.len() == 2)?;
        }
        self.end_batches(pairs.len() / 2, op::SETITEMS);
        Ok(())
    }

    /// After a full batch comes another one, though it be empty: so CPython's pickles are.
    fn end_batches(&mut self, count: usize, opcode: u8) {
        if count > 0 && count.is_multiple_of(BATCH) && self.binary() {
            self.write(&[op::MARK, opcode]);
        }
    }

    fn save_set(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        let items = operations::collect(gil, object)?;
        if self.protocol() < 4 {
            let class = Set::layout().exact.get(gil).class().to_value();
            return self.save_call(gil, &class, vec![convert::list(gil, items)], object);
        }
        self.op(op::EMPTY_SET);
        self.memoize(object);
        for batch in items.chunks(BATCH) {
            self.op(op::MARK);
            self.save_all(gil, batch)?;
            self.op(op::ADDITEMS);
        }
        self.end_batches(items.len(), op::ADDITEMS);
        Ok(())
    }

    fn save_frozenset(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        let items = operations::collect(gil, object)?;
        if self.protocol() < 4 {
            let class = FrozenSet::layout().exact.get(gil).class().to_value();
            return self.save_call(gil, &class, vec![convert::list(gil, items)], object);
        }
        self.op(op::MARK);
        self.save_all(gil, &items)?;
        if self.is_known(object) {
            self.op(op::POP_MARK);
            self.recall(object);
            return Ok(());
        }
        self.op(op::FROZENSET);
        self.memoize(object);
        Ok(())
    }

    /// What an iterator yields, for the object on the stack: items to append, or pairs to set.
    pub fn save_iterator(&mut self, gil: Gil<'_>, iterator: &Value, pairs: bool) -> Result<()> {
        let (one, many, width) =
            if pairs { (op::SETITEM, op::SETITEMS, 2) } else { (op::APPEND, op::APPENDS, 1) };
        loop {
            let mut batch = Vec::new();
            while batch.len() < BATCH * width {
                let Some(item) = operations::next(gil, iterator)? else { break };
                if !pairs {
                    batch.push(item);
                    continue;
                }
                match convert::tuple_items(&item).as_deref() {
                    Some([key, value]) => batch.extend([key.clone(), value.clone()]),
                    _ => {
                        return Err(crate::object::raised::type_error(
                            gil,
                            "dict items iterator must return 2-tuples",
                        ));
                    }
                }
            }
            if batch.is_empty() {
                return Ok(());
            }
            let last = batch.len() < BATCH * width;
            let alone = batch.len() == width;
            self.save_batch(gil, &batch, one, many, width, alone)?;
            if last {
                return Ok(());
            }
        }
    }
}

/// The object, if it is of exactly the built-in type.
fn exact<'a, T: Payload>(gil: Gil<'_>, value: &'a Value) -> Option<&'a Ref<T>> {
    value.downcast::<T>().filter(|_| value.is_exact::<T>(gil))
}

fn is_exact_int(gil: Gil<'_>, value: &Value) -> bool {
    value.class(gil).is(crate::types::int::class(gil))
}

/// A text in one line, as protocol 0 has it.
fn escaped(text: &Ref<Text>) -> Vec<u8> {
    let mut line = Vec::with_capacity(text.bytes().len());
    for point in text.characters() {
        match point {
            0x5C | 0 | 0x0A | 0x0D | 0x1A => line.extend(format!("\\u{point:04x}").bytes()),
            0..=0xFF => line.push(point as u8),
            0x100..=0xFFFF => line.extend(format!("\\u{point:04x}").bytes()),
            _ => line.extend(format!("\\U{point:08x}").bytes()),
        }
    }
    line
}
