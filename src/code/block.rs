//! What a symbol table tells of a source: its blocks and their names, as plain data.

/// A block: a module, function, class, or a scope of annotations.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is, in CPython's words.
    pub kind: &'static str,
    /// Its name; `top` for a module.
    pub name: String,
    /// The line where it begins; 0 for a module.
    pub line: u32,
    /// In a function, at whatever depth.
    pub nested: bool,
    /// The names in the order in which they come up.
    pub symbols: Vec<Symbol>,
    /// The blocks directly inside, by their place among all blocks.
    pub children: Vec<usize>,
}

/// A name of a block.
#[derive(Clone, Debug)]
pub struct Symbol {
    /// The name.
    pub name: String,
    /// How it is used: a sum of [`flags`].
    pub flags: u16,
    /// Where it lives.
    pub place: Place,
}

/// How a name is used, in CPython's bits.
pub mod flags {
    /// Declared global.
    pub const GLOBAL: u16 = 1;
    /// Bound in the block.
    pub const LOCAL: u16 = 2;
    /// A parameter.
    pub const PARAMETER: u16 = 4;
    /// Declared nonlocal.
    pub const NONLOCAL: u16 = 8;
    /// Read.
    pub const USE: u16 = 16;
    /// Bound by an import.
    pub const IMPORT: u16 = 128;
    /// Has an annotation.
    pub const ANNOTATED: u16 = 256;
    /// The variable of a comprehension.
    pub const ITERATION: u16 = 512;
    /// A type parameter.
    pub const TYPE_PARAMETER: u16 = 1024;
}

/// Where a name lives, in CPython's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the block.
    Local = 1,
    /// Global by declaration.
    GlobalExplicit = 2,
    /// Bound nowhere around.
    GlobalImplicit = 3,
    /// In a function around.
    Free = 4,
    /// In the block, and used by functions inside.
    Cell = 5,
}
