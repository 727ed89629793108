//! Objects that say how they are taken apart, and those that are found by their name.

use super::opcode as op;
use super::pickling_error;
use super::writer::Writer;
use crate::gil::Gil;
use crate::modules::{convert, import, sys};
use crate::object::raised::{Kind, type_error};
use crate::object::{Arguments, Bits, Raised, Ref, Result, Text, Type, Value, intern, operations};
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::{class, keyed};

/// An attribute of a module.
pub fn attribute(gil: Gil<'_>, module: &str, name: &str) -> Result<Value> {
    let module = import::module(gil, module)?;
    operations::get_attribute(gil, &module, &intern(gil, name))
}

/// What a `__reduce__` gives.
struct Reduced {
    function: Value,
    arguments: Value,
    state: Option<Value>,
    items: Option<Value>,
    pairs: Option<Value>,
    setter: Option<Value>,
}

impl Writer {
    pub fn save_persistent(&mut self, gil: Gil<'_>, identifier: &Value) -> Result<()> {
        if self.binary() {
            self.save_itself(gil, identifier)?;
            self.op(op::BINPERSID);
            return Ok(());
        }
        let text = operations::str(gil, identifier)?;
        if !text.is_ascii() {
            return Err(pickling_error(gil, "persistent IDs in protocol 0 must be ASCII strings"));
        }
        self.op(op::PERSID);
        self.write(text.bytes());
        self.write(b"\n");
        Ok(())
    }

    /// A call that makes the object.
    pub fn save_call(
        &mut self,
        gil: Gil<'_>,
        function: &Value,
        arguments: Vec<Value>,
        object: &Value,
    ) -> Result<()> {
        self.save(gil, function)?;
        self.save(gil, &convert::tuple(gil, arguments))?;
        self.op(op::REDUCE);
        self.memoize_made(object);
        Ok(())
    }

    /// Remembers an object that is on the stack now.
    fn memoize_made(&mut self, object: &Value) {
        if self.is_known(object) {
            // Its own arguments led back to it: it was written among them.
            self.op(op::POP);
            self.recall(object);
        } else {
            self.memoize(object);
        }
    }

    pub fn save_by_reduction(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        let mut reduced = None;
        if let Some(hook) = self.reducer_override.clone() {
            let answer = operations::call_one(gil, &hook, object)?;
            reduced = (answer.bits() != Bits::NOT_IMPLEMENTED).then_some(answer);
        }
        let kind = object.class(gil).clone();
        let reduced = match reduced {
            Some(reduced) => reduced,
            None if kind.is(class::class(gil)) => return self.save_type(gil, object),
            None if object.downcast::<Function>().is_some() => return self.save_global(gil, object, None),
            None => match self.reduction_of(gil, &kind)? {
                Some(reduce) => operations::call_one(gil, &reduce, object)?,
                None if kind.is_subtype(class::class(gil)) => return self.save_global(gil, object, None),
                None => reduce(gil, object, self.protocol())?,
            },
        };
        if let Some(name) = reduced.downcast::<Text>() {
            return self.save_global(gil, object, Some(name));
        }
        let reduced = check(gil, &reduced)?;
        self.save_reduced(gil, reduced, object)
    }

    /// What `dispatch_table` says for a class.
    fn reduction_of(&self, gil: Gil<'_>, kind: &Ref<Type>) -> Result<Option<Value>> {
        let table = match &self.reductions {
            Some(table) => table.clone(),
            None => attribute(gil, "copyreg", "dispatch_table")?,
        };
        if let Some(dict) = table.downcast::<Dict>().filter(|_| table.is_exact::<Dict>(gil)) {
            return keyed::get(gil, &dict.table, kind.as_value());
        }
        match operations::get_item(gil, &table, kind.as_value()) {
            Ok(found) => Ok(Some(found)),
            Err(raised) if raised.is(gil, Kind::LookupError) => Ok(None),
            Err(raised) => Err(raised),
        }
    }

    fn save_reduced(&mut self, gil: Gil<'_>, reduced: Reduced, object: &Value) -> Result<()> {
        let name = match self.protocol() >= 2 {
            true => operations::find_named(gil, &reduced.function, "__name__")?,
            false => None,
        };
        let name = name.as_ref().and_then(Value::downcast::<Text>).map_or(&b""[..], |name| name.bytes());
        match name {
            b"__newobj_ex__" => self.save_new_with_keywords(gil, &reduced.arguments)?,
            b"__newobj__" => self.save_new(gil, &reduced.arguments, object)?,
            _ => {
                self.save(gil, &reduced.function)?;
                self.save(gil, &reduced.arguments)?;
                self.op(op::REDUCE);
            }
        }
        self.memoize_made(object);
        if let Some(items) = &reduced.items {
            self.save_iterator(gil, items, false)?;
        }
        if let Some(pairs) = &reduced.pairs {
            self.save_iterator(gil, pairs, true)?;
        }
        match (&reduced.state, &reduced.setter) {
            (None, _) => {}
            (Some(state), None) => {
                self.save(gil, state)?;
                self.op(op::BUILD);
            }
            (Some(state), Some(setter)) => {
                self.save(gil, setter)?;
                self.save(gil, object)?;
                self.save(gil, state)?;
                // What the setter returns is of no interest.
                self.write(&[op::TUPLE2, op::REDUCE, op::POP]);
            }
        }
        Ok(())
    }

    fn save_new(&mut self, gil: Gil<'_>, arguments: &Value, object: &Value) -> Result<()> {
        let arguments = convert::tuple_items(arguments).unwrap_or_default();
        let Some((class, rest)) = arguments.split_first() else {
            return Err(pickling_error(gil, "__newobj__ arglist is empty"));
        };
        if class.downcast::<Type>().is_none() {
            return Err(pickling_error(gil, "args[0] from __newobj__ args is not a type"));
        }
        let own = operations::get_attribute(gil, object, &intern(gil, "__class__"))?;
        if !own.is(class) {
            return Err(pickling_error(gil, "args[0] from __newobj__ args has the wrong class"));
        }
        self.save(gil, class)?;
        self.save(gil, &convert::tuple(gil, rest.to_vec()))?;
        self.op(op::NEWOBJ);
        Ok(())
    }

    fn save_new_with_keywords(&mut self, gil: Gil<'_>, arguments: &Value) -> Result<()> {
        let items = convert::tuple_items(arguments).unwrap_or_default();
        let [class, positional, keywords] = &items[..] else {
            let got = items.len();
            let message = format!("length of the NEWOBJ_EX argument tuple must be exactly 3, not {got}");
            return Err(pickling_error(gil, message));
        };
        let wrong = |place: &str, expected: &str, item: &Value| {
            let name = item.class(gil).name();
            let message =
                format!("{place} item from NEWOBJ_EX argument tuple must be a {expected}, not {name}");
            Err(pickling_error(gil, message))
        };
        if class.downcast::<Type>().is_none() {
            return wrong("first", "class", class);
        }
        if convert::tuple_items(positional).is_none() {
            return wrong("second", "tuple", positional);
        }
        let Some(names) = keywords.downcast::<Dict>() else { return wrong("third", "dict", keywords) };
        if self.protocol() >= 4 {
            for item in &items {
                self.save(gil, item)?;
            }
            self.op(op::NEWOBJ_EX);
            return Ok(());
        }
        // Older protocols have no opcode for it: partial(cls.__new__, cls, *args, **kwargs)().
        let partial = attribute(gil, "functools", "partial")?;
        let make = operations::get_attribute(gil, class, &intern(gil, "__new__"))?;
        let mut values = vec![make, class.clone()];
        values.extend(convert::tuple_items(positional).unwrap_or_default());
        let mut words = Vec::new();
        for (name, value) in crate::types::dict::entries(names) {
            let Some(name) = name.downcast::<Text>() else {
                return Err(type_error(gil, "keywords must be strings"));
            };
            words.push(name.clone());
            values.push(value);
        }
        let call = operations::call(gil, &partial, Arguments { values: &values, names: &words })?;
        self.save(gil, &call)?;
        self.save(gil, &convert::tuple(gil, Vec::new()))?;
        self.op(op::REDUCE);
        Ok(())
    }

    // What is found by its name.

    fn save_type(&mut self, gil: Gil<'_>, object: &Value) -> Result<()> {
        for single in [Value::NONE, Value::NOT_IMPLEMENTED, Value::ELLIPSIS] {
            if object.is(single.class(gil).as_value()) {
                let class = class::class(gil).to_value();
                return self.save_call(gil, &class, vec![single], object);
            }
        }
        self.save_global(gil, object, None)
    }

    fn save_global(&mut self, gil: Gil<'_>, object: &Value, name: Option<&Ref<Text>>) -> Result<()> {
        let name = match name {
            Some(name) => name.clone(),
            None => name_of(gil, object)?,
        };
        let shown = name.lossy().into_owned();
        if shown.split('.').any(|part| part == "<locals>") {
            let message = format!("Can't get local object '{shown}'");
            return Err(Raised::with_message(gil, Kind::AttributeError, &message));
        }
        let module = which_module(gil, object, &shown)?;
        let module_name = match module.downcast::<Text>() {
            Some(name) => name.lossy().into_owned(),
            None => operations::str(gil, &module)?.lossy().into_owned(),
        };
        if !look_up(gil, object, &module_name, &shown)?.is(object) {
            let what = operations::repr(gil, object)?.lossy().into_owned();
            let message = format!("Can't pickle {what}: it's not the same object as {module_name}.{shown}");
            return Err(pickling_error(gil, message));
        }
        if self.protocol() >= 2
            && let Some(code) = extension(gil, &module, name.as_value())?
        {
            match code {
                0..=0xFF => self.write(&[op::EXT1, code as u8]),
                0x100..=0xFFFF => self.numbered(op::EXT2, &(code as u16).to_le_bytes()),
                _ => self.numbered(op::EXT4, &(code as u32).to_le_bytes()),
            }
            return Ok(());
        }
        if self.protocol() >= 4 {
            self.save(gil, &module)?;
            self.save(gil, name.as_value())?;
            self.op(op::STACK_GLOBAL);
        } else {
            self.save_dotted(gil, &module_name, &shown)?;
        }
        self.memoize(object);
        Ok(())
    }

    /// The old opcode knows no dots: getattr(getattr(name, attribute), attribute).
    fn save_dotted(&mut self, gil: Gil<'_>, module: &str, name: &str) -> Result<()> {
        let mut parts = name.split('.');
        let first = parts.next().unwrap_or_default();
        let attributes: Vec<&str> = parts.collect();
        for _ in &attributes {
            let getattr = attribute(gil, "builtins", "getattr")?;
            self.save(gil, &getattr)?;
            if self.protocol() < 2 {
                self.op(op::MARK);
            }
        }
        self.write_global(gil, module, first)?;
        for attribute in attributes {
            self.save(gil, &intern(gil, attribute).into_value())?;
            let tuple = if self.protocol() < 2 { op::TUPLE } else { op::TUPLE2 };
            self.write(&[tuple, op::REDUCE]);
        }
        Ok(())
    }

    fn write_global(&mut self, gil: Gil<'_>, module: &str, name: &str) -> Result<()> {
        let (mut module, mut name) = (module.to_owned(), name.to_owned());
        if self.settings.fix_imports {
            (module, name) = old_names(gil, "REVERSE_NAME_MAPPING", "REVERSE_IMPORT_MAPPING", module, name)?;
        }
        if self.protocol() < 3 && !(module.is_ascii() && name.is_ascii()) {
            let protocol = self.protocol();
            let message =
                format!("can't pickle global identifier '{module}.{name}' using pickle protocol {protocol}");
            return Err(pickling_error(gil, message));
        }
        self.op(op::GLOBAL);
        self.write(format!("{module}\n{name}\n").as_bytes());
        Ok(())
    }
}

/// The names by which the other major version of Python knows something.
pub fn old_names(
    gil: Gil<'_>,
    names: &str,
    modules: &str,
    module: String,
    name: String,
) -> Result<(String, String)> {
    let (mut module, mut name) = (module, name);
    let dict_of = |table: &str| attribute(gil, "_compat_pickle", table);
    let pair = convert::tuple(gil, vec![convert::text(gil, &module), convert::text(gil, &name)]);
    let names = dict_of(names)?;
    if let Some(names) = names.downcast::<Dict>()
        && let Some(found) = keyed::get(gil, &names.table, &pair)?
        && let Some([new_module, new_name]) = convert::tuple_items(&found).as_deref()
    {
        module = operations::str(gil, new_module)?.lossy().into_owned();
        name = operations::str(gil, new_name)?.lossy().into_owned();
    }
    let modules = dict_of(modules)?;
    if let Some(modules) = modules.downcast::<Dict>()
        && let Some(found) = keyed::get(gil, &modules.table, &convert::text(gil, &module))?
    {
        module = operations::str(gil, &found)?.lossy().into_owned();
    }
    Ok((module, name))
}

fn name_of(gil: Gil<'_>, object: &Value) -> Result<Ref<Text>> {
    let qualified = operations::find_named(gil, object, "__qualname__")?;
    let name = match qualified {
        Some(name) if name.downcast::<Text>().is_some() => name,
        _ => operations::get_attribute(gil, object, &intern(gil, "__name__"))?,
    };
    operations::str(gil, &name)
}

/// The name of the module that an object is found in.
fn which_module(gil: Gil<'_>, object: &Value, name: &str) -> Result<Value> {
    if let Some(module) = operations::find_named(gil, object, "__module__")?.filter(|name| !name.is_none()) {
        return Ok(module);
    }
    let modules = sys::modules(gil);
    for (module_name, module) in crate::types::dict::entries(&modules) {
        let passed = module_name
            .downcast::<Text>()
            .is_none_or(|name| matches!(name.bytes(), b"__main__" | b"__mp_main__"));
        if !passed
            && !module.is_none()
            && let Ok(found) = walk(gil, &module, name)
            && found.is(object)
        {
            return Ok(module_name);
        }
    }
    Ok(convert::text(gil, "__main__"))
}

/// What a dotted name leads to.
fn walk(gil: Gil<'_>, start: &Value, name: &str) -> Result<Value> {
    let mut found = start.clone();
    for part in name.split('.') {
        found = operations::get_attribute(gil, &found, &intern(gil, part))?;
    }
    Ok(found)
}

/// The object of that name in a module.
fn look_up(gil: Gil<'_>, object: &Value, module_name: &str, name: &str) -> Result<Value> {
    let shown = || operations::repr(gil, object).map(|shown| shown.lossy().into_owned());
    let module = match import::module(gil, module_name) {
        Ok(module) => module,
        Err(raised) if raised.is(gil, Kind::ImportError) => {
            let message = format!("Can't pickle {}: import of module '{module_name}' failed", shown()?);
            return Err(pickling_error(gil, message));
        }
        Err(raised) => return Err(raised),
    };
    match walk(gil, &module, name) {
        Err(raised) if raised.is(gil, Kind::AttributeError) => {
            let message =
                format!("Can't pickle {}: attribute lookup {name} on {module_name} failed", shown()?);
            Err(pickling_error(gil, message))
        }
        found => found,
    }
}

/// The number that `copyreg.add_extension` gave to a name.
fn extension(gil: Gil<'_>, module: &Value, name: &Value) -> Result<Option<i64>> {
    let Some(copyreg) = crate::modules::loaded(gil, "copyreg") else { return Ok(None) };
    let Some(registry) = operations::find_named(gil, &copyreg, "_extension_registry")? else {
        return Ok(None);
    };
    let Some(registry) = registry.downcast::<Dict>() else { return Ok(None) };
    if registry.table.borrow().length() == 0 {
        return Ok(None);
    }
    let key = convert::tuple(gil, vec![module.clone(), name.clone()]);
    match keyed::get(gil, &registry.table, &key)? {
        Some(code) => convert::to_i64(gil, &code).map(Some),
        None => Ok(None),
    }
}

/// `object.__reduce_ex__(protocol)`.
fn reduce(gil: Gil<'_>, object: &Value, protocol: u8) -> Result<Value> {
    if let Some(method) = operations::find_named(gil, object, "__reduce_ex__")? {
        return operations::call_one(gil, &method, &convert::int(gil, protocol.into()));
    }
    if let Some(method) = operations::find_named(gil, object, "__reduce__")? {
        return operations::call(gil, &method, Arguments::NONE);
    }
    let (name, shown) = (object.class(gil).name(), operations::repr(gil, object)?);
    Err(pickling_error(gil, format!("can't pickle '{name}' object: {}", shown.lossy())))
}

/// The parts of what a `__reduce__` gave.
fn check(gil: Gil<'_>, reduced: &Value) -> Result<Reduced> {
    let Some(parts) = convert::tuple_items(reduced) else {
        return Err(pickling_error(gil, "__reduce__ must return a string or tuple"));
    };
    if !(2..=6).contains(&parts.len()) {
        let message = "tuple returned by __reduce__ must contain 2 through 6 elements";
        return Err(pickling_error(gil, message));
    }
    let part = |place: usize| parts.get(place).filter(|part| !part.is_none()).cloned();
    let is_callable = |value: &Value| value.class(gil).slots.call.get().is_some();
    if !is_callable(&parts[0]) {
        let message = "first item of the tuple returned by __reduce__ must be callable";
        return Err(pickling_error(gil, message));
    }
    if convert::tuple_items(&parts[1]).is_none() {
        let message = "second item of the tuple returned by __reduce__ must be a tuple";
        return Err(pickling_error(gil, message));
    }
    for (place, which) in [(3, "fourth"), (4, "fifth")] {
        if let Some(items) = part(place)
            && items.class(gil).slots.next.get().is_none()
        {
            let name = items.class(gil).name();
            return Err(pickling_error(
                gil,
                format!(
                    "{which} element of the tuple returned by __reduce__ must be an iterator, not {name}"
                ),
            ));
        }
    }
    if let Some(setter) = part(5)
        && !is_callable(&setter)
    {
        let name = setter.class(gil).name();
        return Err(pickling_error(
            gil,
            format!("sixth element of the tuple returned by __reduce__ must be a function, not {name}"),
        ));
    }
    Ok(Reduced {
        function: parts[0].clone(),
        arguments: parts[1].clone(),
        state: part(2),
        items: part(3),
        pairs: part(4),
        setter: part(5),
    })
}
