//! What the rarer instructions of a pickle make: containers filled, calls made, names found, objects built.

use super::opcode as op;
use super::reader::Reader;
use super::reduction::{attribute, old_names};
use super::unpickling_error;
use crate::code::serial;
use crate::gil::Gil;
use crate::modules::{convert, import, sys};
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{Arguments, Raised, Ref, Result, Text, Type, Value, intern, operations};
use crate::types::dict::{self, Dict};
use crate::types::list::List;
use crate::types::memoryview::MemoryView;
use crate::types::set::Set;
use crate::types::{codecs, keyed, str};

/// The int of bytes in two's complement.
pub fn whole(gil: Gil<'_>, bytes: &[u8]) -> Value {
    if bytes.len() > 8 {
        return crate::types::int::from_big(gil, dashu_int::IBig::from_le_bytes(bytes));
    }
    let negative = bytes.last().is_some_and(|last| last & 0x80 != 0);
    let mut word = [if negative { 0xFF } else { 0 }; 8];
    word[..bytes.len()].copy_from_slice(bytes);
    convert::int(gil, i64::from_le_bytes(word))
}

/// The str of UTF-8 with lone surrogates.
pub fn text(gil: Gil<'_>, bytes: Vec<u8>) -> Result<Value> {
    if serial::is_text(&bytes) {
        return Ok(str::of(gil, bytes));
    }
    codecs::decode(gil, &bytes, "utf-8", "surrogatepass")
}

/// The error that there is no function for persistent identifiers.
#[cold]
pub fn no_persistent_load(gil: Gil<'_>) -> Raised {
    let message =
        "A load persistent id instruction was encountered, but no persistent_load function was specified.";
    unpickling_error(gil, message)
}

/// The object of that name in a module.
pub fn find_class(gil: Gil<'_>, module: &str, name: &str, protocol: u8, fix: bool) -> Result<Value> {
    let (mut module, mut name) = (module.to_owned(), name.to_owned());
    if protocol < 3 && fix {
        (module, name) = old_names(gil, "NAME_MAPPING", "IMPORT_MAPPING", module, name)?;
    }
    let container = match convert::get_item(gil, &sys::modules(gil), &module) {
        Some(module) => module,
        None => import::module(gil, &module)?,
    };
    let parts: Vec<&str> = if protocol >= 4 { name.split('.').collect() } else { vec![&name] };
    let missing = |what: &str| {
        let shown = operations::repr(gil, &container).map(|shown| shown.lossy().into_owned());
        let message = format!("Can't get {what} '{name}' on {}", shown.unwrap_or_default());
        Raised::with_message(gil, Kind::AttributeError, &message)
    };
    if parts.contains(&"<locals>") {
        return Err(missing("local attribute"));
    }
    let mut found = container.clone();
    for part in parts {
        let next = operations::find_attribute(gil, &found, &intern(gil, part))?;
        found = next.ok_or_else(|| missing("attribute"))?;
    }
    Ok(found)
}

impl Reader<'_> {
    /// Runs one of the rarer instructions.
    pub fn build(&mut self, gil: Gil<'_>, opcode: u8) -> Result<()> {
        match opcode {
            op::APPEND => {
                let item = self.pop(gil)?;
                append(gil, &self.top(gil)?, vec![item])
            }
            op::APPENDS => {
                let items = self.pop_mark(gil)?;
                append(gil, &self.top(gil)?, items)
            }
            op::EMPTY_DICT => {
                self.push(Ref::new(gil, Dict::new()).into_value());
                Ok(())
            }
            op::DICT => {
                let items = self.pop_mark(gil)?;
                self.push(Ref::new(gil, Dict::new()).into_value());
                self.set_items(gil, items, "DICT")
            }
            op::SETITEM => {
                let value = self.pop(gil)?;
                let key = self.pop(gil)?;
                self.set_items(gil, vec![key, value], "SETITEM")
            }
            op::SETITEMS => {
                let items = self.pop_mark(gil)?;
                self.set_items(gil, items, "SETITEMS")
            }
            op::EMPTY_SET => {
                let set = crate::types::set::of(gil, &[])?;
                self.push(set);
                Ok(())
            }
            op::ADDITEMS => {
                let items = self.pop_mark(gil)?;
                add(gil, &self.top(gil)?, items)
            }
            op::FROZENSET => {
                let items = self.pop_mark(gil)?;
                let set = crate::types::set::frozen_of(gil, &items)?;
                self.push(set);
                Ok(())
            }
            op::STACK_GLOBAL => self.stack_global(gil),
            op::REDUCE => self.reduce(gil),
            op::NEWOBJ => {
                let arguments = self.pop(gil)?;
                let class = self.pop(gil)?;
                self.new_object(gil, "NEWOBJ", &class, &arguments, None)
            }
            op::NEWOBJ_EX => {
                let keywords = self.pop(gil)?;
                let arguments = self.pop(gil)?;
                let class = self.pop(gil)?;
                self.new_object(gil, "NEWOBJ_EX", &class, &arguments, Some(&keywords))
            }
            op::BUILD => {
                let state = self.pop(gil)?;
                set_state(gil, &self.top(gil)?, &state)
            }
            op::NEXT_BUFFER => self.next_buffer(gil),
            op::READONLY_BUFFER => self.read_only_buffer(gil),
            _ => self.build_old(gil, opcode),
        }
    }

    /// What only old protocols and persistent identifiers need.
    fn build_old(&mut self, gil: Gil<'_>, opcode: u8) -> Result<()> {
        match opcode {
            op::INT => self.push_old_int(gil),
            op::LONG => self.push_old_long(gil),
            op::LONG4 => {
                let bytes = self.signed_counted(gil, "LONG")?;
                self.push(whole(gil, &bytes));
                Ok(())
            }
            op::FLOAT => self.old_float(gil),
            op::STRING => self.old_string(gil),
            op::BINSTRING => {
                let bytes = self.signed_counted(gil, "BINSTRING")?;
                self.push_string(gil, bytes)
            }
            op::SHORT_BINSTRING => {
                let bytes = self.short_string(gil)?;
                self.push_string(gil, bytes)
            }
            op::UNICODE => {
                let line = self.line(gil)?;
                let text = codecs::decode(gil, &line, "raw-unicode-escape", "strict")?;
                self.push(text);
                Ok(())
            }
            op::GLOBAL => {
                let (module, name) = (self.line(gil)?, self.line(gil)?);
                let found = self.find(gil, &utf8(gil, &module)?, &utf8(gil, &name)?)?;
                self.push(found);
                Ok(())
            }
            op::EXT1 => self.extension(gil, 1),
            op::EXT2 => self.extension(gil, 2),
            op::EXT4 => self.extension(gil, 4),
            op::INST => {
                let (module, name) = (self.line(gil)?, self.line(gil)?);
                let arguments = self.pop_mark(gil)?;
                let class = self.find(gil, &utf8(gil, &module)?, &utf8(gil, &name)?)?;
                self.instantiate(gil, &class, &arguments)
            }
            op::OBJ => {
                let items = self.pop_mark(gil)?;
                match items.split_first() {
                    Some((class, arguments)) => self.instantiate(gil, class, arguments),
                    None => Err(self.underflow(gil)),
                }
            }
            op::PERSID => {
                let line = self.line(gil)?;
                if !line.is_ascii() {
                    let message = "persistent IDs in protocol 0 must be ASCII strings";
                    return Err(unpickling_error(gil, message));
                }
                self.persistent(gil, &convert::text(gil, &String::from_utf8_lossy(&line)))
            }
            op::BINPERSID => {
                let identifier = self.pop(gil)?;
                self.persistent(gil, &identifier)
            }
            _ => {
                let shown = match opcode {
                    32..127 if opcode != 39 => char::from(opcode).to_string(),
                    _ => format!("\\x{opcode:02x}"),
                };
                Err(unpickling_error(gil, format!("invalid load key, '{shown}'.")))
            }
        }
    }

    fn set_items(&mut self, gil: Gil<'_>, items: Vec<Value>, opcode: &str) -> Result<()> {
        let target = self.top(gil)?;
        if !items.len().is_multiple_of(2) {
            return Err(unpickling_error(gil, format!("odd number of items for {opcode}")));
        }
        let dict = target.downcast::<Dict>().filter(|_| target.is_exact::<Dict>(gil));
        for pair in items.chunks_exact(2) {
            match dict {
                Some(dict) => keyed::set(gil, &dict.table, &pair[0], pair[1].clone())?,
                None => operations::set_item(gil, &target, &pair[0], Some(pair[1].clone()))?,
            }
        }
        Ok(())
    }

    fn find(&self, gil: Gil<'_>, module: &str, name: &str) -> Result<Value> {
        if let Some(hook) = &self.find_class {
            let arguments = [convert::text(gil, module), convert::text(gil, name)];
            return operations::call(gil, hook, Arguments::positional(&arguments));
        }
        find_class(gil, module, name, self.protocol, self.settings.fix_imports)
    }

    fn stack_global(&mut self, gil: Gil<'_>) -> Result<()> {
        let name = self.pop(gil)?;
        let module = self.pop(gil)?;
        let (Some(module), Some(name)) = (module.downcast::<Text>(), name.downcast::<Text>()) else {
            return Err(unpickling_error(gil, "STACK_GLOBAL requires str"));
        };
        let found = self.find(gil, &module.lossy(), &name.lossy())?;
        self.push(found);
        Ok(())
    }

    fn extension(&mut self, gil: Gil<'_>, width: usize) -> Result<()> {
        let code = self.number(gil, width)?;
        let code = if width == 4 { i64::from(code as u32 as i32) } else { code as i64 };
        if code <= 0 {
            return Err(unpickling_error(gil, "EXT specifies code <= 0"));
        }
        let key = convert::int(gil, code);
        let cache = attribute(gil, "copyreg", "_extension_cache")?;
        let table = |value: &Value| value.downcast::<Dict>().cloned();
        if let Some(cache) = table(&cache)
            && let Some(found) = keyed::get(gil, &cache.table, &key)?
        {
            self.push(found);
            return Ok(());
        }
        let registry = attribute(gil, "copyreg", "_inverted_registry")?;
        let name = match table(&registry) {
            Some(registry) => keyed::get(gil, &registry.table, &key)?,
            None => None,
        };
        let parts = name.as_ref().and_then(convert::tuple_items);
        let Some([module, name]) = parts.as_deref() else {
            return Err(value_error(gil, format!("unregistered extension code {code}")));
        };
        let (module, name) = (operations::str(gil, module)?, operations::str(gil, name)?);
        let found = self.find(gil, &module.lossy(), &name.lossy())?;
        operations::set_item(gil, &cache, &key, Some(found.clone()))?;
        self.push(found);
        Ok(())
    }

    fn reduce(&mut self, gil: Gil<'_>) -> Result<()> {
        let arguments = self.pop(gil)?;
        let function = self.pop(gil)?;
        let Some(values) = convert::tuple_items(&arguments) else {
            return Err(type_error(gil, "argument list must be a tuple"));
        };
        let made = operations::call(gil, &function, Arguments::positional(&values))?;
        self.push(made);
        Ok(())
    }

    fn new_object(
        &mut self,
        gil: Gil<'_>,
        opcode: &str,
        class: &Value,
        arguments: &Value,
        keywords: Option<&Value>,
    ) -> Result<()> {
        let wrong = |what: &str, kind: &str, value: &Value| {
            let name = value.class(gil).name();
            unpickling_error(gil, format!("{opcode} {what} argument must be a {kind}, not {name}"))
        };
        let Some(kind) = class.downcast::<Type>() else { return Err(wrong("class", "type", class)) };
        let Some(positional) = convert::tuple_items(arguments) else {
            return Err(wrong("args", "tuple", arguments));
        };
        let (mut values, mut names) = (positional, Vec::new());
        if let Some(keywords) = keywords {
            let Some(pairs) = keywords.downcast::<Dict>() else {
                return Err(wrong("kwargs", "dict", keywords));
            };
            for (name, value) in dict::entries(pairs) {
                let Ok(name) = name.try_into_ref::<Text>() else {
                    return Err(type_error(gil, "keywords must be strings"));
                };
                names.push(name);
                values.push(value);
            }
        }
        let Some(make) = kind.slots.new.get() else {
            return Err(unpickling_error(
                gil,
                format!("{opcode} class argument '{}' doesn't have __new__", kind.name()),
            ));
        };
        let made = make(gil, kind, Arguments { values: &values, names: &names })?;
        self.push(made);
        Ok(())
    }

    fn instantiate(&mut self, gil: Gil<'_>, class: &Value, arguments: &[Value]) -> Result<()> {
        let plain = arguments.is_empty()
            && class.downcast::<Type>().is_some()
            && operations::find_named(gil, class, "__getinitargs__")?.is_none();
        if plain {
            let nothing = convert::tuple(gil, Vec::new());
            return self.new_object(gil, "OBJ", class, &nothing, None);
        }
        let made = operations::call(gil, class, Arguments::positional(arguments))?;
        self.push(made);
        Ok(())
    }

    fn persistent(&mut self, gil: Gil<'_>, identifier: &Value) -> Result<()> {
        let Some(hook) = self.persistent_load.clone() else { return Err(no_persistent_load(gil)) };
        let found = operations::call_one(gil, &hook, identifier)?;
        self.push(found);
        Ok(())
    }

    // Byte strings and numbers of Python 2.

    fn push_string(&mut self, gil: Gil<'_>, bytes: Vec<u8>) -> Result<()> {
        let value = match &*self.settings.encoding {
            "bytes" => convert::bytes(gil, &bytes),
            encoding => codecs::decode(gil, &bytes, encoding, &self.settings.errors)?,
        };
        self.push(value);
        Ok(())
    }

    fn old_string(&mut self, gil: Gil<'_>) -> Result<()> {
        let line = self.line(gil)?;
        let quoted = line.trim_ascii_end();
        let inside = match quoted {
            [first @ (b'"' | b'\''), inside @ .., last] if first == last => inside,
            _ => return Err(unpickling_error(gil, "the STRING opcode argument must be quoted")),
        };
        let decode = attribute(gil, "codecs", "escape_decode")?;
        let decoded = operations::call_one(gil, &decode, &convert::bytes(gil, inside))?;
        let bytes = operations::get_item(gil, &decoded, &convert::int(gil, 0))?;
        self.push_string(gil, convert::bytes_like(gil, &bytes)?)
    }

    fn old_float(&mut self, gil: Gil<'_>) -> Result<()> {
        let line = self.line(gil)?;
        let line = String::from_utf8_lossy(&line).into_owned();
        let class = crate::types::float::class(gil).to_value();
        let number = operations::call_one(gil, &class, &convert::text(gil, &line));
        let number = number
            .map_err(|_| value_error(gil, format!("could not convert string to float: '{line}\\n'")))?;
        self.push(number);
        Ok(())
    }

    // Buffers that travel apart.

    fn next_buffer(&mut self, gil: Gil<'_>) -> Result<()> {
        let Some(buffers) = self.settings.buffers.clone() else {
            let message = "pickle stream refers to out-of-band data but no *buffers* argument was given";
            return Err(unpickling_error(gil, message));
        };
        match operations::next(gil, &buffers)? {
            Some(buffer) => {
                self.push(buffer);
                Ok(())
            }
            None => Err(unpickling_error(gil, "not enough out-of-band buffers")),
        }
    }

    fn read_only_buffer(&mut self, gil: Gil<'_>) -> Result<()> {
        let buffer = self.top(gil)?;
        let view = attribute(gil, "builtins", "memoryview")?;
        let view = operations::call_one(gil, &view, &buffer)?;
        if view.downcast::<MemoryView>().is_some_and(|view| !view.is_read_only()) {
            let read_only = operations::call_method(gil, &view, "toreadonly", &[])?;
            self.pop(gil)?;
            self.push(read_only);
        }
        Ok(())
    }
}

fn utf8(gil: Gil<'_>, bytes: &[u8]) -> Result<String> {
    let text = codecs::decode(gil, bytes, "utf-8", "strict")?;
    Ok(operations::str(gil, &text)?.lossy().into_owned())
}

fn append(gil: Gil<'_>, target: &Value, items: Vec<Value>) -> Result<()> {
    if let Some(list) = target.downcast::<List>().filter(|_| target.is_exact::<List>(gil)) {
        list.items.borrow_mut().extend(items);
        return Ok(());
    }
    if items.len() > 1
        && let Some(extend) = operations::find_named(gil, target, "extend")?
    {
        operations::call_one(gil, &extend, &convert::list(gil, items))?;
        return Ok(());
    }
    let append = operations::get_attribute(gil, target, &intern(gil, "append"))?;
    items.iter().try_for_each(|item| operations::call_one(gil, &append, item).map(drop))
}

fn add(gil: Gil<'_>, target: &Value, items: Vec<Value>) -> Result<()> {
    if target.downcast::<Set>().is_some() {
        operations::call_method(gil, target, "update", &[convert::list(gil, items)])?;
        return Ok(());
    }
    let add = operations::get_attribute(gil, target, &intern(gil, "add"))?;
    items.iter().try_for_each(|item| operations::call_one(gil, &add, item).map(drop))
}

/// Gives an object its state: by its own `__setstate__`, or as attributes.
fn set_state(gil: Gil<'_>, object: &Value, state: &Value) -> Result<()> {
    if let Some(setter) = operations::find_named(gil, object, "__setstate__")? {
        operations::call_one(gil, &setter, state)?;
        return Ok(());
    }
    let (state, slots) = match convert::tuple_items(state).as_deref() {
        Some([state, slots]) => (state.clone(), Some(slots.clone())),
        _ => (state.clone(), None),
    };
    let is_dict_needed = !state.is_none();
    if is_dict_needed && (slots.is_none() || operations::truth(gil, &state)?) {
        let Some(names) = state.downcast::<Dict>() else {
            return Err(unpickling_error(gil, "state is not a dictionary"));
        };
        set_attributes(gil, object, names)?;
    }
    if let Some(slots) = slots.filter(|slots| !slots.is_none()) {
        let Some(names) = slots.downcast::<Dict>() else {
            return Err(unpickling_error(gil, "slot state is not a dictionary"));
        };
        for (name, value) in dict::entries(names) {
            let name = crate::types::slots::attribute_name(gil, &name)?;
            operations::set_attribute(gil, object, &name, Some(value))?;
        }
    }
    Ok(())
}

/// Sets the entries of an object's `__dict__`, past any `__setattr__` of its class.
fn set_attributes(gil: Gil<'_>, object: &Value, names: &Ref<Dict>) -> Result<()> {
    let entries = dict::entries(names);
    let plain = entries.iter().all(|(name, _)| name.is_exact::<Text>(gil));
    if plain && crate::object::attributes::has_dict(object) {
        for (name, value) in entries {
            let name = crate::types::slots::attribute_name(gil, &name)?;
            if crate::object::attributes::set(gil, object, &name, value).is_err() {
                return Err(crate::object::operations::no_attribute(gil, object, &name));
            }
        }
        return Ok(());
    }
    let target = operations::get_attribute(gil, object, &intern(gil, "__dict__"))?;
    for (name, value) in entries {
        operations::set_item(gil, &target, &name, Some(value))?;
    }
    Ok(())
}
