//! `str`: the operations on [`Text`].
//!
//! In reading order: `repr`, `predicates`, `case`, `search`, `split`, `layout` (padding, tabs), `translate`, `iterator`,
//! `spec` (format specifications of text), `format` (`str.format`), `percent` (`%`).

pub mod case;
pub mod category;
pub mod format;
pub mod iterator;
pub mod layout;
pub mod percent;
pub mod predicates;
pub mod repr;
pub mod search;
pub mod spec;
pub mod split;
pub mod translate;

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{memory_error, type_error};
use crate::object::slots::Comparison;
use crate::object::text::{CodePoint, encode, intern_bytes};
use crate::object::{
    Arguments, Global, Operator, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Value,
    operations,
};

use super::{codecs, indexing, int};

/// A str of WTF-8.
pub fn of(gil: Gil<'_>, bytes: Vec<u8>) -> Value {
    match short(gil, &bytes) {
        Some(kept) => kept,
        None => Ref::new(gil, Text::from_vector(bytes)).into_value(),
    }
}

/// A str of a copy of WTF-8.
pub fn copy(gil: Gil<'_>, bytes: &[u8]) -> Value {
    match short(gil, bytes) {
        Some(kept) => kept,
        None => Ref::new(gil, Text::from_wtf8(bytes)).into_value(),
    }
}

/// A str of Rust text.
pub fn new_text(gil: Gil<'_>, text: &str) -> Value {
    copy(gil, text.as_bytes())
}

/// The characters that are kept: Latin-1, and, behind it, the empty str.
const KEPT: usize = 257;
const EMPTY: usize = KEPT - 1;

static SHORT: Global<[OnceCell<Ref<Text>>; KEPT]> = Global::new([const { OnceCell::new() }; KEPT]);

/// The one str of so short a text: the empty one and those of one character of Latin-1 are one object each, however they
/// came about. Programs tell by `is` and `id`, if by accident.
#[inline]
fn short(gil: Gil<'_>, bytes: &[u8]) -> Option<Value> {
    let place = match *bytes {
        [] => EMPTY,
        [byte @ ..0x80] => byte.into(),
        [lead @ 0xC2..=0xC3, byte] => usize::from(lead & 3) << 6 | usize::from(byte & 0x3F),
        _ => return None,
    };
    Some(SHORT.get(gil)[place].get_or_init(|| intern_bytes(gil, bytes)).to_value())
}

/// The str of one character.
pub fn character(gil: Gil<'_>, point: CodePoint) -> Value {
    if let Some(kept) = SHORT.get(gil)[..EMPTY].get(point as usize).and_then(OnceCell::get) {
        return kept.to_value();
    }
    let mut bytes = Vec::with_capacity(4);
    encode(point, &mut bytes);
    of(gil, bytes)
}

/// The text of a value that a slot or method of `str` was called on.
pub fn this(value: &Value) -> &Ref<Text> {
    match value.downcast() {
        Some(text) => text,
        None => unreachable!("slots are called on instances of their type"),
    }
}

/// The value itself if its type is exactly `str`, a copy if it is of a subclass.
pub fn exact(gil: Gil<'_>, value: &Value) -> Value {
    if value.is_exact::<Text>(gil) { value.clone() } else { copy(gil, this(value).bytes()) }
}

static PARAMETERS: Parameters<3> = Parameters::new(["object", "encoding", "errors"], 0);

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    if arguments.names.is_empty() {
        arguments.between(gil, "str", 0, 3)?;
    }
    let [object, encoding, errors] = arguments.bind(gil, "str", &PARAMETERS)?;
    let text = match (object, encoding, errors) {
        (None, ..) => return Ok(of_class(gil, class, &copy(gil, b""))),
        (Some(object), None, None) => {
            let text = operations::str(gil, object)?;
            // A `__str__` that gives an instance of a subclass is taken at its word.
            let by_method: crate::object::slots::Unary = super::slots::trampolines::str;
            let slot = object.class(gil).slots.str.get();
            let is_own =
                !text.as_value().is(object) || slot.is_some_and(|slot| std::ptr::fn_addr_eq(slot, by_method));
            if std::ptr::eq(class.root(), Text::layout().exact.get(gil)) && is_own {
                return Ok(text.into_value());
            }
            text
        }
        (Some(object), ..) => {
            let encoding = codecs::name_argument(gil, encoding, "str", "encoding", "utf-8")?;
            let errors = codecs::name_argument(gil, errors, "str", "errors", "strict")?;
            if object.downcast::<Text>().is_some() {
                return Err(type_error(gil, "decoding str is not supported"));
            }
            let Some(bytes) = super::buffer::lent(gil, object)? else {
                let name = object.class(gil).name();
                let message = format!("decoding to str: need a bytes-like object, {name} found");
                return Err(type_error(gil, message));
            };
            return Ok(of_class(gil, class, &codecs::decode(gil, &bytes, &encoding, &errors)?));
        }
    };
    Ok(of_class(gil, class, &text.into_value()))
}

/// The text as an instance of the class.
fn of_class(gil: Gil<'_>, class: &Ref<Type>, text: &Value) -> Value {
    if std::ptr::eq(class.root(), Text::layout().exact.get(gil)) {
        return exact(gil, text);
    }
    let copy = Text::from_wtf8(this(text).bytes());
    Ref::with_shape(gil, class.root(), copy).into_value()
}

fn compare(_gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (left.downcast::<Text>(), right.downcast::<Text>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(match comparison {
        Comparison::Equal => left.equals(right),
        Comparison::NotEqual => !left.equals(right),
        // The order of WTF-8 is that of code points.
        _ => comparison.holds(left.bytes().cmp(right.bytes())),
    }))
}

fn add(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let Some(first) = left.downcast::<Text>() else { return Ok(Value::NOT_IMPLEMENTED) };
    let Some(second) = right.downcast::<Text>() else {
        if let Some(answer) = reflected(gil, Operator::Add, left, right)? {
            return Ok(answer);
        }
        let name = right.class(gil).name();
        return Err(type_error(gil, format!("can only concatenate str (not \"{name}\") to str")));
    };
    if second.bytes().is_empty() && left.is_exact::<Text>(gil) {
        return Ok(left.clone());
    }
    if first.bytes().is_empty() && right.is_exact::<Text>(gil) {
        return Ok(right.clone());
    }
    let mut joined = reserve(gil, first.bytes().len() + second.bytes().len())?;
    joined.extend_from_slice(first.bytes());
    joined.extend_from_slice(second.bytes());
    Ok(of(gil, joined))
}

/// What the right operand's type makes of an operation that the left, a sequence, declines: asked here so that the
/// TypeError can be the sequence's own.
pub fn reflected(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Option<Value>> {
    match right.class(gil).slots.binary[operator as usize].get() {
        Some(slot) => {
            let answer = slot(gil, left, right)?;
            Ok(Some(answer).filter(|answer| !answer.is(&Value::NOT_IMPLEMENTED)))
        }
        None => Ok(None),
    }
}

/// An empty buffer with room for so many bytes, or a MemoryError.
pub fn reserve(gil: Gil<'_>, size: usize) -> Result<Vec<u8>> {
    let mut room = Vec::new();
    match room.try_reserve_exact(size) {
        Ok(()) => Ok(room),
        Err(_) => {
            Err(crate::object::Raised::with_arguments(gil, crate::object::Kind::MemoryError, Vec::new()))
        }
    }
}

fn multiply(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (text, times) = if left.downcast::<Text>().is_some() { (left, right) } else { (right, left) };
    if left.is(text)
        && times.downcast::<Text>().is_none()
        && let Some(answer) = super::sequence::asked_first(gil, Operator::Multiply, multiply, left, right)?
    {
        return Ok(answer);
    }
    let Some(count) = indexing::clamped(gil, times)? else {
        let name = times.class(gil).name();
        return Err(type_error(gil, format!("can't multiply sequence by non-int of type '{name}'")));
    };
    if count == 1 {
        return Ok(exact(gil, text));
    }
    if matches!(count, i64::MIN | i64::MAX) {
        return Err(crate::object::raised::overflow_error(
            gil,
            "cannot fit 'int' into an index-sized integer",
        ));
    }
    Ok(of(gil, repeat(gil, this(text).bytes(), count)?))
}

/// The bytes so many times over, or a MemoryError.
pub fn repeat(gil: Gil<'_>, bytes: &[u8], count: i64) -> Result<Vec<u8>> {
    let count = usize::try_from(count).unwrap_or(0);
    let size = bytes.len().checked_mul(count).filter(|size| *size < isize::MAX as usize);
    let Some(size) = size else { return Err(memory_error(gil, "")) };
    let mut result = reserve(gil, size)?;
    match bytes {
        [byte] => result.resize(count, *byte),
        _ => (0..if bytes.is_empty() { 0 } else { count }).for_each(|_| result.extend_from_slice(bytes)),
    }
    Ok(result)
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let text = this(value);
    if !indexing::is_slice(gil, key) {
        let position = indexing::position(gil, key, text.length(), "string")?;
        return Ok(character(gil, text.character(position).unwrap_or(0)));
    }
    let bounds = indexing::slice(gil, key, text.length())?;
    if bounds.step == 1 {
        if bounds.count == text.length() {
            return Ok(exact(gil, value));
        }
        let start = bounds.start as usize;
        return Ok(copy(gil, text.slice(start, start + bounds.count)));
    }
    let mut result = Vec::with_capacity(bounds.count);
    if text.is_ascii() {
        result.extend(bounds.positions().map(|position| text.bytes()[position]));
    } else {
        let points: Vec<CodePoint> = text.characters().collect();
        bounds.positions().for_each(|position| encode(points[position], &mut result));
    }
    Ok(of(gil, result))
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    match item.downcast::<Text>() {
        Some(item) => Ok(memchr::memmem::find(this(value).bytes(), item.bytes()).is_some()),
        None => {
            let name = item.class(gil).name();
            Err(type_error(gil, format!("'in <string>' requires string as left operand, not {name}")))
        }
    }
}

fn get_new_arguments(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__getnewargs__")?;
    Ok(super::tuple::of(gil, vec![copy(gil, this(value).bytes())]))
}

fn size_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__sizeof__")?;
    let text = this(value);
    let widest = text.characters().max().unwrap_or(0);
    let (head, width) = match widest {
        0..=0x7F => (41, 1),
        0x80..=0xFF => (57, 1),
        0x100..=0xFFFF => (58, 2),
        _ => (60, 4),
    };
    Ok(int::from_i64(gil, (head + width * text.length()) as i64))
}

static ENCODE: Parameters<2> = Parameters::new(["encoding", "errors"], 0);

fn encode_method(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let [encoding, errors] = arguments.without_first().bind(gil, "encode", &ENCODE)?;
    let encoding = codecs::name_argument(gil, encoding, "encode", "encoding", "utf-8")?;
    let errors = codecs::name_argument(gil, errors, "encode", "errors", "strict")?;
    codecs::encode(gil, this(value), &encoding, &errors)
}

const fn binary() -> [Option<crate::object::slots::Binary>; crate::object::slots::OPERATORS] {
    let mut table = SlotTable::EMPTY.binary;
    table[Operator::Add as usize] = Some(add);
    table[Operator::Multiply as usize] = Some(multiply);
    table[Operator::Modulo as usize] = Some(percent::modulo);
    table
}

macro_rules! methods {
    ($($name:literal $signature:literal $doc:literal $function:expr;)*) => {
        &[$(Function::new($name, $signature, $doc, $function),)*
          Function::fixed("maketrans", "", "Return a translation table usable for str.translate().", translate::make)]
    };
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "str",
    module: "builtins",
    signature: "",
    doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from \
          the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will \
          be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() \
          (if defined)\nor repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.",
    base: None,
    layout: Text::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::MATCH_SELF,
    slots: SlotTable {
        new: Some(new),
        repr: Some(|gil, value| Ok(new_text(gil, &repr::of(this(value))))),
        str: Some(|gil, value| Ok(exact(gil, value))),
        hash: Some(|_, value| Ok(this(value).hash() as i64)),
        compare: Some(compare),
        iter: Some(|gil, value| Ok(iterator::of(gil, this(value)))),
        length: Some(|_, value| Ok(this(value).length())),
        truth: Some(|_, value| Ok(this(value).length() > 0)),
        get_item: Some(get_item),
        contains: Some(contains),
        binary: binary(),
        ..SlotTable::EMPTY
    },
    methods: methods! {
        "encode" "($self, /, encoding='utf-8', errors='strict')" "Encode the string using the codec registered for encoding." encode_method;
        "replace" "($self, old, new, /, count=-1)" "Return a copy with all occurrences of substring old replaced by new." search::replace;
        "split" "($self, /, sep=None, maxsplit=-1)" "Return a list of the substrings in the string, using sep as the separator string." split::split;
        "rsplit" "($self, /, sep=None, maxsplit=-1)" "Return a list of the substrings in the string, using sep as the separator string." split::rsplit;
        "join" "($self, iterable, /)" "Concatenate any number of strings." split::join;
        "capitalize" "($self, /)" "Return a capitalized version of the string." case::capitalize;
        "casefold" "($self, /)" "Return a version of the string suitable for caseless comparisons." case::casefold;
        "title" "($self, /)" "Return a version of the string where each word is titlecased." case::title;
        "center" "($self, width, fillchar=' ', /)" "Return a centered string of length width." layout::center;
        "count" "" "Return the number of non-overlapping occurrences of substring sub in string S[start:end]." search::count;
        "expandtabs" "($self, /, tabsize=8)" "Return a copy where all tab characters are expanded using spaces." layout::expandtabs;
        "find" "" "Return the lowest index in S where substring sub is found." search::find;
        "partition" "($self, sep, /)" "Partition the string into three parts using the given separator." split::partition;
        "index" "" "Return the lowest index in S where substring sub is found." search::index;
        "ljust" "($self, width, fillchar=' ', /)" "Return a left-justified string of length width." layout::ljust;
        "lower" "($self, /)" "Return a copy of the string converted to lowercase." case::lower;
        "lstrip" "($self, chars=None, /)" "Return a copy of the string with leading whitespace removed." split::lstrip;
        "rfind" "" "Return the highest index in S where substring sub is found." search::rfind;
        "rindex" "" "Return the highest index in S where substring sub is found." search::rindex;
        "rjust" "($self, width, fillchar=' ', /)" "Return a right-justified string of length width." layout::rjust;
        "rstrip" "($self, chars=None, /)" "Return a copy of the string with trailing whitespace removed." split::rstrip;
        "rpartition" "($self, sep, /)" "Partition the string into three parts using the given separator." split::rpartition;
        "splitlines" "($self, /, keepends=False)" "Return a list of the lines in the string, breaking at line boundaries." split::splitlines;
        "strip" "($self, chars=None, /)" "Return a copy of the string with leading and trailing whitespace removed." split::strip;
        "swapcase" "($self, /)" "Convert uppercase characters to lowercase and lowercase characters to uppercase." case::swapcase;
        "translate" "($self, table, /)" "Replace each character in the string using the given translation table." translate::translate;
        "upper" "($self, /)" "Return a copy of the string converted to uppercase." case::upper_method;
        "startswith" "" "Return True if S starts with the specified prefix, False otherwise." search::startswith;
        "endswith" "" "Return True if S ends with the specified suffix, False otherwise." search::endswith;
        "removeprefix" "($self, prefix, /)" "Return a str with the given prefix string removed if present." search::removeprefix;
        "removesuffix" "($self, suffix, /)" "Return a str with the given suffix string removed if present." search::removesuffix;
        "isascii" "($self, /)" "Return True if all characters in the string are ASCII, False otherwise." predicates::isascii;
        "islower" "($self, /)" "Return True if the string is a lowercase string, False otherwise." predicates::islower;
        "isupper" "($self, /)" "Return True if the string is an uppercase string, False otherwise." predicates::isupper;
        "istitle" "($self, /)" "Return True if the string is a title-cased string, False otherwise." predicates::istitle;
        "isspace" "($self, /)" "Return True if the string is a whitespace string, False otherwise." predicates::isspace;
        "isdecimal" "($self, /)" "Return True if the string is a decimal string, False otherwise." predicates::isdecimal;
        "isdigit" "($self, /)" "Return True if the string is a digit string, False otherwise." predicates::isdigit;
        "isnumeric" "($self, /)" "Return True if the string is a numeric string, False otherwise." predicates::isnumeric;
        "isalpha" "($self, /)" "Return True if the string is an alphabetic string, False otherwise." predicates::isalpha;
        "isalnum" "($self, /)" "Return True if the string is an alpha-numeric string, False otherwise." predicates::isalnum;
        "isidentifier" "($self, /)" "Return True if the string is a valid Python identifier, False otherwise." predicates::isidentifier;
        "isprintable" "($self, /)" "Return True if all characters in the string are printable, False otherwise." predicates::isprintable;
        "zfill" "($self, width, /)" "Pad a numeric string with zeros on the left, to fill a field of the given width." layout::zfill;
        "format" "($self, /, *args, **kwargs)" "Return a formatted version of the string, using substitutions from args and kwargs." format::format;
        "format_map" "($self, mapping, /)" "Return a formatted version of the string, using substitutions from mapping." format::format_map;
        "__format__" "($self, format_spec, /)" "Return a formatted version of the string as described by format_spec." spec::format_method;
        "__getnewargs__" "" "" get_new_arguments;
        "__sizeof__" "($self, /)" "Return the size of the string in memory, in bytes." size_of;
    },
    attributes: &[],
};

/// The class's name in errors about arguments: None is shown as itself.
pub fn shown_class(gil: Gil<'_>, value: &Value) -> String {
    if value.is_none() { "None".to_owned() } else { value.class(gil).name().to_string() }
}
