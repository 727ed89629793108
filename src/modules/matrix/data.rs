//! The numbers of an array: one vector of one kind.

use std::borrow::Cow;

/// A complex number.
pub type Complex = num_complex::Complex<f64>;

/// A kind of numbers: truth values, ints, floats, complex numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Bool,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Float32,
    Float64,
    Complex128,
}

/// What is said of a kind: its name, its other names, the letter of all kinds like it, its own letter, its bytes.
struct Description {
    name: &'static str,
    others: &'static [&'static str],
    letter: char,
    own_letter: char,
    size: usize,
}

const fn described(
    name: &'static str,
    others: &'static [&'static str],
    letter: char,
    own_letter: char,
    size: usize,
) -> Description {
    Description { name, others, letter, own_letter, size }
}

/// In the order of the kinds.
const DESCRIPTIONS: [Description; 12] = [
    described("bool", &["bool_", "?", "b1"], 'b', '?', 1),
    described("int8", &["i1", "b", "byte"], 'i', 'b', 1),
    described("int16", &["i2", "h", "short"], 'i', 'h', 2),
    described("int32", &["i4", "i", "intc"], 'i', 'i', 4),
    described("int64", &["int", "i8", "int_", "intp", "q", "l", "p", "longlong", "long"], 'i', 'l', 8),
    described("uint8", &["u1", "B", "ubyte"], 'u', 'B', 1),
    described("uint16", &["u2", "H", "ushort"], 'u', 'H', 2),
    described("uint32", &["u4", "I", "uintc"], 'u', 'I', 4),
    described("uint64", &["u8", "L", "Q", "P", "uint", "uintp", "ulong", "ulonglong"], 'u', 'L', 8),
    described("float32", &["f4", "f", "single"], 'f', 'f', 4),
    described("float64", &["float", "f8", "d", "double", "float_"], 'f', 'd', 8),
    described("complex128", &["complex", "c16", "D", "cdouble"], 'c', 'D', 16),
];

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 12] = [
        Kind::Bool,
        Kind::Int8,
        Kind::Int16,
        Kind::Int32,
        Kind::Int64,
        Kind::Uint8,
        Kind::Uint16,
        Kind::Uint32,
        Kind::Uint64,
        Kind::Float32,
        Kind::Float64,
        Kind::Complex128,
    ];

    /// The kind of this name, of numpy's or Python's.
    pub fn named(name: &str) -> Option<Kind> {
        let name = name.trim_start_matches(['<', '=', '|']);
        let is_meant = |kind: &Kind| {
            let description = &DESCRIPTIONS[*kind as usize];
            description.name == name || description.others.contains(&name)
        };
        Kind::ALL.into_iter().find(is_meant)
    }

    /// The kind of the items that the struct module has this letter for.
    pub fn of_letter(letter: u8, size: usize) -> Option<Kind> {
        let letter = match letter {
            b'q' | b'n' => 'l',
            b'Q' | b'N' => 'L',
            letter => letter.into(),
        };
        Kind::ALL.into_iter().find(|kind| kind.own_letter() == letter && kind.size() == size)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        DESCRIPTIONS[self as usize].name
    }

    /// The letter of all kinds like it.
    pub fn letter(self) -> char {
        DESCRIPTIONS[self as usize].letter
    }

    /// The letter of this kind alone.
    pub fn own_letter(self) -> char {
        DESCRIPTIONS[self as usize].own_letter
    }

    /// As files name it: the order of the bytes, the letter, the size.
    pub fn code(self) -> String {
        let order = if self.size() == 1 { '|' } else { '<' };
        format!("{order}{}{}", self.letter(), self.size())
    }

    /// The bytes of a number.
    pub fn size(self) -> usize {
        DESCRIPTIONS[self as usize].size
    }

    /// The kind of results of both.
    pub fn joined(self, other: Kind) -> Kind {
        let (lesser, greater) = (self.min(other), self.max(other));
        if greater.is_whole() {
            return lesser.joined_whole(greater);
        }
        // A float of 32 bits holds all ints of 16 bits and no more.
        if greater == Kind::Float32 && lesser.is_whole() && lesser.size() > 2 {
            Kind::Float64
        } else {
            greater
        }
    }

    /// The least kind of ints that holds both; the ints with a sign come first.
    fn joined_whole(self, greater: Kind) -> Kind {
        if self == Kind::Bool || self.is_unsigned() == greater.is_unsigned() || greater.size() < self.size() {
            return if self != Kind::Bool && greater.size() < self.size() { self } else { greater };
        }
        match greater.size() {
            1 => Kind::Int16,
            2 => Kind::Int32,
            4 => Kind::Int64,
            _ => Kind::Float64,
        }
    }

    /// Are its numbers whole ones or truth values?
    pub fn is_whole(self) -> bool {
        self <= Kind::Uint64
    }

    /// Are its numbers ints?
    pub fn is_int(self) -> bool {
        self.is_whole() && self != Kind::Bool
    }

    /// Are its numbers ints without a sign?
    pub fn is_unsigned(self) -> bool {
        self.letter() == 'u'
    }

    /// The kind that its numbers have while something is made of them: ints of few bits wrap around when they are put
    /// away.
    pub fn working(self) -> Kind {
        if self.is_int() && self.size() < 8 { Kind::Int64 } else { self }
    }

    /// The kind of what functions of floats make of its numbers.
    pub fn as_float(self) -> Kind {
        match self {
            Kind::Complex128 | Kind::Float32 => self,
            _ if self.is_int() && self.size() <= 2 => Kind::Float32,
            _ => Kind::Float64,
        }
    }

    /// The kind of sums and products of many.
    pub fn summed(self) -> Kind {
        match self {
            _ if self.is_unsigned() => Kind::Uint64,
            _ if self.is_whole() => Kind::Int64,
            _ => self,
        }
    }

    /// The least and the greatest of the ints that the kind holds.
    pub fn bounds(self) -> (i128, i128) {
        let bits = 8 * self.size() as u32;
        if self.is_unsigned() { (0, (1 << bits) - 1) } else { (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) }
    }
}

/// The numbers.
#[derive(Clone)]
pub enum Data {
    Float64(Vec<f64>),
    Float32(Vec<f32>),
    Int64(Vec<i64>),
    Bool(Vec<bool>),
    Complex128(Vec<Complex>),
    Int8(Vec<i8>),
    Int16(Vec<i16>),
    Int32(Vec<i32>),
    Uint8(Vec<u8>),
    Uint16(Vec<u16>),
    Uint32(Vec<u32>),
    Uint64(Vec<u64>),
}

/// Does the same with the vector of any kind.
macro_rules! each {
    ($data:expr, $numbers:ident => $body:expr) => {
        match $data {
            $crate::modules::matrix::data::Data::Float64($numbers) => $body,
            $crate::modules::matrix::data::Data::Float32($numbers) => $body,
            $crate::modules::matrix::data::Data::Int64($numbers) => $body,
            $crate::modules::matrix::data::Data::Bool($numbers) => $body,
            $crate::modules::matrix::data::Data::Complex128($numbers) => $body,
            $crate::modules::matrix::data::Data::Int8($numbers) => $body,
            $crate::modules::matrix::data::Data::Int16($numbers) => $body,
            $crate::modules::matrix::data::Data::Int32($numbers) => $body,
            $crate::modules::matrix::data::Data::Uint8($numbers) => $body,
            $crate::modules::matrix::data::Data::Uint16($numbers) => $body,
            $crate::modules::matrix::data::Data::Uint32($numbers) => $body,
            $crate::modules::matrix::data::Data::Uint64($numbers) => $body,
        }
    };
}
pub(super) use each;

/// A number of one of the kinds.
pub trait Number: Copy + Default + PartialEq + Send + Sync + 'static {
    /// Its kind.
    const KIND: Kind;

    /// The numbers, if they are of this kind.
    fn of(data: &Data) -> Option<&Vec<Self>>;

    /// The same, to be changed.
    fn of_mut(data: &mut Data) -> Option<&mut Vec<Self>>;

    /// The numbers as this kind, made where they are of another.
    fn cast(data: &Data) -> Cow<'_, [Self]>;

    /// Numbers as data.
    fn data(numbers: Vec<Self>) -> Data;

    /// The number in bytes of its size, the lowest first.
    fn from_bytes(bytes: &[u8]) -> Self;

    /// Appends the number's bytes, the lowest first.
    fn put_bytes(self, bytes: &mut Vec<u8>);
}

macro_rules! number {
    ($($number:ty, $variant:ident, $cast:expr, $from:expr, $put:expr;)*) => {
        $(
            impl Number for $number {
                const KIND: Kind = Kind::$variant;

                fn of(data: &Data) -> Option<&Vec<$number>> {
                    if let Data::$variant(numbers) = data { Some(numbers) } else { None }
                }

                fn of_mut(data: &mut Data) -> Option<&mut Vec<$number>> {
                    if let Data::$variant(numbers) = data { Some(numbers) } else { None }
                }

                fn cast(data: &Data) -> Cow<'_, [$number]> {
                    let cast: fn(&Data) -> Cow<'_, [$number]> = $cast;
                    cast(data)
                }

                fn data(numbers: Vec<$number>) -> Data {
                    Data::$variant(numbers)
                }

                fn from_bytes(bytes: &[u8]) -> $number {
                    let from: fn(&[u8]) -> $number = $from;
                    from(bytes)
                }

                fn put_bytes(self, bytes: &mut Vec<u8>) {
                    let put: fn($number, &mut Vec<u8>) = $put;
                    put(self, bytes);
                }
            }
        )*
    };
}

/// The first bytes as an array, zeros where there are fewer.
fn taken<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.first_chunk::<N>().copied().unwrap_or([0; N])
}

/// Numbers of the type as they are, others as what is left of their ints.
macro_rules! narrowed {
    ($variant:ident $number:ty) => {
        |data| match data {
            Data::$variant(numbers) => numbers.into(),
            Data::Int64(numbers) => numbers.iter().map(|&number| number as $number).collect(),
            other => other.ints().iter().map(|&number| number as $number).collect(),
        }
    };
}

macro_rules! ints {
    ($($number:ident $variant:ident;)*) => {
        number! {
            $(
                $number, $variant, narrowed!($variant $number), |bytes| $number::from_le_bytes(taken(bytes)),
                    |x, bytes| bytes.extend(x.to_le_bytes());
            )*
        }
    };
}

ints! { i8 Int8; i16 Int16; i32 Int32; u8 Uint8; u16 Uint16; u32 Uint32; }

number! {
    bool, Bool, Data::truths,
        |bytes| bytes.first().is_some_and(|&byte| byte != 0), |truth, bytes| bytes.push(truth.into());
    i64, Int64, Data::ints, |bytes| i64::from_le_bytes(taken(bytes)), |x, bytes| bytes.extend(x.to_le_bytes());
    u64, Uint64, Data::naturals,
        |bytes| u64::from_le_bytes(taken(bytes)), |x, bytes| bytes.extend(x.to_le_bytes());
    f32, Float32, Data::singles,
        |bytes| f32::from_le_bytes(taken(bytes)), |x, bytes| bytes.extend(x.to_le_bytes());
    f64, Float64, Data::floats,
        |bytes| f64::from_le_bytes(taken(bytes)), |x, bytes| bytes.extend(x.to_le_bytes());
    Complex, Complex128, Data::complexes,
        |bytes| Complex::new(
            f64::from_le_bytes(taken(bytes)),
            f64::from_le_bytes(taken(bytes.get(8..).unwrap_or_default())),
        ),
        |x, bytes| {
            bytes.extend(x.re.to_le_bytes());
            bytes.extend(x.im.to_le_bytes());
        };
}

/// Does the same with the type of a kind's numbers.
macro_rules! of_kind {
    ($kind:expr, $number:ident => $body:expr) => {
        match $kind {
            $crate::modules::matrix::data::Kind::Float64 => {
                type $number = f64;
                $body
            }
            $crate::modules::matrix::data::Kind::Float32 => {
                type $number = f32;
                $body
            }
            $crate::modules::matrix::data::Kind::Int64 => {
                type $number = i64;
                $body
            }
            $crate::modules::matrix::data::Kind::Bool => {
                type $number = bool;
                $body
            }
            $crate::modules::matrix::data::Kind::Complex128 => {
                type $number = super::data::Complex;
                $body
            }
            $crate::modules::matrix::data::Kind::Int8 => {
                type $number = i8;
                $body
            }
            $crate::modules::matrix::data::Kind::Int16 => {
                type $number = i16;
                $body
            }
            $crate::modules::matrix::data::Kind::Int32 => {
                type $number = i32;
                $body
            }
            $crate::modules::matrix::data::Kind::Uint8 => {
                type $number = u8;
                $body
            }
            $crate::modules::matrix::data::Kind::Uint16 => {
                type $number = u16;
                $body
            }
            $crate::modules::matrix::data::Kind::Uint32 => {
                type $number = u32;
                $body
            }
            $crate::modules::matrix::data::Kind::Uint64 => {
                type $number = u64;
                $body
            }
        }
    };
}
pub(super) use of_kind;

impl Data {
    /// The kind of the numbers.
    pub fn kind(&self) -> Kind {
        fn kind<T: Number>(_: &[T]) -> Kind {
            T::KIND
        }
        each!(self, numbers => kind(numbers))
    }

    /// How many there are.
    pub fn length(&self) -> usize {
        each!(self, numbers => numbers.len())
    }

    /// The numbers if they are of that type; none otherwise.
    pub fn slice<T: Number>(&self) -> &[T] {
        T::of(self).map_or(&[], Vec::as_slice)
    }

    /// The same numbers as another kind.
    pub fn cast(&self, kind: Kind) -> Data {
        of_kind!(kind, T => T::data(<T as Number>::cast(self).into_owned()))
    }

    /// The same numbers as another kind, which they may be already.
    pub fn into_kind(self, kind: Kind) -> Data {
        if self.kind() == kind { self } else { self.cast(kind) }
    }

    /// As 64-bit floats.
    pub fn floats(&self) -> Cow<'_, [f64]> {
        match self {
            Data::Float64(numbers) => numbers.into(),
            Data::Float32(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Int64(numbers) => numbers.iter().map(|&number| number as f64).collect(),
            Data::Bool(numbers) => numbers.iter().map(|&number| u8::from(number).into()).collect(),
            Data::Complex128(numbers) => numbers.iter().map(|number| number.re).collect(),
            Data::Uint64(numbers) => numbers.iter().map(|&number| number as f64).collect(),
            other => other.ints().iter().map(|&number| number as f64).collect(),
        }
    }

    /// As 32-bit floats.
    pub fn singles(&self) -> Cow<'_, [f32]> {
        match self {
            Data::Float32(numbers) => numbers.into(),
            Data::Int64(numbers) => numbers.iter().map(|&number| number as f32).collect(),
            Data::Uint64(numbers) => numbers.iter().map(|&number| number as f32).collect(),
            other => other.floats().iter().map(|&number| number as f32).collect(),
        }
    }

    /// As ints of 64 bits, around which greater ones wrap.
    pub fn ints(&self) -> Cow<'_, [i64]> {
        match self {
            Data::Int64(numbers) => numbers.into(),
            Data::Bool(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Int8(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Int16(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Int32(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Uint8(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Uint16(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Uint32(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Uint64(numbers) => numbers.iter().map(|&number| number as i64).collect(),
            other => other.floats().iter().map(|&number| truncated(number)).collect(),
        }
    }

    /// As ints of 64 bits without a sign, around which negative ones wrap.
    pub fn naturals(&self) -> Cow<'_, [u64]> {
        match self {
            Data::Uint64(numbers) => numbers.into(),
            Data::Float64(numbers) => numbers.iter().map(|&number| natural(number)).collect(),
            Data::Float32(numbers) => numbers.iter().map(|&number| natural(number.into())).collect(),
            other => other.ints().iter().map(|&number| number as u64).collect(),
        }
    }

    /// Which are not zero?
    pub fn truths(&self) -> Cow<'_, [bool]> {
        match self {
            Data::Bool(numbers) => numbers.into(),
            whole if whole.kind().is_int() => whole.ints().iter().map(|&number| number != 0).collect(),
            Data::Complex128(numbers) => {
                numbers.iter().map(|number| number.re != 0.0 || number.im != 0.0).collect()
            }
            other => other.floats().iter().map(|&number| number != 0.0).collect(),
        }
    }

    /// As complex numbers.
    pub fn complexes(&self) -> Cow<'_, [Complex]> {
        match self {
            Data::Complex128(numbers) => numbers.into(),
            other => other.floats().iter().map(|&number| Complex::new(number, 0.0)).collect(),
        }
    }

    /// Those of a range.
    pub fn range(&self, range: std::ops::Range<usize>) -> Data {
        each!(self, numbers => Number::data(numbers[range].to_vec()))
    }

    /// Those at the places, in their order.
    pub fn picked(&self, places: &[usize]) -> Data {
        each!(self, numbers => Number::data(places.iter().map(|&place| numbers[place]).collect()))
    }

    /// The numbers in their bytes, the lowest byte first.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.length() * self.kind().size());
        each!(self, numbers => numbers.iter().for_each(|number| number.put_bytes(&mut bytes)));
        bytes
    }

    /// The numbers that lie in bytes, the lowest byte first; what is left over at the end is not read.
    pub fn from_bytes(kind: Kind, bytes: &[u8]) -> Data {
        fn read<T: Number>(bytes: &[u8]) -> Data {
            T::data(bytes.chunks_exact(T::KIND.size()).map(T::from_bytes).collect())
        }
        of_kind!(kind, T => read::<T>(bytes))
    }
}

/// A float without its fraction; what has no such int becomes the least one, as processors do it.
pub fn truncated(number: f64) -> i64 {
    if (i64::MIN as f64..-(i64::MIN as f64)).contains(&number) { number as i64 } else { i64::MIN }
}

/// The same among the ints without a sign.
fn natural(number: f64) -> u64 {
    if number < 0.0 { truncated(number) as u64 } else { number as u64 }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn two_kinds_make_the_least_that_holds_both() {
        for (left, right, both) in [
            (Kind::Bool, Kind::Uint8, Kind::Uint8),
            (Kind::Int8, Kind::Uint8, Kind::Int16),
            (Kind::Int32, Kind::Uint8, Kind::Int32),
            (Kind::Int16, Kind::Uint32, Kind::Int64),
            (Kind::Int64, Kind::Uint64, Kind::Float64),
            (Kind::Int8, Kind::Int32, Kind::Int32),
            (Kind::Uint16, Kind::Uint8, Kind::Uint16),
            (Kind::Int16, Kind::Float32, Kind::Float32),
            (Kind::Int32, Kind::Float32, Kind::Float64),
            (Kind::Uint64, Kind::Complex128, Kind::Complex128),
        ] {
            assert_eq!(left.joined(right), both);
            assert_eq!(right.joined(left), both);
        }
    }
}
