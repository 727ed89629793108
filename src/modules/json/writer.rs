//! The encoder: the text of a value, whole.

use super::strings;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::TypeSpec;
use crate::object::raised::{type_error, value_error};
use crate::object::{
    Arguments, Bits, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Value, Visit, operations,
};
use crate::payload;
use crate::types::dict::{self, Dict};
use crate::types::list::List;
use crate::types::{float, int, str, tuple};

/// How strings are written.
enum Strings {
    Ascii,
    Plain,
    /// By a function.
    Own(Value),
}

/// The payload of `_json.Encoder`.
pub struct Encoder {
    checks_circles: bool,
    default: Value,
    strings: Strings,
    /// What lines are indented with, once for each level.
    indent: Option<Ref<Text>>,
    key_separator: Ref<Text>,
    item_separator: Ref<Text>,
    sorts: bool,
    skips: bool,
    allows_nan: bool,
}

impl Payload for Encoder {
    payload!(Encoder, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.default);
        if let Strings::Own(function) = &self.strings {
            visit(function);
        }
    }
}

/// `make_encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)`.
pub fn make(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<9> = Parameters::new(
        [
            "markers",
            "default",
            "encoder",
            "indent",
            "key_separator",
            "item_separator",
            "sort_keys",
            "skipkeys",
            "allow_nan",
        ],
        9,
    );
    let given = arguments.bind(gil, "make_encoder", &SIGNATURE)?;
    let [markers, default, encoder, indent, key, item, sort, skip, nan] = given.map(convert::given);
    let own = |name: &str| {
        let module = crate::modules::loaded(gil, "_json")?;
        operations::find_named(gil, &module, name).ok().flatten()
    };
    let is = |name: &str| own(name).is_some_and(|function| function.is(encoder));
    let strings = match (is("encode_basestring_ascii"), is("encode_basestring")) {
        (true, _) => Strings::Ascii,
        (_, true) => Strings::Plain,
        _ => Strings::Own(encoder.clone()),
    };
    let text = |value: &Value, what: &str| -> Result<Ref<Text>> {
        value.downcast::<Text>().cloned().ok_or_else(|| {
            let name = value.class(gil).name();
            type_error(gil, format!("make_encoder() argument {what} must be str, not {name}"))
        })
    };
    let encoder = Encoder {
        checks_circles: !markers.is_none(),
        default: default.clone(),
        strings,
        indent: if indent.is_none() { None } else { Some(text(indent, "4")?) },
        key_separator: text(key, "5")?,
        item_separator: text(item, "6")?,
        sorts: convert::to_bool(gil, sort)?,
        skips: convert::to_bool(gil, skip)?,
        allows_nan: convert::to_bool(gil, nan)?,
    };
    Ok(Ref::new(gil, encoder).into_value())
}

/// `encoder(obj, level)`: a tuple with the text.
fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let Some(encoder) = value.downcast::<Encoder>() else {
        return Err(type_error(gil, "an Encoder is required"));
    };
    let values = arguments.between(gil, "Encoder", 2, 2)?;
    let level = convert::to_i64(gil, &values[1])?.clamp(0, 1 << 20) as usize;
    let mut run = Run { gil, encoder, out: Vec::new(), open: Vec::new(), level };
    run.value(&values[0])?;
    let text = str::of(gil, run.out);
    Ok(convert::tuple(gil, vec![text]))
}

struct Run<'a, 'g> {
    gil: Gil<'g>,
    encoder: &'a Encoder,
    out: Vec<u8>,
    /// The containers that are being written.
    open: Vec<Value>,
    level: usize,
}

impl Run<'_, '_> {
    fn value(&mut self, value: &Value) -> Result<()> {
        if self.simple(value)? {
            return Ok(());
        }
        crate::object::recursion::enter(self.gil)?;
        if self.encoder.checks_circles {
            if self.open.iter().any(|open| open.is(value)) {
                return Err(value_error(self.gil, "Circular reference detected"));
            }
            self.open.push(value.clone());
        }
        if let Some(list) = value.downcast::<List>() {
            // A subclass may have its own iteration.
            let items = match value.class(self.gil).has(flags::HEAP) {
                true => operations::collect(self.gil, value)?,
                false => list.items.borrow().clone(),
            };
            self.array(&items)?;
        } else if let Some(items) = tuple::items_of(value) {
            match value.class(self.gil).has(flags::HEAP) {
                true => self.array(&operations::collect(self.gil, value)?)?,
                false => self.array(&items)?,
            }
        } else if let Some(dict) = value.downcast::<Dict>() {
            self.object(value, dict)?;
        } else {
            let other = operations::call_one(self.gil, &self.encoder.default, value)?;
            self.value(&other)?;
        }
        if self.encoder.checks_circles {
            drop(self.open.pop());
        }
        Ok(())
    }

    /// Writes what is no container; tells whether it was such a value.
    fn simple(&mut self, value: &Value) -> Result<bool> {
        if let Some(text) = value.downcast::<Text>() {
            self.text(text)?;
        } else if let Some(plain) = self.scalar(value)? {
            self.out.extend_from_slice(plain.as_bytes());
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// None, truth values and numbers.
    fn scalar(&self, value: &Value) -> Result<Option<String>> {
        Ok(Some(match value.bits() {
            Bits::NONE => "null".into(),
            Bits::TRUE => "true".into(),
            Bits::FALSE => "false".into(),
            _ => match (float::number(value), int::number(value)) {
                (Some(number), _) => self.float(value, number)?,
                (None, Some(number)) => int::digits::decimal(self.gil, number)?,
                (None, None) => return Ok(None),
            },
        }))
    }

    fn float(&self, value: &Value, number: f64) -> Result<String> {
        if number.is_finite() {
            return Ok(float::digits::repr(number));
        }
        if !self.encoder.allows_nan {
            let shown = operations::repr(self.gil, value)?;
            let message = format!("Out of range float values are not JSON compliant: {}", shown.lossy());
            return Err(value_error(self.gil, message));
        }
        Ok(if number.is_nan() {
            "NaN".into()
        } else if number > 0.0 {
            "Infinity".into()
        } else {
            "-Infinity".into()
        })
    }

    fn text(&mut self, text: &Ref<Text>) -> Result<()> {
        match &self.encoder.strings {
            Strings::Ascii => strings::write_ascii(&mut self.out, text),
            Strings::Plain => strings::write_plain(&mut self.out, text),
            Strings::Own(function) => {
                let shown = operations::call_one(self.gil, function, text.as_value())?;
                let Some(shown) = shown.downcast::<Text>() else {
                    let name = shown.class(self.gil).name();
                    let message = format!("encoder() must return a string, not {name}");
                    return Err(type_error(self.gil, message));
                };
                self.out.extend_from_slice(shown.bytes());
            }
        }
        Ok(())
    }

    fn new_line(&mut self) {
        if let Some(indent) = &self.encoder.indent {
            self.out.push(b'\n');
            for _ in 0..self.level {
                self.out.extend_from_slice(indent.bytes());
            }
        }
    }

    fn separate(&mut self, first: bool) {
        if !first {
            self.out.extend_from_slice(self.encoder.item_separator.bytes());
        }
        self.new_line();
    }

    fn array(&mut self, items: &[Value]) -> Result<()> {
        if items.is_empty() {
            self.out.extend(b"[]");
            return Ok(());
        }
        self.out.push(b'[');
        self.level += 1;
        for (place, item) in items.iter().enumerate() {
            self.separate(place == 0);
            self.value(item)?;
        }
        self.level -= 1;
        self.new_line();
        self.out.push(b']');
        Ok(())
    }

    fn object(&mut self, value: &Value, dict: &Ref<Dict>) -> Result<()> {
        if dict.table.borrow().length() == 0 {
            self.out.extend(b"{}");
            return Ok(());
        }
        self.out.push(b'{');
        self.level += 1;
        let mut first = true;
        for (key, item) in self.pairs(value, dict)? {
            let Some(name) = self.key(&key)? else { continue };
            self.separate(first);
            first = false;
            self.text(&name)?;
            self.out.extend_from_slice(self.encoder.key_separator.bytes());
            self.value(&item)?;
        }
        self.level -= 1;
        self.new_line();
        self.out.push(b'}');
        Ok(())
    }

    /// The items; those of a subclass are what its `items` says.
    fn pairs(&self, value: &Value, dict: &Ref<Dict>) -> Result<Vec<(Value, Value)>> {
        let gil = self.gil;
        let is_plain = value.class(gil).is(Dict::layout().exact.get(gil).class());
        if is_plain && !self.encoder.sorts {
            return Ok(dict::entries(dict));
        }
        let items = operations::call_method(gil, value, "items", &[])?;
        let mut items = convert::list(gil, operations::collect(gil, &items)?);
        if self.encoder.sorts {
            operations::call_method(gil, &items, "sort", &[])?;
        }
        items = convert::tuple(gil, operations::collect(gil, &items)?);
        let pairs = tuple::items_of(&items).unwrap_or_default();
        let pair = |pair: Value| match tuple::items_of(&pair).as_deref() {
            Some([key, item]) => Ok((key.clone(), item.clone())),
            _ => Err(value_error(gil, "items must return 2-tuples")),
        };
        pairs.into_iter().map(pair).collect()
    }

    /// The text that a key is written as; None for one to be left out.
    fn key(&self, key: &Value) -> Result<Option<Ref<Text>>> {
        if let Some(text) = key.downcast::<Text>() {
            return Ok(Some(text.clone()));
        }
        if let Some(shown) = self.scalar(key)? {
            return Ok(Some(Ref::text(self.gil, &shown)));
        }
        if self.encoder.skips {
            return Ok(None);
        }
        let name = key.class(self.gil).name();
        Err(type_error(self.gil, format!("keys must be str, int, float, bool or None, not {name}")))
    }
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Encoder",
    module: "_json",
    signature: "",
    doc: "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
    base: None,
    layout: Encoder::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { call: Some(call), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[],
};
