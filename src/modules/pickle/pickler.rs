//! `Pickler`: writes pickles to a file. What it has written it remembers, so that later pickles refer to it.

use std::cell::{Cell, RefCell};

use super::writer::{Memo, Writer};
use super::{HIGHEST, USUAL, own_method, pickling_error};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit, operations,
};
use crate::payload;

/// How a pickle is to be written.
#[derive(Clone, Default)]
pub struct Settings {
    pub protocol: u8,
    /// Do modules get the names that Python 2 knows them by?
    pub fix_imports: bool,
    /// Sees buffers that are to travel apart.
    pub buffer_callback: Option<Value>,
}

impl Settings {
    /// The settings that these arguments stand for.
    pub fn of(
        gil: Gil<'_>,
        protocol: Option<&Value>,
        fix_imports: Option<&Value>,
        callback: Option<&Value>,
    ) -> Result<Settings> {
        let protocol = match protocol.filter(|protocol| !protocol.is_none()) {
            None => USUAL,
            Some(protocol) => convert::to_i64(gil, protocol)?,
        };
        if protocol > HIGHEST {
            return Err(value_error(gil, format!("pickle protocol must be <= {HIGHEST}")));
        }
        let protocol = if protocol < 0 { HIGHEST } else { protocol };
        let callback = callback.filter(|callback| !callback.is_none()).cloned();
        if callback.is_some() && protocol < 5 {
            return Err(value_error(gil, "buffer_callback needs protocol >= 5"));
        }
        let fix = fix_imports.map_or(Ok(true), |fix| convert::to_bool(gil, fix))?;
        Ok(Settings { protocol: protocol as u8, fix_imports: fix && protocol < 3, buffer_callback: callback })
    }
}

/// The payload of `Pickler`.
#[derive(Default)]
pub struct Pickler {
    settings: RefCell<Settings>,
    /// The file's `write`; None before `__init__`.
    write: RefCell<Option<Value>>,
    memo: RefCell<Memo>,
    fast: Cell<bool>,
}

impl Payload for Pickler {
    payload!(Pickler, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.write.borrow().iter().for_each(&mut *visit);
        self.settings.borrow().buffer_callback.iter().for_each(&mut *visit);
        self.memo.borrow().kept().iter().for_each(visit);
    }

    fn clear(&self) {
        let parts = (self.write.take(), self.memo.take(), self.settings.take());
        drop(parts);
    }
}

/// The `write` method of a file.
pub fn write_method(gil: Gil<'_>, file: &Value) -> Result<Value> {
    operations::find_named(gil, file, "write")?
        .ok_or_else(|| type_error(gil, "file must have a 'write' attribute"))
}

fn this(value: &Value) -> &Ref<Pickler> {
    match value.downcast() {
        Some(pickler) => pickler,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Pickler::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["file", "protocol", "fix_imports", "buffer_callback"], 1);
    let [file, protocol, fix, callback] = arguments.bind(gil, "Pickler", &SIGNATURE)?;
    let settings = Settings::of(gil, protocol, fix, callback)?;
    let write = write_method(gil, convert::given(file))?;
    let pickler = this(value);
    let old = (pickler.settings.replace(settings), pickler.write.replace(Some(write)), pickler.memo.take());
    drop(old);
    Ok(())
}

fn dump(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, object] = arguments.exactly::<2>(gil, "dump")?;
    let pickler = this(value);
    let write = pickler.write.borrow().clone();
    let Some(write) = write else {
        let name = value.class(gil).name();
        return Err(pickling_error(gil, format!("Pickler.__init__() was not called by {name}.__init__()")));
    };
    let settings = pickler.settings.borrow().clone();
    let mut writer = Writer::new(settings);
    writer.memo = pickler.memo.take();
    writer.fast = pickler.fast.get();
    writer.persistent_id = own_method::<Pickler>(gil, value, "persistent_id")?;
    writer.reducer_override = own_method::<Pickler>(gil, value, "reducer_override")?;
    writer.reductions = operations::find_named(gil, value, "dispatch_table")?;
    let result = writer.run_to(gil, object);
    let memo = std::mem::take(&mut writer.memo);
    let old = pickler.memo.replace(memo);
    drop(old);
    operations::call_one(gil, &write, &crate::types::bytes::of(gil, result?))?;
    Ok(Value::NONE)
}

fn clear_memo(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly::<1>(gil, "clear_memo")?;
    let memo = this(value).memo.take();
    drop(memo);
    Ok(Value::NONE)
}

fn persistent_id(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<2>(gil, "persistent_id")?;
    Ok(Value::NONE)
}

/// `memo`: a copy, as a dict of identity to place and object.
fn memo(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let pairs: Vec<(Value, Value)> = {
        let memo = this(value).memo.borrow();
        let row = |(place, object): (usize, &Value)| {
            let entry = vec![convert::int(gil, place as i64), object.clone()];
            (convert::identity(gil, object), convert::tuple(gil, entry))
        };
        memo.kept().iter().enumerate().map(row).collect()
    };
    let dict = Ref::new(gil, crate::types::dict::Dict::new());
    for (key, entry) in pairs {
        crate::types::keyed::set(gil, &dict.table, &key, entry)?;
    }
    Ok(dict.into_value())
}

fn set_memo(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let new = new.ok_or_else(|| type_error(gil, "attribute deletion is not supported"))?;
    let mut entries = Vec::new();
    let rows = operations::call_method(gil, &new, "values", &[])
        .map_err(|_| type_error(gil, "'memo' attribute must be a PicklerMemoProxy object or dict"))?;
    for row in operations::collect(gil, &rows)? {
        match convert::tuple_items(&row).as_deref() {
            Some([place, object]) => entries.push((convert::to_i64(gil, place)?, object.clone())),
            _ => return Err(type_error(gil, "'memo' values must be 2-item tuples")),
        }
    }
    entries.sort_by_key(|(place, _)| *place);
    let memo = Memo::of(entries.into_iter().map(|(_, object)| object));
    let old = this(value).memo.replace(memo);
    drop(old);
    Ok(())
}

fn set_fast(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let new = new.ok_or_else(|| type_error(gil, "can't delete numeric/char attribute"))?;
    this(value).fast.set(convert::to_bool(gil, &new)?);
    Ok(())
}

fn bytes_of(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, size_of::<Pickler>() as i64))
}

fn cannot_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let name = arguments.values[0].class(gil).name();
    let message = format!("cannot pickle '{name}' object");
    Err(crate::object::Raised::with_message(gil, Kind::TypeError, &message))
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Pickler",
    module: "_pickle",
    signature: "",
    doc: "This takes a binary file for writing a pickle data stream.",
    base: None,
    layout: Pickler::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), init: Some(init), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "dump",
            "($self, obj, /)",
            "Write a pickled representation of the given object to the open file.",
            dump,
        ),
        Function::new("clear_memo", "($self, /)", "Clears the pickler's \"memo\".", clear_memo),
        Function::new("persistent_id", "($self, obj, /)", "", persistent_id),
        Function::new("__sizeof__", "($self, /)", "Returns size in memory, in bytes.", bytes_of),
        Function::new("__reduce__", "($self, /)", "", cannot_reduce),
    ],
    attributes: &[
        Attribute { name: "memo", doc: "", get: memo, set: Some(set_memo) },
        Attribute {
            name: "fast",
            doc: "",
            get: |gil, value| Ok(convert::int(gil, this(value).fast.get().into())),
            set: Some(set_fast),
        },
        Attribute::read_only("bin", "", |gil, value| {
            Ok(convert::int(gil, (this(value).settings.borrow().protocol > 0).into()))
        }),
    ],
};
