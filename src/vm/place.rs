//! Places: where a thread is in its code and on its stack, as plain pointers that travel in registers.
//!
//! The one file whose functions read and write through them. They are safe to call in this room because of two
//! invariants: code has been checked by `code::verify`, so an operand is a register of the window, and the window of a
//! call lies within the thread's stack as long as the call runs. Words of a window that hold an object own a reference.

use std::cell::Cell;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use smallvec::SmallVec;

use crate::code::Opcode;
use crate::object::{Bits, Header, Value};
use crate::types::code::CodeObject;

/// Where a thread is in code: the address of an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(transparent)]
pub struct Pc(*const Cell<u64>);

impl Pc {
    /// Nowhere.
    pub const NOWHERE: Pc = Pc(std::ptr::null());

    /// The place of a word of code.
    pub fn of(code: &CodeObject, word: usize) -> Pc {
        Pc(code.words.as_ptr().wrapping_add(word))
    }

    /// The number of the word in its code.
    pub fn word(self, code: &CodeObject) -> usize {
        (self.0.addr() - code.words.as_ptr().addr()) / 8
    }

    #[inline(always)]
    fn field<T: Copy>(self, offset: usize) -> T {
        // SAFETY: the place is an instruction of live code, and the field lies within its word. Read on its own, and
        // volatile, so that the compiler does not load the word and shift.
        unsafe { std::ptr::read_volatile(self.0.cast::<u8>().add(offset).cast::<T>()) }
    }

    /// The number of the opcode.
    #[inline(always)]
    pub fn opcode(self) -> u8 {
        self.field(0)
    }

    /// The fields of the instruction.
    #[inline(always)]
    pub fn x(self) -> u8 {
        self.field(1)
    }

    #[inline(always)]
    pub fn a(self) -> u16 {
        self.field(2)
    }

    #[inline(always)]
    pub fn b(self) -> u16 {
        self.field(4)
    }

    #[inline(always)]
    pub fn c(self) -> u16 {
        self.field(6)
    }

    /// The number in b and c.
    #[inline(always)]
    pub fn wide(self) -> i32 {
        self.field(4)
    }

    /// The place so many words on.
    #[inline(always)]
    pub fn skip(self, words: usize) -> Pc {
        Pc(self.0.wrapping_add(words))
    }

    /// The place that a jump leads to from here.
    #[inline(always)]
    pub fn jump(self, words: i32) -> Pc {
        Pc(self.0.wrapping_offset(words as isize))
    }

    /// A cache word behind the instruction, counted from 0.
    #[inline(always)]
    pub fn cache(&self, number: usize) -> &Cell<u64> {
        // SAFETY: the opcode's row says how many cache words follow, and handlers ask for no more.
        unsafe { &*self.0.add(1 + number) }
    }

    /// Rewrites the opcode alone, unless instructions are to stay as they are.
    #[inline]
    pub fn specialise(self, op: Opcode) {
        if STAY_GENERAL.load(Relaxed) {
            return;
        }
        // SAFETY: as for `field`; the words are cells.
        unsafe { self.0.cast::<u8>().cast_mut().write(op as u8) }
    }
}

/// Do instructions stay as the compiler wrote them?
static STAY_GENERAL: AtomicBool = AtomicBool::new(false);

/// No instruction specialises itself from now on (`--no-specialize`): the same program, without what that brings.
pub fn stay_general() {
    STAY_GENERAL.store(true, Relaxed);
}

/// The registers of a call: the address of the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(transparent)]
pub struct Window(*mut Bits);

impl Window {
    /// The window at an address of a stack.
    pub fn at(address: *mut Bits) -> Window {
        Window(address)
    }

    /// The address of the first register.
    pub fn address(self) -> *mut Bits {
        self.0
    }

    #[inline(always)]
    fn place(self, register: u16) -> *mut Bits {
        self.0.wrapping_add(usize::from(register))
    }

    /// The window that begins so many registers further.
    #[inline(always)]
    pub fn from(self, register: usize) -> Window {
        Window(self.0.wrapping_add(register))
    }

    /// The word of a register.
    #[inline(always)]
    pub fn bits(self, register: u16) -> Bits {
        // SAFETY: a register of the window.
        unsafe { *self.place(register) }
    }

    /// Overwrites a register that owns nothing, or whose word has been taken.
    #[inline(always)]
    pub fn set(self, register: u16, bits: Bits) {
        // SAFETY: a register of the window.
        unsafe { *self.place(register) = bits }
    }

    /// Overwrites a register; what it owned is the caller's now.
    #[inline(always)]
    pub fn replace(self, register: u16, bits: Bits) -> Bits {
        // SAFETY: a register of the window.
        unsafe { std::ptr::replace(self.place(register), bits) }
    }

    /// What a filled register holds, borrowed: nothing overwrites the register while the borrow is used.
    #[inline(always)]
    pub fn value<'a>(self, register: u16) -> &'a Value {
        debug_assert!(self.bits(register) != Bits::EMPTY, "an empty register is read");
        // SAFETY: a register of the window; its word owns its reference until the instruction that borrows it
        // overwrites the register.
        unsafe { Value::borrow(&*self.place(register)) }
    }

    /// What a register holds, if anything.
    pub fn get<'a>(self, register: u16) -> Option<&'a Value> {
        (self.bits(register) != Bits::EMPTY).then(|| self.value(register))
    }

    /// The values of several filled registers.
    pub fn values<'a>(self, first: u16, count: usize) -> &'a [Value] {
        debug_assert!((0..count).all(|place| self.bits(first + place as u16) != Bits::EMPTY));
        // SAFETY: filled registers of the window, borrowed as by `value`; a `Value` is a word.
        unsafe { std::slice::from_raw_parts(self.place(first).cast::<Value>(), count) }
    }

    /// Takes what a register holds, leaving it empty.
    #[inline(always)]
    pub fn take(self, register: u16) -> Option<Value> {
        own(self.replace(register, Bits::EMPTY))
    }

    /// Takes what several filled registers hold.
    #[inline(always)]
    pub fn take_few(self, first: u16, count: usize) -> SmallVec<[Value; 4]> {
        let mut items = SmallVec::with_capacity(count);
        debug_assert!((0..count).all(|place| self.bits(first + place as u16) != Bits::EMPTY));
        // SAFETY: filled registers of the window, whose references pass to the vector, which has room.
        unsafe {
            std::ptr::copy_nonoverlapping(self.place(first).cast::<Value>(), items.as_mut_ptr(), count);
            items.set_len(count);
        }
        self.clear(first.into(), usize::from(first) + count);
        items
    }

    /// The same for a list.
    #[inline(always)]
    pub fn take_many(self, first: u16, count: usize) -> Vec<Value> {
        let mut items = Vec::with_capacity(count);
        debug_assert!((0..count).all(|place| self.bits(first + place as u16) != Bits::EMPTY));
        // SAFETY: as above.
        unsafe {
            std::ptr::copy_nonoverlapping(self.place(first).cast::<Value>(), items.as_mut_ptr(), count);
            items.set_len(count);
        }
        self.clear(first.into(), usize::from(first) + count);
        items
    }

    /// Takes the words of the first registers to an empty vector.
    #[inline(always)]
    pub fn take_words(self, count: usize, words: &mut SmallVec<[Cell<Bits>; 8]>) {
        debug_assert!(words.is_empty());
        words.reserve_exact(count);
        let to = words.as_mut_ptr();
        let mut place = 0;
        while place < count {
            // SAFETY: registers of the window, whose references pass to the vector, which has room. Volatile, so that the
            // short loop stays one.
            unsafe {
                to.cast::<Bits>().add(place).write(self.bits(place as u16));
                std::ptr::write_volatile(self.0.wrapping_add(place), Bits::EMPTY);
            }
            place += 1;
        }
        // SAFETY: so many have been written.
        unsafe { words.set_len(count) };
    }

    /// Fills the first registers, which own nothing, with the words of others.
    #[inline(always)]
    pub fn bring(self, words: &[Cell<Bits>]) {
        let mut place = 0;
        while place < words.len() {
            // SAFETY: a register of the window. Volatile, so that the short loop stays one.
            unsafe { std::ptr::write_volatile(self.0.wrapping_add(place), words[place].get()) };
            place += 1;
        }
    }

    /// Takes the words of the first registers to others.
    #[inline(always)]
    pub fn take_back(self, words: &[Cell<Bits>]) {
        let mut place = 0;
        while place < words.len() {
            words[place].set(self.bits(place as u16));
            // SAFETY: as above.
            unsafe { std::ptr::write_volatile(self.0.wrapping_add(place), Bits::EMPTY) };
            place += 1;
        }
    }

    /// Writes a register; what it held is dropped after the write.
    #[inline(always)]
    pub fn put(self, register: u16, value: Value) {
        drop(own(self.replace(register, value.into_bits())));
    }

    /// Writes or empties a register; what it held is dropped after the write.
    pub fn put_option(self, register: u16, value: Option<Value>) {
        drop(own(self.replace(register, value.map_or(Bits::EMPTY, Value::into_bits))));
    }

    /// Empties registers without looking at what they held.
    #[inline(always)]
    pub fn clear(self, from: usize, to: usize) {
        let mut place = from;
        while place < to {
            // SAFETY: a register of the window. Volatile, so that the short loop stays one.
            unsafe { std::ptr::write_volatile(self.0.wrapping_add(place), Bits::EMPTY) };
            place += 1;
        }
    }

    /// Releases what the registers from one up to another hold.
    pub fn release(self, from: usize, to: usize) {
        for register in from..to {
            if self.bits(register as u16).is_heap() {
                drop(self.take(register as u16));
            }
        }
    }
}

/// The owner of what a register's word owned.
#[inline(always)]
pub fn own(bits: Bits) -> Option<Value> {
    // SAFETY: a filled word owns its reference, and it has been taken out of its place.
    (bits != Bits::EMPTY).then(|| unsafe { Value::from_bits(bits) })
}

/// The header of the object that a word in a register points to.
#[inline(always)]
pub fn header<'a>(bits: Bits) -> &'a Header {
    debug_assert!(bits.is_heap());
    // SAFETY: the word is a pointer to an object that its register keeps alive.
    unsafe { &*bits.pointer() }
}

/// Counts a reference for a copy of a word.
#[inline(always)]
pub fn retain(bits: Bits) {
    if bits.is_heap() {
        header(bits).retain();
    }
}

/// Releases a copy of a word unless it is the last reference to its object.
#[inline(always)]
pub fn release_unless_last(bits: Bits) -> bool {
    !bits.is_heap() || header(bits).release_unless_last()
}

/// A word of an object's attribute area, so many bytes from the object's start.
#[inline(always)]
pub fn field<'a>(object: Bits, offset: usize) -> &'a Cell<Bits> {
    debug_assert!(object.is_heap());
    // SAFETY: the offset comes from the object's shape (`attributes::place`), whose number has been compared.
    unsafe { &*object.pointer().cast::<u8>().add(offset).cast::<Cell<Bits>>() }
}

/// Another owner of what a word owns.
pub fn copy(bits: Bits) -> Option<Value> {
    retain(bits);
    own(bits)
}
