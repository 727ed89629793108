//! The scanner: the value that begins at a place of a text.

use std::cell::RefCell;

use hashbrown::HashTable;

use super::strings::{self, decode_error};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::TypeSpec;
use crate::object::raised::{Kind, Raised, type_error, value_error};
use crate::object::{
    Arguments, Payload, Ref, Result, SlotTable, Storage, Table, Text, Value, Visit, intern, operations, text,
};
use crate::payload;
use crate::types::dict::Dict;
use crate::types::{float, int, str};

/// The payload of `_json.Scanner`: the options of a decoder, None where the plain thing is wanted.
pub struct Scanner {
    strict: bool,
    object_hook: Option<Value>,
    pairs_hook: Option<Value>,
    parse_float: Option<Value>,
    parse_int: Option<Value>,
    parse_constant: Value,
    /// Room for the keys of a text, which is kept from one scan to the next; empty between them.
    room: RefCell<HashTable<Ref<Text>>>,
}

impl Payload for Scanner {
    payload!(Scanner, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        let hooks = [&self.object_hook, &self.pairs_hook, &self.parse_float, &self.parse_int];
        hooks.into_iter().flatten().for_each(&mut *visit);
        visit(&self.parse_constant);
    }
}

/// `make_scanner(context)`.
pub fn make(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [context] = arguments.exactly(gil, "make_scanner")?;
    let option = |name: &str| operations::get_attribute(gil, context, &intern(gil, name));
    let hook = |name: &str| option(name).map(|hook| Some(hook).filter(|hook| !hook.is_none()));
    let plain = |value: Value, class: &Value| Some(value).filter(|value| !value.is(class));
    let scanner = Scanner {
        strict: convert::to_bool(gil, &option("strict")?)?,
        object_hook: hook("object_hook")?,
        pairs_hook: hook("object_pairs_hook")?,
        parse_float: plain(option("parse_float")?, Value::float(0.0).class(gil).as_value()),
        parse_int: plain(option("parse_int")?, convert::int(gil, 0).class(gil).as_value()),
        parse_constant: option("parse_constant")?,
        room: RefCell::default(),
    };
    Ok(Ref::new(gil, scanner).into_value())
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let Some(scanner) = value.downcast::<Scanner>() else {
        return Err(type_error(gil, "a Scanner is required"));
    };
    let string = arguments.positionals().first().or_else(|| arguments.keyword("string"));
    let place = arguments.positionals().get(1).or_else(|| arguments.keyword("idx"));
    let (string, place) = (convert::given(string), convert::given(place));
    let Some(text) = string.downcast::<Text>() else {
        let name = string.class(gil).name();
        return Err(type_error(gil, format!("first argument must be a string, not {name}")));
    };
    let Ok(place) = usize::try_from(convert::to_i64(gil, place)?) else {
        return Err(value_error(gil, "idx cannot be negative"));
    };
    if place > text.length() {
        return Err(stop(gil, place));
    }
    let mut run = Run { gil, scanner, text, buffer: Vec::new(), keys: scanner.room.take() };
    let result = run.value(text.offset(place));
    if run.keys.len() < MOST_KEPT {
        run.keys.clear();
        scanner.room.replace(run.keys);
    }
    let (found, end) = result?;
    Ok(convert::tuple(gil, vec![found, convert::int(gil, text.position(end) as i64)]))
}

/// Room for more keys than this is given back.
const MOST_KEPT: usize = 1024;

/// No value begins there.
#[cold]
fn stop(gil: Gil<'_>, place: usize) -> Raised {
    convert::raise(gil, Kind::StopIteration, &[convert::int(gil, place as i64)])
}

/// One scan; places are in bytes.
struct Run<'a, 'g> {
    gil: Gil<'g>,
    scanner: &'a Scanner,
    text: &'a Ref<Text>,
    buffer: Vec<u8>,
    /// Equal keys become one object.
    keys: HashTable<Ref<Text>>,
}

type Found = Result<(Value, usize)>;

impl Run<'_, '_> {
    fn byte(&self, at: usize) -> u8 {
        // No byte of a text is zero but the character itself, which begins nothing.
        self.text.bytes().get(at).copied().unwrap_or(0)
    }

    fn skip(&self, mut at: usize) -> usize {
        while matches!(self.byte(at), b' ' | b'\t' | b'\n' | b'\r') {
            at += 1;
        }
        at
    }

    fn error(&self, message: &str, at: usize) -> Raised {
        decode_error(self.gil, message, self.text, at)
    }

    fn value(&mut self, at: usize) -> Found {
        let rest = &self.text.bytes()[at.min(self.text.bytes().len())..];
        match self.byte(at) {
            b'"' => {
                let (piece, end) =
                    strings::read(self.gil, self.text, at + 1, self.scanner.strict, &mut self.buffer)?;
                Ok((str::copy(self.gil, piece), end))
            }
            b'{' => self.object(at + 1),
            b'[' => self.array(at + 1),
            b'n' if rest.starts_with(b"null") => Ok((Value::NONE, at + 4)),
            b't' if rest.starts_with(b"true") => Ok((Value::bool(true), at + 4)),
            b'f' if rest.starts_with(b"false") => Ok((Value::bool(false), at + 5)),
            b'N' if rest.starts_with(b"NaN") => self.constant("NaN", at),
            b'I' if rest.starts_with(b"Infinity") => self.constant("Infinity", at),
            b'-' if rest.starts_with(b"-Infinity") => self.constant("-Infinity", at),
            _ => self.number(at),
        }
    }

    fn constant(&self, name: &str, at: usize) -> Found {
        let found =
            operations::call_one(self.gil, &self.scanner.parse_constant, &convert::text(self.gil, name))?;
        Ok((found, at + name.len()))
    }

    fn array(&mut self, at: usize) -> Found {
        crate::object::recursion::enter(self.gil)?;
        let mut items = Vec::new();
        let mut at = self.skip(at);
        if self.byte(at) == b']' {
            return Ok((convert::list(self.gil, items), at + 1));
        }
        loop {
            let (item, end) = self.value(at)?;
            items.push(item);
            match self.after_item(end, b']', "array")? {
                (end, true) => return Ok((convert::list(self.gil, items), end)),
                (next, false) => at = next,
            }
        }
    }

    /// The place of the next item and false, or the place after the bracket and true.
    fn after_item(&self, at: usize, bracket: u8, what: &str) -> Result<(usize, bool)> {
        let comma = self.skip(at);
        if self.byte(comma) == bracket {
            return Ok((comma + 1, true));
        }
        if self.byte(comma) != b',' {
            return Err(self.error("Expecting ',' delimiter", comma));
        }
        let next = self.skip(comma + 1);
        if self.byte(next) == bracket {
            return Err(self.error(&format!("Illegal trailing comma before end of {what}"), comma));
        }
        Ok((next, false))
    }

    fn object(&mut self, at: usize) -> Found {
        crate::object::recursion::enter(self.gil)?;
        if self.scanner.pairs_hook.is_some() {
            let mut pairs = Vec::new();
            let end = self.members(at, |gil, key, item| {
                pairs.push(convert::tuple(gil, vec![key.into_value(), item]));
            })?;
            return Ok((self.hooked(&self.scanner.pairs_hook, convert::list(self.gil, pairs))?, end));
        }
        let mut table = Table::new();
        let end = self.members(at, |_, key, item| drop(table.set_text(&key, item)))?;
        let dict = Ref::new(self.gil, Dict { table: RefCell::new(table) });
        Ok((self.hooked(&self.scanner.object_hook, dict.into_value())?, end))
    }

    /// Reads the members of an object; gives the place after its bracket.
    fn members(&mut self, at: usize, mut add: impl FnMut(Gil<'_>, Ref<Text>, Value)) -> Result<usize> {
        let mut at = self.skip(at);
        if self.byte(at) == b'}' {
            return Ok(at + 1);
        }
        loop {
            if self.byte(at) != b'"' {
                return Err(self.error("Expecting property name enclosed in double quotes", at));
            }
            let (key, end) = self.key(at + 1)?;
            let colon = self.skip(end);
            if self.byte(colon) != b':' {
                return Err(self.error("Expecting ':' delimiter", colon));
            }
            let start = self.skip(colon + 1);
            let (item, end) = self.value(start)?;
            add(self.gil, key, item);
            match self.after_item(end, b'}', "object")? {
                (end, true) => return Ok(end),
                (next, false) => at = next,
            }
        }
    }

    fn key(&mut self, at: usize) -> Result<(Ref<Text>, usize)> {
        let (piece, end) = strings::read(self.gil, self.text, at, self.scanner.strict, &mut self.buffer)?;
        let hash = text::hash_of(piece);
        if let Some(known) = self.keys.find(hash, |known| known.bytes() == piece) {
            return Ok((known.clone(), end));
        }
        let key = Ref::new(self.gil, Text::hashed(piece, hash));
        self.keys.insert_unique(hash, key.clone(), |known| known.hash());
        Ok((key, end))
    }

    /// What a hook makes of something, if there is one.
    fn hooked(&self, hook: &Option<Value>, made: Value) -> Result<Value> {
        match hook {
            Some(hook) => operations::call_one(self.gil, hook, &made),
            None => Ok(made),
        }
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    fn number(&self, start: usize) -> Found {
        let first = start + usize::from(self.byte(start) == b'-');
        let whole = if self.byte(first) == b'0' { first + 1 } else { self.digits(first) };
        if whole == first {
            return Err(stop(self.gil, self.text.position(start)));
        }
        let mut end = whole;
        if self.byte(end) == b'.' && self.byte(end + 1).is_ascii_digit() {
            end = self.digits(end + 1);
        }
        if matches!(self.byte(end), b'e' | b'E') {
            let exponent = end + 1 + usize::from(matches!(self.byte(end + 1), b'+' | b'-'));
            if self.byte(exponent).is_ascii_digit() {
                end = self.digits(exponent);
            }
        }
        let digits = &self.text.bytes()[start..end];
        let gil = self.gil;
        let text = || convert::text(gil, std::str::from_utf8(digits).unwrap_or_default());
        let own = if end > whole { &self.scanner.parse_float } else { &self.scanner.parse_int };
        let number = match own {
            Some(parse) => operations::call_one(gil, parse, &text())?,
            None if end > whole => Value::float(float::digits::parse(digits).unwrap_or(f64::NAN)),
            None if whole - first <= SURE_DIGITS => {
                let digits = &self.text.bytes()[first..whole];
                let number = digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
                convert::int(gil, if first > start { -number } else { number })
            }
            None => int::digits::parse(gil, digits, 10, &text())?,
        };
        Ok((number, end))
    }
}

/// So many decimal digits fit into 64 bits, whatever they are.
const SURE_DIGITS: usize = 18;

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Scanner",
    module: "_json",
    signature: "",
    doc: "JSON scanner object",
    base: None,
    layout: Scanner::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { call: Some(call), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[],
};
