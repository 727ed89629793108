//! Types without the machine: set-up, attributes, classes made by calling `type`.

use super::{class, code, dict, object, set_up, tuple};
use crate::gil::{Gil, attach_main};
use crate::object::class::Type;
use crate::object::{Arguments, Ref, Table, Value, attributes, intern, operations};

/// Runs a test with the built-in types set up; once per process, so all is in one test.
#[test]
fn classes_and_instances_work_without_the_machine() {
    attach_main(|gil| {
        set_up(gil);
        instances_keep_attributes(gil);
        classes_inherit(gil);
        slots_hold_places(gil);
        let _ = code::constant_object(gil, &crate::code::Constant::Str((*b"name").into()));
    });
}

fn new_class(gil: Gil<'_>, name: &str, bases: Vec<Value>, names: &[(&str, Value)]) -> Ref<Type> {
    let mut table = Table::new();
    for (name, value) in names {
        drop(table.set_text(&intern(gil, name), value.clone()));
    }
    let arguments = [intern(gil, name).into_value(), tuple::of(gil, bases), dict::of(gil, table)];
    let meta = class::class(gil).to_value();
    let made = operations::call(gil, &meta, Arguments::positional(&arguments)).expect("a class");
    made.try_into_ref().expect("a type")
}

fn instance(gil: Gil<'_>, class: &Ref<Type>) -> Value {
    operations::call(gil, class.as_value(), Arguments::NONE).expect("an instance")
}

fn instances_keep_attributes(gil: Gil<'_>) {
    let class = new_class(gil, "C", vec![], &[]);
    for count in [1_usize, 5, 60] {
        let value = instance(gil, &class);
        for number in 0..count {
            let name = intern(gil, &format!("attribute{number}"));
            operations::set_attribute(gil, &value, &name, Some(Value::float(number as f64))).expect("set");
        }
        for number in 0..count {
            let name = intern(gil, &format!("attribute{number}"));
            let found = operations::get_attribute(gil, &value, &name).expect("get");
            assert_eq!(found.bits().as_float(), Some(number as f64));
        }
        let name = intern(gil, "attribute0");
        operations::set_attribute(gil, &value, &name, None).expect("delete");
        assert!(object::find_attribute(gil, &value, &name).expect("no other error").is_none());
        assert_eq!(attributes::items(gil, &value).len(), count - 1);
    }
}

fn classes_inherit(gil: Gil<'_>) {
    let base = new_class(gil, "B", vec![], &[("x", Value::ELLIPSIS)]);
    let left = new_class(gil, "L", vec![base.to_value()], &[]);
    let right = new_class(gil, "R", vec![base.to_value()], &[("x", Value::NONE)]);
    let both = new_class(gil, "D", vec![left.to_value(), right.to_value()], &[]);
    let value = instance(gil, &both);
    let name = intern(gil, "x");
    assert!(operations::get_attribute(gil, &value, &name).expect("x").is(&Value::NONE));
    operations::set_attribute(gil, right.as_value(), &name, None).expect("delete");
    assert!(operations::get_attribute(gil, &value, &name).expect("x").is(&Value::ELLIPSIS));
    assert_eq!(base.subclasses().len(), 2);
    drop((value, both));
    let shown = operations::repr(gil, left.as_value()).expect("repr");
    assert_eq!(shown.lossy(), "<class 'L'>");
    assert!(object::class(gil).subclasses().iter().any(|class| class.is(&base)));
}

fn slots_hold_places(gil: Gil<'_>) {
    let name = intern(gil, "y");
    let class = new_class(gil, "S", vec![], &[("__slots__", name.to_value())]);
    let value = instance(gil, &class);
    assert!(attributes::slot(&value, 0).is_none());
    operations::set_attribute(gil, &value, &name, Some(Value::ELLIPSIS)).expect("set");
    assert!(operations::get_attribute(gil, &value, &name).expect("get").is(&Value::ELLIPSIS));
    assert!(attributes::dict(gil, &value).is_none());
}
