//! Listings of tokens and trees, in the form of `python -m tokenize` and of `ast.dump(tree, indent=4)`.

mod item;
pub(crate) mod repr;
mod tokens;

pub use item::{dump_expression, dump_module};
pub use tokens::{Listed, dump_tokens, list_tokens};
