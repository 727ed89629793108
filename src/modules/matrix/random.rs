//! Random numbers as numpy's generators draw them.
//!
//! In reading order: `seed` (a seed's words), `pcg` (words, fractions, normal and exponential numbers), `ziggurat` (the
//! layers of those), `counts` (Poisson and binomial numbers), `choice` (shuffles and samples), `generator` (the type).

mod choice;
mod counts;
pub mod generator;
mod pcg;
mod seed;
mod ziggurat;
