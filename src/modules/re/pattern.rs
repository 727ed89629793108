//! `re.Pattern`: a compiled pattern.

use std::borrow::Cow;

use super::found;
use super::matcher::{Matcher, NOWHERE, Subject, Wanted};
use super::program::Program;
use super::scanner;
use super::template::{self, Groups, Piece};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags as class_flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{
    Arguments, Comparison, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Value, Visit,
    operations,
};
use crate::payload;
use crate::types::bytes::Bytes;
use crate::types::dict::Dict;
use crate::types::{buffer, bytes, generic_alias, indexing, int, list, mapping_proxy, str, tuple};

/// The payload of `re.Pattern`.
pub struct Pattern {
    pub pattern: Value,
    pub flags: u32,
    pub is_text: bool,
    pub program: Program,
    /// Names and numbers of groups.
    pub names: Vec<(Vec<u32>, usize)>,
    pub group_index: Ref<Dict>,
}

impl Payload for Pattern {
    payload!(Pattern, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.pattern);
        visit(self.group_index.as_value());
    }
}

/// The pattern that a method is called on.
pub fn this(value: &Value) -> &Ref<Pattern> {
    match value.downcast() {
        Some(pattern) => pattern,
        None => unreachable!("methods are called on instances of their type"),
    }
}

/// A text that is searched: what was given, and its bytes.
pub struct Searched {
    pub value: Value,
    /// The bytes of what is neither str nor bytes.
    copy: Option<Vec<u8>>,
}

impl Searched {
    /// What is given, if it is of the pattern's kind.
    pub fn new(gil: Gil<'_>, is_text: bool, value: &Value) -> Result<Searched> {
        let mut copy = None;
        if value.downcast::<Text>().is_some() {
            if !is_text {
                return Err(type_error(gil, "cannot use a bytes pattern on a string-like object"));
            }
        } else {
            if value.downcast::<Bytes>().is_none() {
                copy = buffer::lent(gil, value)?;
                if copy.is_none() {
                    let name = value.class(gil).name();
                    return Err(type_error(
                        gil,
                        format!("expected string or bytes-like object, got '{name}'"),
                    ));
                }
            }
            if is_text {
                return Err(type_error(gil, "cannot use a string pattern on a bytes-like object"));
            }
        }
        Ok(Searched { value: value.clone(), copy })
    }

    /// All bytes.
    pub fn bytes(&self) -> &[u8] {
        if let Some(copy) = &self.copy {
            return copy;
        }
        match (self.value.downcast::<Text>(), self.value.downcast::<Bytes>()) {
            (Some(text), _) => text.bytes(),
            (None, Some(bytes)) => &bytes.bytes,
            (None, None) => &[],
        }
    }

    /// May characters be several bytes?
    pub fn is_wide(&self) -> bool {
        self.value.downcast::<Text>().is_some_and(|text| !text.is_ascii())
    }

    /// The offset of a position, which is brought into bounds.
    pub fn offset(&self, position: i64) -> usize {
        let position = position.max(0) as usize;
        match self.value.downcast::<Text>() {
            Some(text) => text.offset(position.min(text.length())),
            None => position.min(self.bytes().len()),
        }
    }

    /// The text before an offset.
    pub fn until(&self, end: usize) -> Subject<'_> {
        Subject { bytes: &self.bytes()[..end], is_wide: self.is_wide() }
    }
}

/// A text, and the offsets between which it is searched.
pub struct Range {
    pub searched: Searched,
    pub start: usize,
    pub end: usize,
}

const SEARCH: Parameters<3> = Parameters::new(["string", "pos", "endpos"], 1);

/// `string, pos=0, endpos=sys.maxsize`.
pub fn range(gil: Gil<'_>, pattern: &Pattern, name: &str, arguments: Arguments<'_>) -> Result<Range> {
    let [string, start, end] = arguments.without_first().bind(gil, name, &SEARCH)?;
    let string = convert::given(string);
    let number = |value: Option<&Value>, other: i64| match value {
        Some(value) => indexing::integer(gil, value),
        None => Ok(other),
    };
    let (start, end) = (number(start, 0)?, number(end, i64::MAX)?);
    let searched = Searched::new(gil, pattern.is_text, string)?;
    let end = searched.offset(end);
    let start = searched.offset(start);
    Ok(Range { searched, start, end })
}

fn one(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, wanted: Wanted) -> Result<Value> {
    let pattern = this(&arguments.values[0]);
    let range = range(gil, pattern, name, arguments)?;
    if range.start > range.end {
        return Ok(Value::NONE);
    }
    let mut matcher = Matcher::new(gil, &pattern.program, range.searched.until(range.end));
    if !matcher.find(range.start, wanted, false)? {
        return Ok(Value::NONE);
    }
    Ok(found::new(gil, pattern, &range, &matcher.slots))
}

/// The matches of a pattern one after the other.
pub struct Walk {
    at: usize,
    must_advance: bool,
}

impl Walk {
    /// From an offset on.
    pub fn new(start: usize) -> Walk {
        Walk { at: start, must_advance: false }
    }

    /// The next match, whose groups are in the matcher's slots.
    pub fn next(&mut self, matcher: &mut Matcher<'_>, wanted: Wanted) -> Result<bool> {
        if !matcher.find(self.at, wanted, self.must_advance)? {
            return Ok(false);
        }
        self.at = matcher.slots[1];
        self.must_advance = matcher.slots[0] == matcher.slots[1];
        Ok(true)
    }
}

/// A part of a text, as a group gives it.
pub fn slice(gil: Gil<'_>, value: &Value, start: usize, end: usize) -> Value {
    if let Some(text) = value.downcast::<Text>() {
        if start == 0 && end == text.bytes().len() && value.is_exact::<Text>(gil) {
            return value.clone();
        }
        let part = &text.bytes()[start..end];
        if let [byte] = part {
            return str::character(gil, u32::from(*byte));
        }
        return str::of(gil, part.to_vec());
    }
    if let Some(whole) = value.downcast::<Bytes>() {
        if start == 0 && end == whole.bytes.len() && value.is_exact::<Bytes>(gil) {
            return value.clone();
        }
        return bytes::of(gil, whole.bytes[start..end].to_vec());
    }
    // What can change may have become shorter.
    let cut = |bytes: &[u8]| -> Vec<u8> {
        let end = end.min(bytes.len());
        bytes[start.min(end)..end].to_vec()
    };
    let mut part = buffer::with(value, cut);
    if part.is_none() {
        // A class in Python lends its bytes anew.
        part = buffer::lent(gil, value).ok().flatten().as_deref().map(cut);
    }
    bytes::of(gil, part.unwrap_or_default())
}

/// A group of what is in the slots, or nothing.
fn part(gil: Gil<'_>, value: &Value, slots: &[usize], group: usize) -> Option<Value> {
    let (start, end) = (slots[2 * group], slots[2 * group + 1]);
    (start != NOWHERE && end != NOWHERE).then(|| slice(gil, value, start, end.max(start)))
}

fn empty(gil: Gil<'_>, is_text: bool) -> Value {
    if is_text { convert::text(gil, "") } else { bytes::of(gil, Vec::new()) }
}

fn findall(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let pattern = this(&arguments.values[0]);
    let range = range(gil, pattern, "findall", arguments)?;
    let mut all = Vec::new();
    if range.start > range.end {
        return Ok(list::of(gil, all));
    }
    let value = &range.searched.value;
    let mut matcher = Matcher::new(gil, &pattern.program, range.searched.until(range.end));
    let mut walk = Walk::new(range.start);
    while walk.next(&mut matcher, Wanted::Search)? {
        let slots = &matcher.slots;
        let group = |group| part(gil, value, slots, group).unwrap_or_else(|| empty(gil, pattern.is_text));
        all.push(match pattern.program.groups {
            1 => group(0),
            2 => group(1),
            groups => tuple::of(gil, (1..groups).map(group).collect()),
        });
    }
    Ok(list::of(gil, all))
}

const SPLIT: Parameters<2> = Parameters::new(["string", "maxsplit"], 1);

fn split(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let pattern = this(&arguments.values[0]);
    let [string, most] = arguments.without_first().bind(gil, "split", &SPLIT)?;
    let most = match most {
        Some(most) => indexing::integer(gil, most)?,
        None => 0,
    };
    let searched = Searched::new(gil, pattern.is_text, convert::given(string))?;
    let end = searched.bytes().len();
    let mut parts = Vec::new();
    let mut last = 0;
    let mut matcher = Matcher::new(gil, &pattern.program, searched.until(end));
    let (mut walk, mut count) = (Walk::new(0), 0);
    while (most == 0 || count < most) && walk.next(&mut matcher, Wanted::Search)? {
        let slots = &matcher.slots;
        parts.push(slice(gil, &searched.value, last, slots[0]));
        let groups = 1..pattern.program.groups;
        parts.extend(groups.map(|group| part(gil, &searched.value, slots, group).unwrap_or(Value::NONE)));
        last = slots[1];
        count += 1;
    }
    parts.push(slice(gil, &searched.value, last, end));
    Ok(list::of(gil, parts))
}

/// The characters of a str, or the bytes of something bytes-like.
pub fn characters(value: &Value) -> Option<Cow<'static, [u32]>> {
    if let Some(text) = value.downcast::<Text>() {
        return Some(text.characters().collect());
    }
    buffer::with(value, |bytes| bytes.iter().map(|&byte| u32::from(byte)).collect())
}

/// The pieces of a template for this pattern.
pub fn pieces(gil: Gil<'_>, pattern: &Pattern, template: &Value) -> Result<Vec<Piece>> {
    let is_text = template.downcast::<Text>().is_some();
    let plain = |bytes: &[u8]| (!bytes.contains(&b'\\')).then(|| vec![Piece::Literal(bytes.to_vec())]);
    let literal = match template.downcast::<Text>() {
        Some(text) => plain(text.bytes()),
        None => buffer::with(template, plain).flatten(),
    };
    if let Some(pieces) = literal {
        return Ok(pieces);
    }
    let Some(characters) = characters(template) else {
        let name = template.class(gil).name();
        return Err(type_error(gil, format!("decoding to str: need a bytes-like object, {name} found")));
    };
    let groups = Groups { count: pattern.program.groups - 1, names: &pattern.names, is_text };
    template::parse(&characters, &groups).map_err(|fault| super::raise(gil, fault, template))
}

/// Appends what a template makes of a match.
pub fn fill(pieces: &[Piece], bytes: &[u8], slots: &[usize], result: &mut Vec<u8>) {
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => result.extend_from_slice(literal),
            Piece::Group(group) => {
                let (start, end) = (slots[2 * group], slots[2 * group + 1]);
                if start != NOWHERE && end != NOWHERE && start <= end && end <= bytes.len() {
                    result.extend_from_slice(&bytes[start..end]);
                }
            }
        }
    }
}

const SUB: Parameters<3> = Parameters::new(["repl", "string", "count"], 2);

/// What has been replaced, and how often.
fn replaced(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<(Value, usize)> {
    let pattern = this(&arguments.values[0]);
    let [with, string, most] = arguments.without_first().bind(gil, name, &SUB)?;
    let (with, string) = (convert::given(with), convert::given(string));
    let most = match most {
        Some(most) => match usize::try_from(indexing::integer(gil, most)?) {
            Ok(most) => most,
            // Fewer than none are replaced, and so the string stays as it is.
            Err(_) => return Ok((string.clone(), 0)),
        },
        None => 0,
    };
    let is_template = with.downcast::<Text>().is_some() || buffer::with(with, |_| ()).is_some();
    if is_template {
        let pieces = pieces(gil, pattern, with)?;
        let searched = Searched::new(gil, pattern.is_text, string)?;
        if !pieces.is_empty() && with.downcast::<Text>().is_some() != pattern.is_text {
            return mixed(gil, pattern, &searched, with);
        }
        return by_template(gil, pattern, &searched, &pieces, most);
    }
    let searched = Searched::new(gil, pattern.is_text, string)?;
    let end = searched.bytes().len();
    let range = Range { searched, start: 0, end };
    let searched = &range.searched;
    let mut matcher = Matcher::new(gil, &pattern.program, searched.until(end));
    let (mut walk, mut count, mut last) = (Walk::new(0), 0, 0);
    let mut parts = Vec::new();
    while (most == 0 || count < most) && walk.next(&mut matcher, Wanted::Search)? {
        let (start, stop) = (matcher.slots[0], matcher.slots[1]);
        if last < start {
            parts.push(slice(gil, &searched.value, last, start));
        }
        let made = operations::call_one(gil, with, &found::new(gil, pattern, &range, &matcher.slots))?;
        if !made.is_none() {
            parts.push(made);
        }
        last = stop;
        count += 1;
    }
    if count == 0 {
        return Ok((slice(gil, &searched.value, 0, end), 0));
    }
    if last < end {
        parts.push(slice(gil, &searched.value, last, end));
    }
    let empty = empty(gil, pattern.is_text);
    let joined = operations::call_method(gil, &empty, "join", &[list::of(gil, parts)])?;
    Ok((joined, count))
}

/// A template of the other kind: the error is that of joining the two.
fn mixed(gil: Gil<'_>, pattern: &Pattern, searched: &Searched, with: &Value) -> Result<(Value, usize)> {
    let mut matcher = Matcher::new(gil, &pattern.program, searched.until(searched.bytes().len()));
    if !matcher.find(0, Wanted::Search, false)? {
        return Ok((slice(gil, &searched.value, 0, searched.bytes().len()), 0));
    }
    let before = slice(gil, &searched.value, 0, matcher.slots[0]);
    let parts = list::of(gil, vec![before, with.clone()]);
    let joined = operations::call_method(gil, &empty(gil, pattern.is_text), "join", &[parts])?;
    Ok((joined, 1))
}

fn by_template(
    gil: Gil<'_>,
    pattern: &Pattern,
    searched: &Searched,
    pieces: &[Piece],
    most: usize,
) -> Result<(Value, usize)> {
    let bytes = searched.bytes();
    let mut matcher = Matcher::new(gil, &pattern.program, searched.until(bytes.len()));
    let (mut walk, mut count, mut last) = (Walk::new(0), 0, 0);
    let mut result = Vec::new();
    while (most == 0 || count < most) && walk.next(&mut matcher, Wanted::Search)? {
        let (start, stop) = (matcher.slots[0], matcher.slots[1]);
        result.extend_from_slice(&bytes[last..start]);
        fill(pieces, bytes, &matcher.slots, &mut result);
        last = stop;
        count += 1;
    }
    if count == 0 {
        return Ok((slice(gil, &searched.value, 0, bytes.len()), 0));
    }
    result.extend_from_slice(&bytes[last..]);
    let value = if pattern.is_text { str::of(gil, result) } else { bytes::of(gil, result) };
    Ok((value, count))
}

fn sub(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(replaced(gil, arguments, "sub")?.0)
}

fn subn(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (value, count) = replaced(gil, arguments, "subn")?;
    Ok(tuple::pair(gil, value, int::from_usize(gil, count)))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let pattern = this(value);
    let shown = operations::repr(gil, &pattern.pattern)?;
    let shown: String = shown.lossy().chars().take(200).collect();
    const NAMES: [(u32, &str); 8] = [
        (2, "re.IGNORECASE"),
        (4, "re.LOCALE"),
        (8, "re.MULTILINE"),
        (16, "re.DOTALL"),
        (32, "re.UNICODE"),
        (64, "re.VERBOSE"),
        (128, "re.DEBUG"),
        (256, "re.ASCII"),
    ];
    let is_default = pattern.is_text && pattern.flags & super::syntax::flags::TYPES == 32;
    let mut rest = if is_default { pattern.flags & !32 } else { pattern.flags };
    let mut names = Vec::new();
    for (bit, name) in NAMES {
        if rest & bit != 0 {
            names.push(name.to_owned());
            rest &= !bit;
        }
    }
    if rest != 0 {
        names.push(format!("{rest:#x}"));
    }
    let flags = if names.is_empty() { String::new() } else { format!(", {}", names.join("|")) };
    Ok(convert::text(gil, &format!("re.compile({shown}{flags})")))
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let Some(second) = other.downcast::<Pattern>() else { return Ok(Value::NOT_IMPLEMENTED) };
    let first = this(value);
    let alike = first.flags == second.flags && first.is_text == second.is_text;
    let same = first.is(second) || alike && operations::equal(gil, &first.pattern, &second.pattern)?;
    match comparison {
        Comparison::Equal => Ok(Value::bool(same)),
        Comparison::NotEqual => Ok(Value::bool(!same)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let pattern = this(value);
    Ok(operations::hash(gil, &pattern.pattern)? ^ i64::from(pattern.flags))
}

fn itself(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(arguments.values[0].clone())
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Pattern",
    module: "re",
    signature: "",
    doc: "Compiled regular expression object.",
    base: None,
    layout: Pattern::layout,
    storage: Storage::Nothing,
    flags: class_flags::NO_INSTANCES | class_flags::WEAKLY_REFERENCED,
    slots: SlotTable { repr: Some(repr), compare: Some(compare), hash: Some(hash), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "match",
            "($self, /, string, pos=0, endpos=sys.maxsize)",
            "Matches zero or more characters at the beginning of the string.",
            |gil, arguments| one(gil, arguments, "match", Wanted::Match),
        ),
        Function::new(
            "fullmatch",
            "($self, /, string, pos=0, endpos=sys.maxsize)",
            "Matches against all of the string.",
            |gil, arguments| one(gil, arguments, "fullmatch", Wanted::FullMatch),
        ),
        Function::new(
            "search",
            "($self, /, string, pos=0, endpos=sys.maxsize)",
            "Scan through string looking for a match, and return a corresponding match object instance.",
            |gil, arguments| one(gil, arguments, "search", Wanted::Search),
        ),
        Function::new(
            "sub",
            "($self, /, repl, string, count=0)",
            "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by \
             the replacement repl.",
            sub,
        ),
        Function::new(
            "subn",
            "($self, /, repl, string, count=0)",
            "Return the tuple (new_string, number_of_subs_made).",
            subn,
        ),
        Function::new(
            "findall",
            "($self, /, string, pos=0, endpos=sys.maxsize)",
            "Return a list of all non-overlapping matches of pattern in string.",
            findall,
        ),
        Function::new(
            "split",
            "($self, /, string, maxsplit=0)",
            "Split string by the occurrences of pattern.",
            split,
        ),
        Function::new(
            "finditer",
            "($self, /, string, pos=0, endpos=sys.maxsize)",
            "Return an iterator over all non-overlapping matches for the RE pattern in string.",
            scanner::finditer,
        ),
        Function::new("scanner", "($self, /, string, pos=0, endpos=sys.maxsize)", "", scanner::scanner),
        Function::new("__copy__", "($self, /)", "", itself),
        Function::new("__deepcopy__", "($self, memo, /)", "", itself),
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
    ],
    attributes: &[
        Attribute::read_only(
            "pattern",
            "The pattern string from which the RE object was compiled.",
            |_, value| Ok(this(value).pattern.clone()),
        ),
        Attribute::read_only("flags", "The regex matching flags.", |gil, value| {
            Ok(int::from_i64(gil, this(value).flags.into()))
        }),
        Attribute::read_only("groups", "The number of capturing groups in the pattern.", |gil, value| {
            Ok(int::from_usize(gil, this(value).program.groups - 1))
        }),
        Attribute::read_only(
            "groupindex",
            "A dictionary mapping group names to group numbers.",
            |gil, value| Ok(mapping_proxy::of(gil, this(value).group_index.as_value())),
        ),
    ],
};
