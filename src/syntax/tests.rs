//! The room's tests: sources and what becomes of them.

mod corpus;
mod errors;
mod limits;
mod trees;
