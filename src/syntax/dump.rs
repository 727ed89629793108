//! Listings of tokens and trees, in the form of `python -m tokenize` and of `ast.dump(tree, indent=4)`.

mod item;
pub(crate) mod repr;
mod tokens;
mod tree;

pub use tokens::dump_tokens;
pub use tree::{dump_expression, dump_module};
