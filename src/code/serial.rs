//! Code as bytes and back: how functions travel between processes, and what `marshal` writes of code.
//!
//! The form is that of this binary alone: both ends are the same build. Numbers are little-endian groups of seven bits,
//! the last without its high bit. What is read is checked before it is believed, since the bytes may come from anywhere.

use std::rc::Rc;

use super::disassemble::instructions;
use super::object::{Hidden, PassedLine};
use super::verify::verify;
use super::{Code, Constant, Handler, Position};

/// Constants and code within code nest this deep at most.
const DEEPEST: u32 = 256;

/// The bytes are no code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrupt;

type Read<T> = Result<T, Corrupt>;

/// The bytes of a code object.
pub fn write(code: &Code) -> Vec<u8> {
    let mut writer = Writer(Vec::with_capacity(64 + code.words.len() * 8));
    writer.code(code);
    writer.0
}

/// The code object of these bytes, checked as the compiler's own is.
pub fn read(bytes: &[u8]) -> Read<Code> {
    Reader { rest: bytes, depth: 0, checks: true }.all()
}

/// The same of bytes that this binary has written itself and that nobody else could change: they are not checked.
pub fn read_own(bytes: &[u8]) -> Read<Code> {
    Reader { rest: bytes, depth: 0, checks: false }.all()
}

mod tag {
    pub const NONE: u8 = 0;
    pub const TRUE: u8 = 1;
    pub const FALSE: u8 = 2;
    pub const ELLIPSIS: u8 = 3;
    pub const INT: u8 = 4;
    pub const BIG_INT: u8 = 5;
    pub const FLOAT: u8 = 6;
    pub const COMPLEX: u8 = 7;
    pub const STR: u8 = 8;
    pub const BYTES: u8 = 9;
    pub const TUPLE: u8 = 10;
    pub const FROZEN_SET: u8 = 11;
    pub const CODE: u8 = 12;
}

struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    fn word(&mut self, word: u64) {
        self.0.extend_from_slice(&word.to_le_bytes());
    }

    fn texts(&mut self, texts: &[Rc<str>]) {
        self.number(texts.len() as u64);
        texts.iter().for_each(|text| self.bytes(text.as_bytes()));
    }

    fn code(&mut self, code: &Code) {
        for text in [&code.name, &code.qualified_name, &code.filename] {
            self.bytes(text.as_bytes());
        }
        self.number(code.first_line.into());
        self.number(code.flags.into());
        for count in [
            code.argument_count,
            code.positional_only_count,
            code.keyword_only_count,
            code.free_count,
            code.register_count,
        ] {
            self.number(count.into());
        }
        self.texts(&code.local_names);
        self.bytes(&code.local_kinds);
        self.number(code.hidden.len() as u64);
        for hidden in &code.hidden {
            self.bytes(hidden.name.as_bytes());
            [hidden.register.into(), hidden.start, hidden.end]
                .iter()
                .for_each(|&number: &u32| self.number(number.into()));
        }
        self.texts(&code.names);
        self.number(code.words.len() as u64);
        code.words.iter().for_each(|&word| self.word(word));
        self.number(code.handlers.len() as u64);
        for handler in &code.handlers {
            [handler.start, handler.end, handler.target, handler.register.into()]
                .iter()
                .for_each(|&number| self.number(number.into()));
        }
        self.number(code.positions.len() as u64);
        for (start, at) in &code.positions {
            [*start, at.line, at.end_line, at.column, at.end_column]
                .iter()
                .for_each(|&number| self.number(number.into()));
        }
        self.number(code.passed_lines.len() as u64);
        for passed in &code.passed_lines {
            [passed.from, passed.to, passed.line].iter().for_each(|&number| self.number(number.into()));
        }
        self.constants(&code.constants);
    }

    fn constants(&mut self, constants: &[Constant]) {
        self.number(constants.len() as u64);
        constants.iter().for_each(|constant| self.constant(constant));
    }

    fn constant(&mut self, constant: &Constant) {
        match constant {
            Constant::None => self.0.push(tag::NONE),
            Constant::True => self.0.push(tag::TRUE),
            Constant::False => self.0.push(tag::FALSE),
            Constant::Ellipsis => self.0.push(tag::ELLIPSIS),
            Constant::Int(number) => {
                self.0.push(tag::INT);
                self.word(*number as u64);
            }
            Constant::BigInt(digits) => {
                self.0.push(tag::BIG_INT);
                self.bytes(digits.as_bytes());
            }
            Constant::Float(number) => {
                self.0.push(tag::FLOAT);
                self.word(number.to_bits());
            }
            Constant::Complex(real, imaginary) => {
                self.0.push(tag::COMPLEX);
                self.word(real.to_bits());
                self.word(imaginary.to_bits());
            }
            Constant::Str(text) => {
                self.0.push(tag::STR);
                self.bytes(text);
            }
            Constant::Bytes(bytes) => {
                self.0.push(tag::BYTES);
                self.bytes(bytes);
            }
            Constant::Tuple(items) => {
                self.0.push(tag::TUPLE);
                self.constants(items);
            }
            Constant::FrozenSet(items) => {
                self.0.push(tag::FROZEN_SET);
                self.constants(items);
            }
            Constant::Code(code) => {
                self.0.push(tag::CODE);
                self.code(code);
            }
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    depth: u32,
    checks: bool,
}

impl<'a> Reader<'a> {
    fn all(mut self) -> Read<Code> {
        let code = self.code()?;
        if self.rest.is_empty() { Ok(code) } else { Err(Corrupt) }
    }

    fn take(&mut self, count: usize) -> Read<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Corrupt)?;
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Read<u8> {
        Ok(self.take(1)?[0])
    }

    fn number<N: TryFrom<u64>>(&mut self) -> Read<N> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return N::try_from(number).map_err(|_| Corrupt);
            }
        }
        Err(Corrupt)
    }

    fn word(&mut self) -> Read<u64> {
        let bytes = self.take(8)?;
        bytes.try_into().map(u64::from_le_bytes).map_err(|_| Corrupt)
    }

    fn bytes(&mut self) -> Read<&'a [u8]> {
        let count = self.number()?;
        self.take(count)
    }

    fn text(&mut self) -> Read<Rc<str>> {
        std::str::from_utf8(self.bytes()?).map(Rc::from).map_err(|_| Corrupt)
    }

    /// As many items as are announced; an announcement of more than there are bytes is a lie.
    fn items<T>(&mut self, mut item: impl FnMut(&mut Self) -> Read<T>) -> Read<Box<[T]>> {
        let count: usize = self.number()?;
        if count > self.rest.len() {
            return Err(Corrupt);
        }
        (0..count).map(|_| item(self)).collect()
    }

    fn code(&mut self) -> Read<Code> {
        let mut code = Code {
            name: self.text()?,
            qualified_name: self.text()?,
            filename: self.text()?,
            first_line: self.number()?,
            flags: self.number()?,
            argument_count: self.number()?,
            positional_only_count: self.number()?,
            keyword_only_count: self.number()?,
            free_count: self.number()?,
            register_count: self.number()?,
            local_names: self.items(Self::text)?,
            local_kinds: self.bytes()?.into(),
            hidden: self.items(Self::hidden)?,
            names: self.items(Self::text)?,
            words: self.items(Self::word)?,
            handlers: self.items(Self::handler)?,
            positions: self.items(Self::position)?,
            passed_lines: self.items(Self::passed_line)?,
            constants: self.constants()?,
        };
        if !self.checks {
            return Ok(code);
        }
        empty_caches(&mut code);
        verify(&code).map_err(|_| Corrupt)?;
        if counts_fit(&code) { Ok(code) } else { Err(Corrupt) }
    }

    fn hidden(&mut self) -> Read<Hidden> {
        Ok(Hidden {
            name: self.text()?,
            register: self.number()?,
            start: self.number()?,
            end: self.number()?,
        })
    }

    fn handler(&mut self) -> Read<Handler> {
        Ok(Handler {
            start: self.number()?,
            end: self.number()?,
            target: self.number()?,
            register: self.number()?,
        })
    }

    fn passed_line(&mut self) -> Read<PassedLine> {
        Ok(PassedLine { from: self.number()?, to: self.number()?, line: self.number()? })
    }

    fn position(&mut self) -> Read<(u32, Position)> {
        let start = self.number()?;
        let position = Position {
            line: self.number()?,
            end_line: self.number()?,
            column: self.number()?,
            end_column: self.number()?,
        };
        Ok((start, position))
    }

    fn constants(&mut self) -> Read<Box<[Constant]>> {
        if self.depth >= DEEPEST {
            return Err(Corrupt);
        }
        self.depth += 1;
        let constants = self.items(Self::constant);
        self.depth -= 1;
        constants
    }

    fn constant(&mut self) -> Read<Constant> {
        Ok(match self.byte()? {
            tag::NONE => Constant::None,
            tag::TRUE => Constant::True,
            tag::FALSE => Constant::False,
            tag::ELLIPSIS => Constant::Ellipsis,
            tag::INT => Constant::Int(self.word()? as i64),
            tag::BIG_INT => Constant::BigInt(self.text()?),
            tag::FLOAT => Constant::Float(f64::from_bits(self.word()?)),
            tag::COMPLEX => Constant::Complex(f64::from_bits(self.word()?), f64::from_bits(self.word()?)),
            tag::STR => {
                Constant::Str(Some(self.bytes()?).filter(|text| is_text(text)).ok_or(Corrupt)?.into())
            }
            tag::BYTES => Constant::Bytes(self.bytes()?.into()),
            tag::TUPLE => Constant::Tuple(self.constants()?.into()),
            tag::FROZEN_SET => Constant::FrozenSet(self.constants()?.into()),
            tag::CODE => Constant::Code(Rc::new(self.code()?)),
            _ => return Err(Corrupt),
        })
    }
}

/// Are the bytes text in WTF-8: UTF-8 that may hold lone surrogates?
pub fn is_text(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        rest = match &rest[error.valid_up_to()..] {
            [0xED, 0xA0..=0xBF, 0x80..=0xBF, rest @ ..] => rest,
            _ => return false,
        };
    }
    true
}

/// Empties the instructions' caches: what stands in one is believed without a look, so it must not come from outside.
fn empty_caches(code: &mut Code) {
    let caches: Vec<_> = instructions(code)
        .map(|(word, instruction)| word + 1..word + 1 + usize::from(instruction.op.row().caches))
        .collect();
    for word in caches.into_iter().flatten() {
        if let Some(cache) = code.words.get_mut(word) {
            *cache = 0;
        }
    }
}

/// Are there as many locals as parameters and free variables need, and registers for all of them?
fn counts_fit(code: &Code) -> bool {
    use super::object::flags::{VARARGS, VARKEYWORDS};
    let stars = (code.flags & (VARARGS | VARKEYWORDS)).count_ones() as usize;
    let parameters = usize::from(code.argument_count) + usize::from(code.keyword_only_count) + stars;
    let locals = code.nlocals();
    parameters <= locals
        && usize::from(code.free_count) <= locals
        && locals <= usize::from(code.register_count)
        && code.positional_only_count <= code.argument_count
}

#[cfg(test)]
mod tests;
