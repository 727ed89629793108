//! The numbers of an array: one vector of one kind.

use std::borrow::Cow;

/// A complex number.
pub type Complex = num_complex::Complex<f64>;

/// A kind of numbers; of two, the greater can hold both (but for large ints).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Bool,
    Int64,
    Float32,
    Float64,
    Complex128,
}

impl Kind {
    /// The kind of this name, of numpy's or Python's.
    pub fn named(name: &str) -> Option<Kind> {
        Some(match name.trim_start_matches(['<', '=', '|']) {
            "bool" | "bool_" | "?" | "b1" => Kind::Bool,
            "int" | "int64" | "i8" | "int_" | "intp" | "q" | "l" | "p" | "longlong" | "long" => Kind::Int64,
            "float32" | "f4" | "f" | "single" => Kind::Float32,
            "float" | "float64" | "f8" | "d" | "double" | "float_" => Kind::Float64,
            "complex" | "complex128" | "c16" | "D" | "cdouble" => Kind::Complex128,
            _ => return None,
        })
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Bool => "bool",
            Kind::Int64 => "int64",
            Kind::Float32 => "float32",
            Kind::Float64 => "float64",
            Kind::Complex128 => "complex128",
        }
    }

    /// The letter of all kinds like it.
    pub fn letter(self) -> char {
        match self {
            Kind::Bool => 'b',
            Kind::Int64 => 'i',
            Kind::Float32 | Kind::Float64 => 'f',
            Kind::Complex128 => 'c',
        }
    }

    /// The letter of this kind alone.
    pub fn own_letter(self) -> char {
        match self {
            Kind::Bool => '?',
            Kind::Int64 => 'l',
            Kind::Float32 => 'f',
            Kind::Float64 => 'd',
            Kind::Complex128 => 'D',
        }
    }

    /// As files name it: the order of the bytes, the letter, the size.
    pub fn code(self) -> String {
        let order = if self == Kind::Bool { '|' } else { '<' };
        format!("{order}{}{}", self.letter(), self.size())
    }

    /// The bytes of a number.
    pub fn size(self) -> usize {
        match self {
            Kind::Bool => 1,
            Kind::Float32 => 4,
            Kind::Int64 | Kind::Float64 => 8,
            Kind::Complex128 => 16,
        }
    }

    /// The kind of results of both.
    pub fn joined(self, other: Kind) -> Kind {
        match (self.min(other), self.max(other)) {
            (Kind::Int64, Kind::Float32) => Kind::Float64,
            (_, greater) => greater,
        }
    }

    /// Are its numbers whole ones or truth values?
    pub fn is_whole(self) -> bool {
        self <= Kind::Int64
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
    ($($number:ty, $variant:ident, $cast:ident, $from:expr, $put:expr;)*) => {
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
                    data.$cast()
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

number! {
    bool, Bool, truths, |bytes| bytes.first().is_some_and(|&byte| byte != 0), |truth, bytes| bytes.push(truth.into());
    i64, Int64, ints, |bytes| i64::from_le_bytes(taken(bytes)), |x, bytes| bytes.extend(x.to_le_bytes());
    f32, Float32, singles, |bytes| f32::from_le_bytes(taken(bytes)), |x, bytes| bytes.extend(x.to_le_bytes());
    f64, Float64, floats, |bytes| f64::from_le_bytes(taken(bytes)), |x, bytes| bytes.extend(x.to_le_bytes());
    Complex, Complex128, complexes,
        |bytes| Complex::new(
            f64::from_le_bytes(taken(bytes)),
            f64::from_le_bytes(taken(bytes.get(8..).unwrap_or_default())),
        ),
        |x, bytes| {
            bytes.extend(x.re.to_le_bytes());
            bytes.extend(x.im.to_le_bytes());
        };
}

impl Data {
    /// The kind of the numbers.
    pub fn kind(&self) -> Kind {
        match self {
            Data::Float64(_) => Kind::Float64,
            Data::Float32(_) => Kind::Float32,
            Data::Int64(_) => Kind::Int64,
            Data::Bool(_) => Kind::Bool,
            Data::Complex128(_) => Kind::Complex128,
        }
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
        match kind {
            Kind::Float64 => Data::Float64(self.floats().into_owned()),
            Kind::Float32 => Data::Float32(self.singles().into_owned()),
            Kind::Int64 => Data::Int64(self.ints().into_owned()),
            Kind::Bool => Data::Bool(self.truths().into_owned()),
            Kind::Complex128 => Data::Complex128(self.complexes().into_owned()),
        }
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
        }
    }

    /// As 32-bit floats.
    pub fn singles(&self) -> Cow<'_, [f32]> {
        match self {
            Data::Float32(numbers) => numbers.into(),
            Data::Int64(numbers) => numbers.iter().map(|&number| number as f32).collect(),
            other => other.floats().iter().map(|&number| number as f32).collect(),
        }
    }

    /// As ints.
    pub fn ints(&self) -> Cow<'_, [i64]> {
        match self {
            Data::Int64(numbers) => numbers.into(),
            Data::Bool(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            other => other.floats().iter().map(|&number| truncated(number)).collect(),
        }
    }

    /// Which are not zero?
    pub fn truths(&self) -> Cow<'_, [bool]> {
        match self {
            Data::Bool(numbers) => numbers.into(),
            Data::Int64(numbers) => numbers.iter().map(|&number| number != 0).collect(),
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
        match kind {
            Kind::Float64 => read::<f64>(bytes),
            Kind::Float32 => read::<f32>(bytes),
            Kind::Int64 => read::<i64>(bytes),
            Kind::Bool => read::<bool>(bytes),
            Kind::Complex128 => read::<Complex>(bytes),
        }
    }
}

/// A float without its fraction; what has no such int becomes the least one, as processors do it.
pub fn truncated(number: f64) -> i64 {
    if (i64::MIN as f64..-(i64::MIN as f64)).contains(&number) { number as i64 } else { i64::MIN }
}
