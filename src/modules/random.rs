//! `_random`: the Mersenne twister of 19937 bits behind the `random` module.

use std::cell::RefCell;

use dashu_int::{IBig, UBig};

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, Raised, memory_error, type_error, value_error};
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Value, operations};
use crate::payload;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{int, tuple};

const SIZE: usize = 624;
const MIDDLE: usize = 397;

/// The generator's words, and the place of the next one.
struct Twister {
    words: [u32; SIZE],
    place: usize,
}

/// The payload of `_random.Random`.
pub struct Random {
    twister: RefCell<Box<Twister>>,
}

impl Payload for Random {
    payload!(Random, untracked);
}

impl Twister {
    fn of_number(seed: u32) -> Twister {
        let mut words = [0; SIZE];
        words[0] = seed;
        for place in 1..SIZE {
            let before: u32 = words[place - 1];
            words[place] = 1_812_433_253_u32.wrapping_mul(before ^ before >> 30).wrapping_add(place as u32);
        }
        Twister { words, place: SIZE }
    }

    fn of_key(key: &[u32]) -> Twister {
        let mut twister = Twister::of_number(19_650_218);
        let words = &mut twister.words;
        let (mut place, mut at) = (1, 0);
        for _ in 0..SIZE.max(key.len()) {
            let before = words[place - 1];
            let mixed = words[place] ^ (before ^ before >> 30).wrapping_mul(1_664_525);
            words[place] = mixed.wrapping_add(key[at]).wrapping_add(at as u32);
            (place, at) = (place + 1, (at + 1) % key.len());
            if place >= SIZE {
                words[0] = words[SIZE - 1];
                place = 1;
            }
        }
        for _ in 1..SIZE {
            let before = words[place - 1];
            let mixed = words[place] ^ (before ^ before >> 30).wrapping_mul(1_566_083_941);
            words[place] = mixed.wrapping_sub(place as u32);
            place += 1;
            if place >= SIZE {
                words[0] = words[SIZE - 1];
                place = 1;
            }
        }
        words[0] = 1 << 31;
        twister
    }

    fn turn(&mut self) {
        for place in 0..SIZE {
            let joined = self.words[place] & 0x8000_0000 | self.words[(place + 1) % SIZE] & 0x7FFF_FFFF;
            let odd = if joined & 1 == 1 { 0x9908_B0DF } else { 0 };
            self.words[place] = self.words[(place + MIDDLE) % SIZE] ^ joined >> 1 ^ odd;
        }
        self.place = 0;
    }

    fn next(&mut self) -> u32 {
        if self.place >= SIZE {
            self.turn();
        }
        let mut word = self.words[self.place];
        self.place += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9D2C_5680;
        word ^= word << 15 & 0xEFC6_0000;
        word ^ word >> 18
    }

    fn float(&mut self) -> f64 {
        let (high, low) = (self.next() >> 5, self.next() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Random>> {
    value.downcast().ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("descriptor requires a '_random.Random' object but received a '{name}'"))
    })
}

/// A generator seeded by a value: an int's magnitude, or another object's hash; by the system without one.
fn seeded(gil: Gil<'_>, seed: Option<&Value>) -> Result<Box<Twister>> {
    let Some(seed) = seed.filter(|seed| !seed.is_none()) else {
        let mut bytes = [0_u8; 4 * SIZE];
        for chunk in bytes.chunks_mut(256) {
            // SAFETY: the buffer is as long as said. A failure leaves zeros, which are a key as well.
            unsafe { libc::getrandom(chunk.as_mut_ptr().cast(), chunk.len(), 0) };
        }
        let words: Vec<u32> = bytes
            .chunks_exact(4)
            .map(|chunk| u32::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]))
            .collect();
        return Ok(Box::new(Twister::of_key(&words)));
    };
    let number = match int::to_big(seed) {
        Some(number) => int::magnitude(&number),
        None => UBig::from(operations::hash(gil, seed)? as u64),
    };
    let mut key: Vec<u32> = number
        .to_le_bytes()
        .chunks(4)
        .map(|chunk| chunk.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte)))
        .collect();
    if key.is_empty() {
        key.push(0);
    }
    Ok(Box::new(Twister::of_key(&key)))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    // What is no seed is complained about by the subclass's `seed`.
    let twister = seeded(gil, arguments.positionals().first()).or_else(|_| seeded(gil, None))?;
    let twister = RefCell::new(twister);
    Ok(Ref::with_shape(gil, class.root(), Random { twister }).into_value())
}

fn seed(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "seed", 1, 2)?;
    let random = this(gil, &values[0])?;
    let twister = seeded(gil, values.get(1))?;
    drop(random.twister.replace(twister));
    Ok(Value::NONE)
}

fn random(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "random")?;
    Ok(Value::float(this(gil, value)?.twister.borrow_mut().float()))
}

fn bits(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, count] = arguments.method(gil, "getrandbits")?;
    let count = int::to_i64(gil, count)?;
    if count < 0 {
        return Err(value_error(gil, "number of bits must be non-negative"));
    }
    if count > 1 << 35 {
        return Err(memory_error(gil, ""));
    }
    let random = this(gil, value)?;
    if count == 0 {
        return Ok(int::from_i64(gil, 0));
    }
    if count <= 32 {
        let word = random.twister.borrow_mut().next();
        return Ok(int::from_i64(gil, (word >> (32 - count)).into()));
    }
    let mut bytes = Vec::with_capacity((count as usize).div_ceil(32) * 4);
    let mut left = count;
    while left > 0 {
        let word = random.twister.borrow_mut().next();
        bytes.extend((if left < 32 { word >> (32 - left) } else { word }).to_le_bytes());
        left -= 32;
    }
    Ok(int::from_big(gil, IBig::from(UBig::from_le_bytes(&bytes))))
}

fn get_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "getstate")?;
    let (words, place) = {
        let twister = this(gil, value)?.twister.borrow();
        (twister.words, twister.place)
    };
    let words = words.into_iter().chain([place as u32]);
    Ok(tuple::of(gil, words.map(|word| int::from_i64(gil, word.into())).collect()))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "setstate")?;
    let random = this(gil, value)?;
    let items = tuple::items_of(state).ok_or_else(|| type_error(gil, "state vector must be a tuple"))?;
    if items.len() != SIZE + 1 {
        return Err(value_error(gil, "state vector is the wrong size"));
    }
    let mut words = [0; SIZE];
    for (word, item) in words.iter_mut().zip(&items) {
        let number = int::to_i64(gil, item)?;
        *word = u32::try_from(number).map_err(|_| {
            Raised::with_message(gil, Kind::OverflowError, "can't convert negative int to unsigned")
        })?;
    }
    let place = int::to_i64(gil, &items[SIZE])?;
    let place = usize::try_from(place).ok().filter(|&place| place <= SIZE);
    let place = place.ok_or_else(|| value_error(gil, "invalid state"))?;
    drop(random.twister.replace(Box::new(Twister { words, place })));
    Ok(Value::NONE)
}

static SPEC: TypeSpec = TypeSpec {
    name: "Random",
    module: "_random",
    signature: "",
    doc: "Random() -> create a random number generator with its own internal state.",
    base: None,
    layout: Random::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[
        Function::new("random", "($self, /)", "random() -> x in the interval [0, 1).", random),
        Function::new(
            "seed",
            "($self, n=None, /)",
            "Defaults to use urandom and falls back to a hash of the time.",
            seed,
        ),
        Function::new(
            "getstate",
            "($self, /)",
            "getstate() -> tuple containing the current state.",
            get_state,
        ),
        Function::new("setstate", "($self, state, /)", "Restores generator state.", set_state),
        Function::new(
            "getrandbits",
            "($self, k, /)",
            "getrandbits(k) -> x.  Generates an int with k random bits.",
            bits,
        ),
    ],
    attributes: &[],
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "Random", crate::types::builder::build(gil, &SPEC).into_value());
    Ok(())
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_random",
    doc: "Module implements the Mersenne Twister random number generator.",
    functions: &[],
    set_up: Some(set_up),
};
