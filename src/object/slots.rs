//! Slots: what a type does under each operation, as function pointers.
//!
//! A built-in type fills in Rust functions; a class of Python code gets trampolines that look its special method up.
//! An empty slot means the type does not support the operation.

use std::cell::Cell;

use super::arguments::Arguments;
use super::raised::Result;
use super::text::Text;
use super::value::{Ref, Value};
use crate::gil::Gil;

pub type Unary = fn(Gil<'_>, &Value) -> Result<Value>;
/// Called with the operands in their order, whichever of them the slot belongs to; `NotImplemented` if it declines.
pub type Binary = fn(Gil<'_>, &Value, &Value) -> Result<Value>;
pub type Ternary = fn(Gil<'_>, &Value, &Value, &Value) -> Result<Value>;
pub type Compare = fn(Gil<'_>, &Value, &Value, Comparison) -> Result<Value>;
pub type Call = fn(Gil<'_>, &Value, Arguments<'_>) -> Result<Value>;
/// Makes an instance of the class, as `__new__`.
pub type New = fn(Gil<'_>, &Ref<super::class::Type>, Arguments<'_>) -> Result<Value>;
/// As `__init__`.
pub type Init = fn(Gil<'_>, &Value, Arguments<'_>) -> Result<()>;
pub type GetAttribute = fn(Gil<'_>, &Value, &Ref<Text>) -> Result<Value>;
/// Sets, or deletes where there is no value.
pub type SetAttribute = fn(Gil<'_>, &Value, &Ref<Text>, Option<Value>) -> Result<()>;
/// Sets an item, or deletes it where there is no value.
pub type SetItem = fn(Gil<'_>, &Value, &Value, Option<Value>) -> Result<()>;
/// The next item; None when exhausted.
pub type Next = fn(Gil<'_>, &Value) -> Result<Option<Value>>;
/// Descriptor, instance (None where looked up on the class itself), class.
pub type DescriptorGet = fn(Gil<'_>, &Value, Option<&Value>, &Value) -> Result<Value>;
/// Descriptor, instance, value or deletion.
pub type DescriptorSet = fn(Gil<'_>, &Value, &Value, Option<Value>) -> Result<()>;
pub type Hash = fn(Gil<'_>, &Value) -> Result<i64>;
pub type Length = fn(Gil<'_>, &Value) -> Result<usize>;
pub type Truth = fn(Gil<'_>, &Value) -> Result<bool>;
/// Container, item.
pub type Contains = fn(Gil<'_>, &Value, &Value) -> Result<bool>;
/// `__del__`; errors are reported, not raised.
pub type Finalize = fn(Gil<'_>, &Value);

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

impl Comparison {
    /// All, in the order of their numbers.
    pub const ALL: [Comparison; 6] = [
        Comparison::Equal,
        Comparison::NotEqual,
        Comparison::Less,
        Comparison::LessEqual,
        Comparison::Greater,
        Comparison::GreaterEqual,
    ];

    /// The operator with its operands swapped.
    pub fn swapped(self) -> Comparison {
        match self {
            Comparison::Less => Comparison::Greater,
            Comparison::LessEqual => Comparison::GreaterEqual,
            Comparison::Greater => Comparison::Less,
            Comparison::GreaterEqual => Comparison::LessEqual,
            same => same,
        }
    }

    /// As written in source.
    pub fn symbol(self) -> &'static str {
        ["==", "!=", "<", "<=", ">", ">="][self as usize]
    }

    /// The special method's name.
    pub fn method(self) -> &'static str {
        ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"][self as usize]
    }

    /// Does it hold for operands that are ordered so?
    pub fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Comparison::Equal => ordering.is_eq(),
            Comparison::NotEqual => ordering.is_ne(),
            Comparison::Less => ordering.is_lt(),
            Comparison::LessEqual => ordering.is_le(),
            Comparison::Greater => ordering.is_gt(),
            Comparison::GreaterEqual => ordering.is_ge(),
        }
    }
}

/// A binary arithmetic operator, numbered as in the opcode table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Power,
    MatrixMultiply,
    ShiftLeft,
    ShiftRight,
    BitAnd,
    BitOr,
    BitXor,
    /// divmod(), which no instruction stands for.
    DivMod,
}

/// The number of binary operators.
pub const OPERATORS: usize = 14;

impl Operator {
    /// All, in the order of their numbers.
    pub const ALL: [Operator; OPERATORS] = [
        Operator::Add,
        Operator::Subtract,
        Operator::Multiply,
        Operator::TrueDivide,
        Operator::FloorDivide,
        Operator::Modulo,
        Operator::Power,
        Operator::MatrixMultiply,
        Operator::ShiftLeft,
        Operator::ShiftRight,
        Operator::BitAnd,
        Operator::BitOr,
        Operator::BitXor,
        Operator::DivMod,
    ];

    /// As written in source.
    pub fn symbol(self) -> &'static str {
        ["+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^", "divmod()"]
            [self as usize]
    }

    /// The stem of the special methods' names: `add` for `__add__`, `__radd__`, `__iadd__`.
    pub fn stem(self) -> &'static str {
        const STEMS: [&str; OPERATORS] = [
            "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and",
            "or", "xor", "divmod",
        ];
        STEMS[self as usize]
    }
}

macro_rules! slots {
    ($($(#[$doc:meta])* $name:ident: $kind:ty,)*) => {
        /// A type's slots, fixed values: what a built-in type declares.
        #[derive(Clone, Copy)]
        pub struct SlotTable {
            $($(#[$doc])* pub $name: Option<$kind>,)*
            /// By [`Operator`].
            pub binary: [Option<Binary>; OPERATORS],
            /// By [`Operator`].
            pub inplace: [Option<Binary>; OPERATORS],
        }

        impl SlotTable {
            /// No slot filled.
            pub const EMPTY: SlotTable =
                SlotTable { $($name: None,)* binary: [None; OPERATORS], inplace: [None; OPERATORS] };
        }

        /// A type's slots as they are now: classes of Python code can change theirs.
        pub struct Slots {
            $($(#[$doc])* pub $name: Cell<Option<$kind>>,)*
            /// By [`Operator`].
            pub binary: [Cell<Option<Binary>>; OPERATORS],
            /// By [`Operator`].
            pub inplace: [Cell<Option<Binary>>; OPERATORS],
        }

        impl Slots {
            /// Slots filled as the table says.
            pub fn new(table: &SlotTable) -> Slots {
                Slots {
                    $($name: Cell::new(table.$name),)*
                    binary: table.binary.map(Cell::new),
                    inplace: table.inplace.map(Cell::new),
                }
            }

            /// Fills what is empty from a base type's slots. Hash and comparison go together: a type with one of its own
            /// inherits neither.
            pub fn inherit(&self, base: &Slots) {
                let (compare, hash) = (self.compare.get(), self.hash.get());
                $(if self.$name.get().is_none() { self.$name.set(base.$name.get()); })*
                for (own, inherited) in self.binary.iter().zip(&base.binary) {
                    if own.get().is_none() { own.set(inherited.get()); }
                }
                for (own, inherited) in self.inplace.iter().zip(&base.inplace) {
                    if own.get().is_none() { own.set(inherited.get()); }
                }
                if compare.is_some() || hash.is_some() {
                    self.compare.set(compare);
                    self.hash.set(hash);
                }
            }
        }
    };
}

slots! {
    repr: Unary,
    str: Unary,
    hash: Hash,
    call: Call,
    get_attribute: GetAttribute,
    set_attribute: SetAttribute,
    compare: Compare,
    iter: Unary,
    next: Next,
    descriptor_get: DescriptorGet,
    descriptor_set: DescriptorSet,
    init: Init,
    new: New,
    finalize: Finalize,
    length: Length,
    get_item: Binary,
    set_item: SetItem,
    contains: Contains,
    truth: Truth,
    negative: Unary,
    positive: Unary,
    invert: Unary,
    absolute: Unary,
    int: Unary,
    float: Unary,
    index: Unary,
    /// pow() with three arguments.
    power: Ternary,
    await_: Unary,
    aiter: Unary,
    anext: Unary,
}
