//! What values are made of: the word, the header, shapes, types, slots, the heap and the collector.
//!
//! In reading order:
//! - `word`: the 64 bits of a value; `value`: values that own what they refer to;
//! - `header`: what every object begins with, and the description of its payload;
//! - `shape`: hidden classes; `class`: types; `slots`: what a type does;
//! - `text`, `table`: the str payload and the hash table that everything else stands on; `hash`;
//! - `attributes`: what instances keep of their own;
//! - `allocator`, `pool`, `heap`, `collector`, `weak`: where memory comes from, how objects begin and end;
//! - `roster`: lists of objects that others keep alive;
//! - `recursion`: how deep native code is;
//! - `global`: variables of the process that hold values;
//! - `exposed`: objects that let others at their bytes;
//! - `operations`: the language's operations on any objects; `native`: how built-ins declare themselves;
//! - `arguments`, `raised`: what goes into calls and what comes out when they fail.
//!
//! Must not know: the machine, the built-in types' behaviour, the modules.

pub mod allocator;
pub mod arguments;
pub mod attributes;
pub mod class;
pub mod collector;
pub mod exposed;
pub mod global;
pub mod hash;
pub mod header;
pub mod heap;
pub mod native;
pub mod operations;
mod pool;
pub mod raised;
pub mod recursion;
pub mod roster;
pub mod shape;
pub mod slots;
pub mod suggestion;
pub mod table;
pub mod text;
pub mod value;
pub mod weak;
pub mod word;

pub use arguments::{Arguments, Parameters, unexpected_keyword};
pub use class::Type;
pub use exposed::Exposed;
pub use global::Global;
pub use header::{Header, Layout, Object, Payload, Visit};
pub use raised::{Exception, Kind, Raised, Result};
pub use shape::{Shape, Storage};
pub use slots::{Comparison, Operator, SlotTable};
pub use table::Table;
pub use text::{Text, intern, intern_text};
pub use value::{Ref, Value};
pub use word::Bits;
