//! Activations: the running calls of a thread, as records in an array of its own beside the value stack.

use std::cell::Cell;
use std::ptr::NonNull;

use super::place::{Pc, Window};
use crate::object::{Bits, Object, Ref, Value};
use crate::types::code::CodeObject;
use crate::types::dict::Dict;

/// How a call was made, and so what becomes of its result; with flags.
pub mod kind {
    /// By a call instruction of the activation below.
    pub const CALL: u8 = 0;
    /// By Rust code, which waits for the loop to end.
    pub const ENTRY: u8 = 1;
    /// `__init__` of an instance, which is the call's result.
    pub const INIT: u8 = 2;
    /// A generator, resumed by a `for` loop below.
    pub const FOR: u8 = 3;
    /// The same at the end of the loop's body.
    pub const LOOP: u8 = 6;
    /// A generator, resumed by the `yield from` or `await` below.
    pub const DELEGATE: u8 = 4;
    /// A generator, resumed by Rust code.
    pub const RESUMED: u8 = 5;
    /// A generator, whose items a call instruction below collects.
    pub const COLLECT: u8 = 7;
    /// A special method that does the operator of the instruction below.
    pub const OPERATOR: u8 = 128;
    /// The same, where the instruction jumps by the truth of the result.
    pub const BRANCH: u8 = 129;
    /// The same for `a[b] = c`, which has no result.
    pub const STORE: u8 = 130;
    /// A coroutine without an object as yet, awaited by the instruction below.
    pub const AWAITED: u8 = 131;
    /// The bits for the above.
    pub const WAY: u8 = 7 | 128;
    /// A generator that delegates and whose registers are still its own: it has nothing to do but to pass values on.
    pub const DORMANT: u8 = 8;
    /// A frame object exists.
    pub const FRAMED: u8 = 16;
    /// An exception is, or was, being handled in this call: `handled` says which one was before.
    pub const HANDLES: u8 = 32;
    /// `extra` is filled.
    pub const EXTRA: u8 = 64;
}

/// What becomes of the items of a generator that a built-in function collects.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    List,
    Tuple,
    Set,
    /// Is there a true one?
    Any,
    /// Are there only true ones?
    All,
    Sum,
    Min,
    Max,
}

/// A running call.
pub struct Activation {
    /// The instruction that runs, brought up to date before anything that could look.
    pub pc: Cell<Pc>,
    pub window: Cell<Window>,
    /// Where the window ends.
    pub top: Cell<Window>,
    code: Cell<NonNull<Object<CodeObject>>>,
    globals: Cell<NonNull<Object<Dict>>>,
    builtins: Cell<NonNull<Object<Dict>>>,
    /// The function, generator or code object that runs: it keeps code, globals and builtins alive.
    callee: Cell<Bits>,
    /// The namespace of a class body, the instance that is being initialised, or what is collected. Empty unless the kind says so.
    extra: Cell<Bits>,
    /// The frame object. Empty unless the kind says so.
    frame: Cell<Bits>,
    /// What was being handled when the call first began to handle something itself. Not counted: the activation that
    /// handles it keeps it. Meaningful only where the kind says so.
    pub handled: Cell<Bits>,
    pub kind: Cell<u8>,
    /// What is collected for. Meaningful only where the kind says that something is.
    pub purpose: Cell<Purpose>,
}

/// What a new activation is made of.
pub struct Parts<'a> {
    pub pc: Pc,
    pub window: Window,
    /// Where the window ends.
    pub top: Window,
    pub code: &'a Ref<CodeObject>,
    pub globals: &'a Ref<Dict>,
    pub builtins: &'a Ref<Dict>,
    /// Owns its reference.
    pub callee: Bits,
    pub kind: u8,
}

impl Activation {
    /// Begins: all but `extra`, `frame` and `handled`, which are empty beyond the last activation.
    #[inline(always)]
    pub fn begin(&self, parts: Parts<'_>) {
        self.pc.set(parts.pc);
        self.window.set(parts.window);
        self.top.set(parts.top);
        self.code.set(parts.code.pointer());
        self.globals.set(parts.globals.pointer());
        self.builtins.set(parts.builtins.pointer());
        self.callee.set(parts.callee);
        self.kind.set(parts.kind);
    }

    /// The code.
    #[inline(always)]
    pub fn code(&self) -> &Ref<CodeObject> {
        // SAFETY: the callee keeps it alive as long as the activation; a `Ref` is the pointer alone.
        unsafe { &*self.code.as_ptr().cast::<Ref<CodeObject>>() }
    }

    /// The word of a constant, not counted anew.
    #[inline(always)]
    pub fn constant(&self, index: usize) -> Bits {
        // SAFETY: `code::verify` has seen that there is such a constant.
        unsafe { self.code().constants.get_unchecked(index) }.bits()
    }

    /// The globals.
    #[inline(always)]
    pub fn globals(&self) -> &Ref<Dict> {
        // SAFETY: as for `code`.
        unsafe { &*self.globals.as_ptr().cast::<Ref<Dict>>() }
    }

    /// The built-in names.
    #[inline(always)]
    pub fn builtins(&self) -> &Ref<Dict> {
        // SAFETY: as for `code`.
        unsafe { &*self.builtins.as_ptr().cast::<Ref<Dict>>() }
    }

    /// The way that the call was made.
    #[inline(always)]
    pub fn way(&self) -> u8 {
        self.kind.get() & kind::WAY
    }

    /// Has it a flag of [`kind`]?
    #[inline(always)]
    pub fn has(&self, flag: u8) -> bool {
        self.kind.get() & flag != 0
    }

    /// Sets a flag of [`kind`].
    pub fn flag(&self, flag: u8) {
        self.kind.set(self.kind.get() | flag);
    }

    /// The word of what runs.
    #[inline(always)]
    pub fn callee_bits(&self) -> Bits {
        self.callee.get()
    }

    /// What runs.
    pub fn callee(&self) -> Option<&Value> {
        borrow(&self.callee)
    }

    /// Replaces the word of what runs by another that keeps code, globals and builtins alive.
    pub fn replace_callee(&self, callee: Bits) -> Bits {
        self.callee.replace(callee)
    }

    /// Replaces a number in `extra`.
    #[inline(always)]
    pub fn replace_extra_number(&self, number: Bits) {
        debug_assert!(!self.extra.get().is_heap() && !number.is_heap());
        self.extra.set(number);
    }

    /// The word of `extra`.
    #[inline(always)]
    pub fn extra_bits(&self) -> Bits {
        self.extra.get()
    }

    /// The namespace, or the instance that is being initialised.
    pub fn extra(&self) -> Option<&Value> {
        if self.has(kind::EXTRA) { borrow(&self.extra) } else { None }
    }

    /// Fills `extra` of an activation whose kind says so already, by a word that owns its reference.
    #[inline(always)]
    pub fn set_extra_bits(&self, bits: Bits) {
        debug_assert!(self.has(kind::EXTRA));
        self.extra.set(bits);
    }

    /// Fills `extra`.
    pub fn set_extra(&self, value: Value) {
        self.flag(kind::EXTRA);
        self.extra.set(value.into_bits());
    }

    /// Takes `extra`.
    pub fn take_extra(&self) -> Option<Value> {
        super::place::own(self.extra.replace(Bits::EMPTY))
    }

    /// The frame object, if there is one.
    pub fn frame(&self) -> Option<&Value> {
        if self.has(kind::FRAMED) { borrow(&self.frame) } else { None }
    }

    /// Takes the word of `extra`.
    #[inline(always)]
    pub fn take_extra_bits(&self) -> Bits {
        self.extra.replace(Bits::EMPTY)
    }

    /// Notes the frame object.
    pub fn set_frame(&self, frame: Value) {
        self.flag(kind::FRAMED);
        self.frame.set(frame.into_bits());
    }

    /// Takes the frame object.
    pub fn take_frame(&self) -> Option<Value> {
        super::place::own(self.frame.replace(Bits::EMPTY))
    }

    /// The number of the word of the instruction that runs.
    pub fn word(&self) -> usize {
        self.pc.get().word(self.code())
    }

    /// The namespace of a class body or of `exec`.
    pub fn namespace(&self) -> Option<&Value> {
        if matches!(self.way(), kind::INIT | kind::COLLECT) { None } else { self.extra() }
    }

    /// The fields that are empty beyond the last activation, written once.
    ///
    /// # Safety
    /// The place is within the array of activations.
    pub unsafe fn prepare(place: *mut Activation) {
        // SAFETY: as demanded; the words are plain.
        unsafe {
            (&raw mut (*place).extra).write(Cell::new(Bits::EMPTY));
            (&raw mut (*place).frame).write(Cell::new(Bits::EMPTY));
            (&raw mut (*place).handled).write(Cell::new(Bits::EMPTY));
            (&raw mut (*place).callee).write(Cell::new(Bits::EMPTY));
            (&raw mut (*place).kind).write(Cell::new(kind::ENTRY));
            (&raw mut (*place).purpose).write(Cell::new(Purpose::List));
        }
    }
}

fn borrow(word: &Cell<Bits>) -> Option<&Value> {
    // SAFETY: a filled word owns its reference; it is emptied only when the activation ends.
    (word.get() != Bits::EMPTY).then(|| unsafe { Value::borrow(&*word.as_ptr()) })
}
