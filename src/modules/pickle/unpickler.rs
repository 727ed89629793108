//! `Unpickler`: reads pickles from a file.

use std::cell::RefCell;

use super::reader::{Memo, Reader, Settings};
use super::{own_method, unpickling_error};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit, operations,
};
use crate::payload;
use crate::types::{buffer, keyed};

/// The payload of `Unpickler`.
#[derive(Default)]
pub struct Unpickler {
    /// None before `__init__`.
    settings: RefCell<Option<Settings>>,
    /// The file's `read` and `readline`.
    file: RefCell<Option<(Value, Value)>>,
    memo: RefCell<Memo>,
}

impl Payload for Unpickler {
    payload!(Unpickler, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        for (read, line) in self.file.borrow().iter() {
            visit(read);
            visit(line);
        }
        self.settings.borrow().iter().filter_map(|settings| settings.buffers.as_ref()).for_each(&mut *visit);
        self.memo.borrow().values().for_each(visit);
    }

    fn clear(&self) {
        let parts = (self.settings.take(), self.file.take(), self.memo.take());
        drop(parts);
    }
}

fn this(value: &Value) -> &Ref<Unpickler> {
    match value.downcast() {
        Some(unpickler) => unpickler,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Unpickler::default()).into_value())
}

const SIGNATURE: Parameters<5> =
    Parameters::new(["file", "fix_imports", "encoding", "errors", "buffers"], 1).keyword_only(1);

fn file_methods(gil: Gil<'_>, file: &Value) -> Result<(Value, Value)> {
    match (operations::find_named(gil, file, "read")?, operations::find_named(gil, file, "readline")?) {
        (Some(read), Some(line)) => Ok((read, line)),
        _ => Err(type_error(gil, "file must have 'read' and 'readline' attributes")),
    }
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let [file, fix, encoding, errors, buffers] = arguments.bind(gil, "Unpickler", &SIGNATURE)?;
    let file = file_methods(gil, convert::given(file))?;
    let settings = Settings::of(gil, fix, encoding, errors, buffers)?;
    let unpickler = this(value);
    let old = (
        unpickler.settings.replace(Some(settings)),
        unpickler.file.replace(Some(file)),
        unpickler.memo.take(),
    );
    drop(old);
    Ok(())
}

fn load_next(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly::<1>(gil, "load")?;
    let unpickler = this(value);
    let (settings, file) = (unpickler.settings.borrow().clone(), unpickler.file.borrow().clone());
    let (Some(settings), Some(file)) = (settings, file) else {
        let name = value.class(gil).name();
        return Err(unpickling_error(
            gil,
            format!("Unpickler.__init__() was not called by {name}.__init__()"),
        ));
    };
    let mut reader = Reader::new(&[], settings);
    reader.file = Some(file);
    reader.find_class = own_method::<Unpickler>(gil, value, "find_class")?;
    reader.persistent_load = own_method::<Unpickler>(gil, value, "persistent_load")?;
    reader.memo = unpickler.memo.take();
    let result = reader.run(gil);
    let old = unpickler.memo.replace(std::mem::take(&mut reader.memo));
    drop(old);
    result
}

fn find_class(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, module, name] = arguments.exactly::<3>(gil, "find_class")?;
    let fix = this(value).settings.borrow().as_ref().is_some_and(|settings| settings.fix_imports);
    let text = |value: &Value, place| {
        convert::text_argument(gil, value, "find_class", place).map(|text| text.lossy().into_owned())
    };
    // A class that asks its base does not say which protocol it is reading: names with dots are of the newer ones.
    let name = text(name, 2)?;
    let protocol = if name.contains('.') || !fix { 4 } else { 3 };
    super::build::find_class(gil, &text(module, 1)?, &name, protocol, false)
}

fn persistent_load(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<2>(gil, "persistent_load")?;
    Err(super::build::no_persistent_load(gil))
}

/// `memo`: a copy, as a dict of place to object.
fn memo(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let entries = this(value).memo.borrow().entries();
    let dict = Ref::new(gil, crate::types::dict::Dict::new());
    for (place, object) in entries {
        keyed::set(gil, &dict.table, &convert::int(gil, place.into()), object)?;
    }
    Ok(dict.into_value())
}

fn set_memo(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let new = new.ok_or_else(|| type_error(gil, "attribute deletion is not supported"))?;
    let wrong = || type_error(gil, "'memo' attribute must be an UnpicklerMemoProxy object or dict");
    let items = operations::call_method(gil, &new, "items", &[]).map_err(|_| wrong())?;
    let mut memo = Memo::default();
    for item in operations::collect(gil, &items)? {
        match convert::tuple_items(&item).as_deref() {
            Some([place, object]) => {
                let place = u32::try_from(convert::to_i64(gil, place)?).map_err(|_| wrong())?;
                drop(memo.put(place, object.clone()));
            }
            _ => return Err(wrong()),
        }
    }
    let old = this(value).memo.replace(memo);
    drop(old);
    Ok(())
}

/// `load(file, ...)`.
pub fn load(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [file, fix, encoding, errors, buffers] = arguments.bind(gil, "load", &SIGNATURE)?;
    let file = file_methods(gil, convert::given(file))?;
    let mut reader = Reader::new(&[], Settings::of(gil, fix, encoding, errors, buffers)?);
    reader.file = Some(file);
    reader.run(gil)
}

/// `loads(data, ...)`.
pub fn loads(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["data", "fix_imports", "encoding", "errors", "buffers"], 1)
            .positional_only(1)
            .keyword_only(1);
    let [data, fix, encoding, errors, buffers] = arguments.bind(gil, "loads", &SIGNATURE)?;
    let settings = Settings::of(gil, fix, encoding, errors, buffers)?;
    let data = convert::given(data).clone();
    if let Some(bytes) = data.downcast::<crate::types::bytes::Bytes>() {
        return Reader::new(&bytes.bytes, settings).run(gil);
    }
    Reader::new(&buffer::argument(gil, &data)?, settings).run(gil)
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Unpickler",
    module: "_pickle",
    signature: "",
    doc: "This takes a binary file for reading a pickle data stream.",
    base: None,
    layout: Unpickler::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), init: Some(init), ..SlotTable::EMPTY },
    methods: &[
        Function::new("load", "($self, /)", "Load a pickle.", load_next),
        Function::new(
            "find_class",
            "($self, module_name, global_name, /)",
            "Return an object from a specified module.",
            find_class,
        ),
        Function::new("persistent_load", "($self, pid, /)", "", persistent_load),
    ],
    attributes: &[Attribute { name: "memo", doc: "", get: memo, set: Some(set_memo) }],
};
