//! The special methods that stand for slots: which slot each name belongs to, and how a slot is called by its name.

use super::names::{self, Name};
use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::raised::{type_error, value_error};
use crate::object::slots::{SetItem, Slots, Unary};
use crate::object::{Arguments, Comparison, Kind, Operator, Raised, Ref, Result, Text, Value};

/// The slot, or the half of one, that a special method stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A slot that takes the value alone.
    Unary(Plain),
    Hash,
    Call,
    GetAttribute,
    SetAttr,
    DelAttr,
    Compare(Comparison),
    Next,
    Get,
    Set,
    Delete,
    Init,
    Del,
    Len,
    GetItem,
    SetItem,
    DelItem,
    Contains,
    Bool,
    Binary(Operator),
    Reflected(Operator),
    Inplace(Operator),
}

/// Slots that take the value alone and give a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    Repr,
    Str,
    Iter,
    Negative,
    Positive,
    Invert,
    Absolute,
    Int,
    Float,
    Index,
    Await,
    Aiter,
    Anext,
}

impl Plain {
    /// The slot's function.
    pub fn of(self, slots: &Slots) -> Option<Unary> {
        match self {
            Plain::Repr => &slots.repr,
            Plain::Str => &slots.str,
            Plain::Iter => &slots.iter,
            Plain::Negative => &slots.negative,
            Plain::Positive => &slots.positive,
            Plain::Invert => &slots.invert,
            Plain::Absolute => &slots.absolute,
            Plain::Int => &slots.int,
            Plain::Float => &slots.float,
            Plain::Index => &slots.index,
            Plain::Await => &slots.await_,
            Plain::Aiter => &slots.aiter,
            Plain::Anext => &slots.anext,
        }
        .get()
    }
}

/// A special method that stands for a slot.
pub struct Special {
    pub name: Ref<Text>,
    pub slot: Slot,
    pub signature: &'static str,
    pub doc: String,
}

/// All special methods that stand for slots.
pub fn all(gil: Gil<'_>) -> Vec<Special> {
    const UNARY: &str = "($self, /)";
    const VALUE: &str = "($self, value, /)";
    const KEY: &str = "($self, key, /)";
    const ANY: &str = "($self, /, *args, **kwargs)";
    use Plain::{
        Absolute, Aiter, Anext, Await, Float, Index, Int, Invert, Iter, Negative, Positive, Repr, Str,
    };
    let rows: &[(Name, Slot, &'static str, &str)] = &[
        (Name::Repr, Slot::Unary(Repr), UNARY, "Return repr(self)."),
        (Name::Hash, Slot::Hash, UNARY, "Return hash(self)."),
        (Name::Call, Slot::Call, ANY, "Call self as a function."),
        (Name::Str, Slot::Unary(Str), UNARY, "Return str(self)."),
        (Name::GetAttribute, Slot::GetAttribute, "($self, name, /)", "Return getattr(self, name)."),
        (Name::SetAttr, Slot::SetAttr, "($self, name, value, /)", "Implement setattr(self, name, value)."),
        (Name::DelAttr, Slot::DelAttr, "($self, name, /)", "Implement delattr(self, name)."),
        (Name::Iter, Slot::Unary(Iter), UNARY, "Implement iter(self)."),
        (Name::Next, Slot::Next, UNARY, "Implement next(self)."),
        (
            Name::Get,
            Slot::Get,
            "($self, instance, owner=None, /)",
            "Return an attribute of instance, which is of type owner.",
        ),
        (Name::Set, Slot::Set, "($self, instance, value, /)", "Set an attribute of instance to value."),
        (Name::Delete, Slot::Delete, "($self, instance, /)", "Delete an attribute of instance."),
        (Name::Init, Slot::Init, ANY, "Initialize self.  See help(type(self)) for accurate signature."),
        (Name::Del, Slot::Del, UNARY, "Called when the instance is about to be destroyed."),
        (Name::Len, Slot::Len, UNARY, "Return len(self)."),
        (Name::GetItem, Slot::GetItem, KEY, "Return self[key]."),
        (Name::SetItem, Slot::SetItem, "($self, key, value, /)", "Set self[key] to value."),
        (Name::DelItem, Slot::DelItem, KEY, "Delete self[key]."),
        (Name::Contains, Slot::Contains, KEY, "Return bool(key in self)."),
        (Name::Bool, Slot::Bool, UNARY, "True if self else False"),
        (Name::Neg, Slot::Unary(Negative), UNARY, "-self"),
        (Name::Pos, Slot::Unary(Positive), UNARY, "+self"),
        (Name::Abs, Slot::Unary(Absolute), UNARY, "abs(self)"),
        (Name::Invert, Slot::Unary(Invert), UNARY, "~self"),
        (Name::Int, Slot::Unary(Int), UNARY, "int(self)"),
        (Name::Float, Slot::Unary(Float), UNARY, "float(self)"),
        (
            Name::Index,
            Slot::Unary(Index),
            UNARY,
            "Return self converted to an integer, if self is suitable for use as an index into a list.",
        ),
        (Name::Await, Slot::Unary(Await), UNARY, "Return an iterator to be used in await expression."),
        (
            Name::Aiter,
            Slot::Unary(Aiter),
            UNARY,
            "Return an awaitable, that resolves in asynchronous iterator.",
        ),
        (Name::Anext, Slot::Unary(Anext), UNARY, "Return a value or raise StopAsyncIteration."),
    ];
    let mut specials: Vec<Special> = rows
        .iter()
        .map(|(name, slot, signature, doc)| Special {
            name: name.text(gil).clone(),
            slot: *slot,
            signature,
            doc: (*doc).to_owned(),
        })
        .collect();
    for comparison in Comparison::ALL {
        specials.push(Special {
            name: names::comparison(gil, comparison).clone(),
            slot: Slot::Compare(comparison),
            signature: VALUE,
            doc: format!("Return self{}value.", comparison.symbol()),
        });
    }
    for operator in Operator::ALL {
        let power = operator == Operator::Power;
        let signature = if power { "($self, value, mod=None, /)" } else { VALUE };
        let symbol = if power { "**" } else { operator.symbol() };
        let (forward, back) = match operator {
            Operator::DivMod => {
                ("Return divmod(self, value).".to_owned(), "Return divmod(value, self).".to_owned())
            }
            Operator::Power => {
                ("Return pow(self, value, mod).".to_owned(), "Return pow(value, self, mod).".to_owned())
            }
            _ => (format!("Return self{symbol}value."), format!("Return value{symbol}self.")),
        };
        let special = |name: &Ref<Text>, slot, doc| Special { name: name.clone(), slot, signature, doc };
        specials.push(special(names::binary(gil, operator), Slot::Binary(operator), forward));
        specials.push(special(names::reflected(gil, operator), Slot::Reflected(operator), back));
        if operator != Operator::DivMod {
            let doc = format!("Return self{symbol}=value.");
            specials.push(special(names::inplace(gil, operator), Slot::Inplace(operator), doc));
        }
    }
    specials
}

impl Special {
    /// Have the slots a function for this method?
    pub fn is_filled(&self, slots: &Slots) -> bool {
        match self.slot {
            Slot::Unary(plain) => plain.of(slots).is_some(),
            Slot::Hash => slots.hash.get().is_some(),
            Slot::Call => slots.call.get().is_some(),
            Slot::GetAttribute => slots.get_attribute.get().is_some(),
            Slot::SetAttr | Slot::DelAttr => slots.set_attribute.get().is_some(),
            Slot::Compare(_) => slots.compare.get().is_some(),
            Slot::Next => slots.next.get().is_some(),
            Slot::Get => slots.descriptor_get.get().is_some(),
            Slot::Set | Slot::Delete => slots.descriptor_set.get().is_some(),
            Slot::Init => slots.init.get().is_some(),
            Slot::Del => slots.finalize.get().is_some(),
            Slot::Len => slots.length.get().is_some(),
            Slot::GetItem => slots.get_item.get().is_some(),
            Slot::SetItem | Slot::DelItem => slots.set_item.get().is_some(),
            Slot::Contains => slots.contains.get().is_some(),
            Slot::Bool => slots.truth.get().is_some(),
            Slot::Binary(operator) | Slot::Reflected(operator) => {
                slots.binary[operator as usize].get().is_some()
            }
            Slot::Inplace(operator) => slots.inplace[operator as usize].get().is_some(),
        }
    }

    /// Calls the slot of the type `owner` on `value`, as the special method with these further arguments.
    pub fn call(
        &self,
        gil: Gil<'_>,
        owner: &Ref<Type>,
        value: &Value,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        let slots = &owner.slots;
        let empty = || self.empty(gil);
        if !arguments.names.is_empty() && !matches!(self.slot, Slot::Call | Slot::Init) {
            let name = self.name.lossy();
            return Err(type_error(gil, format!("wrapper {name}() takes no keyword arguments")));
        }
        match self.slot {
            Slot::Unary(plain) => {
                let [] = exactly(gil, arguments)?;
                plain.of(slots).map_or_else(empty, |slot| slot(gil, value))
            }
            Slot::Hash => {
                let [] = exactly(gil, arguments)?;
                let hash = slots.hash.get().map_or(Ok(0), |slot| slot(gil, value))?;
                Ok(crate::types::int::from_i64(gil, hash))
            }
            Slot::Call => slots.call.get().map_or_else(empty, |slot| slot(gil, value, arguments)),
            Slot::GetAttribute => {
                let [name] = exactly(gil, arguments)?;
                let name = super::attribute_name(gil, name)?;
                slots.get_attribute.get().map_or_else(empty, |slot| slot(gil, value, &name))
            }
            Slot::SetAttr => {
                let [name, new] = exactly(gil, arguments)?;
                self.set_attribute(gil, owner, value, name, Some(new.clone()))
            }
            Slot::DelAttr => {
                let [name] = exactly(gil, arguments)?;
                self.set_attribute(gil, owner, value, name, None)
            }
            Slot::Compare(comparison) => {
                let [other] = exactly(gil, arguments)?;
                slots.compare.get().map_or_else(empty, |slot| slot(gil, value, other, comparison))
            }
            Slot::Next => {
                let [] = exactly(gil, arguments)?;
                let Some(slot) = slots.next.get() else { return self.empty(gil) };
                slot(gil, value)?.ok_or_else(|| Raised::with_arguments(gil, Kind::StopIteration, Vec::new()))
            }
            Slot::Get => self.get(gil, slots, value, arguments),
            Slot::Set => {
                let [instance, new] = exactly(gil, arguments)?;
                set(slots.descriptor_set.get(), gil, value, instance, Some(new.clone()))
            }
            Slot::Delete => {
                let [instance] = exactly(gil, arguments)?;
                set(slots.descriptor_set.get(), gil, value, instance, None)
            }
            Slot::Init => {
                slots.init.get().map_or(Ok(()), |slot| slot(gil, value, arguments)).map(|()| Value::NONE)
            }
            Slot::Del => {
                let [] = exactly(gil, arguments)?;
                if let Some(slot) = slots.finalize.get() {
                    slot(gil, value);
                }
                Ok(Value::NONE)
            }
            Slot::Len => {
                let [] = exactly(gil, arguments)?;
                let length = slots.length.get().map_or(Ok(0), |slot| slot(gil, value))?;
                Ok(crate::types::int::from_i64(gil, length as i64))
            }
            Slot::GetItem => {
                let [key] = exactly(gil, arguments)?;
                slots.get_item.get().map_or_else(empty, |slot| slot(gil, value, key))
            }
            Slot::SetItem => {
                let [key, new] = exactly(gil, arguments)?;
                set(slots.set_item.get(), gil, value, key, Some(new.clone()))
            }
            Slot::DelItem => {
                let [key] = exactly(gil, arguments)?;
                set(slots.set_item.get(), gil, value, key, None)
            }
            Slot::Contains => {
                let [item] = exactly(gil, arguments)?;
                slots.contains.get().map_or(Ok(false), |slot| slot(gil, value, item)).map(Value::bool)
            }
            Slot::Bool => {
                let [] = exactly(gil, arguments)?;
                slots.truth.get().map_or(Ok(true), |slot| slot(gil, value)).map(Value::bool)
            }
            Slot::Binary(operator) => self.binary(gil, slots, operator, arguments, |other| (value, other)),
            Slot::Reflected(operator) => self.binary(gil, slots, operator, arguments, |other| (other, value)),
            Slot::Inplace(operator) => {
                let [other] = exactly(gil, arguments)?;
                let slot = slots.inplace[operator as usize].get();
                slot.map_or_else(empty, |slot| slot(gil, value, other))
            }
        }
    }

    /// Calls the slot of an operator; `sides` puts the operand to its side. Powers may have a modulus.
    fn binary<'a>(
        &self,
        gil: Gil<'_>,
        slots: &Slots,
        operator: Operator,
        arguments: Arguments<'a>,
        sides: impl FnOnce(&'a Value) -> (&'a Value, &'a Value),
    ) -> Result<Value> {
        let (other, modulus) = match (operator, arguments.values) {
            (Operator::Power, [other, modulus]) => (other, Some(modulus)),
            _ => {
                let [other] = exactly(gil, arguments)?;
                (other, None)
            }
        };
        let (left, right) = sides(other);
        if let Some(modulus) = modulus.filter(|modulus| !modulus.is_none()) {
            let Some(slot) = slots.power.get() else { return Ok(Value::NOT_IMPLEMENTED) };
            return slot(gil, left, right, modulus);
        }
        let slot = slots.binary[operator as usize].get();
        slot.map_or_else(|| self.empty(gil), |slot| slot(gil, left, right))
    }

    fn get(&self, gil: Gil<'_>, slots: &Slots, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
        let values = arguments.values;
        let some = |index: usize| values.get(index).filter(|value| !value.is_none());
        if values.is_empty() || values.len() > 2 {
            let (bound, count) = if values.is_empty() {
                ("at least 1 argument", 0)
            } else {
                ("at most 2 arguments", values.len())
            };
            return Err(type_error(gil, format!("expected {bound}, got {count}")));
        }
        if some(0).is_none() && some(1).is_none() {
            return Err(type_error(gil, "__get__(None, None) is invalid"));
        }
        let class = match some(1) {
            Some(class) => class.clone(),
            None => values[0].class(gil).to_value(),
        };
        slots.descriptor_get.get().map_or_else(|| self.empty(gil), |slot| slot(gil, value, some(0), &class))
    }

    fn set_attribute(
        &self,
        gil: Gil<'_>,
        owner: &Ref<Type>,
        value: &Value,
        name: &Value,
        new: Option<Value>,
    ) -> Result<Value> {
        let name = super::attribute_name(gil, name)?;
        super::check_set_attribute(gil, owner, value, &self.name)?;
        owner.slots.set_attribute.get().map_or(Ok(()), |slot| slot(gil, value, &name, new))?;
        Ok(Value::NONE)
    }

    #[cold]
    fn empty(&self, gil: Gil<'_>) -> Result<Value> {
        Err(value_error(gil, format!("the type has nothing in the slot of {}", self.name.lossy())))
    }
}

/// Calls a slot that sets an item, or a descriptor's attribute; deletes it where there is no new value.
fn set(
    slot: Option<SetItem>,
    gil: Gil<'_>,
    value: &Value,
    place: &Value,
    new: Option<Value>,
) -> Result<Value> {
    slot.map_or(Ok(()), |slot| slot(gil, value, place, new))?;
    Ok(Value::NONE)
}

/// The positional arguments of a slot called by name.
fn exactly<'a, const N: usize>(gil: Gil<'_>, arguments: Arguments<'a>) -> Result<&'a [Value; N]> {
    arguments.values.try_into().map_err(|_| {
        let plural = if N == 1 { "" } else { "s" };
        type_error(gil, format!("expected {N} argument{plural}, got {}", arguments.values.len()))
    })
}
