//! The numbers of an array: one vector of one kind.

/// A kind of numbers; of two, the greater can hold both (but for large ints).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Bool,
    Int64,
    Float32,
    Float64,
}

impl Kind {
    /// The kind of this name, of numpy's or Python's.
    pub fn named(name: &str) -> Option<Kind> {
        Some(match name {
            "bool" | "bool_" => Kind::Bool,
            "int" | "int64" | "i8" => Kind::Int64,
            "float32" | "f4" => Kind::Float32,
            "float" | "float64" | "f8" => Kind::Float64,
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
        }
    }

    /// The kind of results of both.
    pub fn joined(self, other: Kind) -> Kind {
        match (self.min(other), self.max(other)) {
            (Kind::Int64, Kind::Float32) => Kind::Float64,
            (_, greater) => greater,
        }
    }
}

/// The numbers.
#[derive(Clone)]
pub enum Data {
    Float64(Vec<f64>),
    Float32(Vec<f32>),
    Int64(Vec<i64>),
    Bool(Vec<bool>),
}

/// Does the same with the vector of any kind.
macro_rules! each {
    ($data:expr, $numbers:ident => $body:expr) => {
        match $data {
            $crate::modules::matrix::data::Data::Float64($numbers) => $body,
            $crate::modules::matrix::data::Data::Float32($numbers) => $body,
            $crate::modules::matrix::data::Data::Int64($numbers) => $body,
            $crate::modules::matrix::data::Data::Bool($numbers) => $body,
        }
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
        }
    }

    /// How many there are.
    pub fn length(&self) -> usize {
        each!(self, numbers => numbers.len())
    }

    /// The same numbers as another kind.
    pub fn cast(&self, kind: Kind) -> Data {
        match kind {
            Kind::Float64 => Data::Float64(self.floats().into_owned()),
            Kind::Float32 => Data::Float32(self.singles().into_owned()),
            Kind::Int64 => Data::Int64(self.ints().into_owned()),
            Kind::Bool => Data::Bool(self.truths()),
        }
    }

    /// As 64-bit floats.
    pub fn floats(&self) -> std::borrow::Cow<'_, [f64]> {
        match self {
            Data::Float64(numbers) => numbers.into(),
            Data::Float32(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            Data::Int64(numbers) => numbers.iter().map(|&number| number as f64).collect(),
            Data::Bool(numbers) => numbers.iter().map(|&number| u8::from(number).into()).collect(),
        }
    }

    /// As 32-bit floats.
    pub fn singles(&self) -> std::borrow::Cow<'_, [f32]> {
        match self {
            Data::Float32(numbers) => numbers.into(),
            other => other.floats().iter().map(|&number| number as f32).collect(),
        }
    }

    /// As ints.
    pub fn ints(&self) -> std::borrow::Cow<'_, [i64]> {
        match self {
            Data::Int64(numbers) => numbers.into(),
            Data::Bool(numbers) => numbers.iter().map(|&number| number.into()).collect(),
            other => other.floats().iter().map(|&number| number as i64).collect(),
        }
    }

    /// Which are not zero?
    pub fn truths(&self) -> Vec<bool> {
        match self {
            Data::Bool(numbers) => numbers.clone(),
            Data::Int64(numbers) => numbers.iter().map(|&number| number != 0).collect(),
            other => other.floats().iter().map(|&number| number != 0.0).collect(),
        }
    }

    /// Those of a range.
    pub fn range(&self, range: std::ops::Range<usize>) -> Data {
        match self {
            Data::Float64(numbers) => Data::Float64(numbers[range].to_vec()),
            Data::Float32(numbers) => Data::Float32(numbers[range].to_vec()),
            Data::Int64(numbers) => Data::Int64(numbers[range].to_vec()),
            Data::Bool(numbers) => Data::Bool(numbers[range].to_vec()),
        }
    }

    /// Those at the places, in their order.
    pub fn picked(&self, places: &[usize]) -> Data {
        match self {
            Data::Float64(numbers) => Data::Float64(places.iter().map(|&place| numbers[place]).collect()),
            Data::Float32(numbers) => Data::Float32(places.iter().map(|&place| numbers[place]).collect()),
            Data::Int64(numbers) => Data::Int64(places.iter().map(|&place| numbers[place]).collect()),
            Data::Bool(numbers) => Data::Bool(places.iter().map(|&place| numbers[place]).collect()),
        }
    }
}
