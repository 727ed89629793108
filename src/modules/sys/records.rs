//! The structures of `sys`: the version, the flags, and what numbers are like.

use std::cell::OnceCell;

use super::Configuration;
use crate::gil::Gil;
use crate::modules::convert;
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::object::Value;

const fn record(name: &'static str, doc: &'static str, fields: &'static [&'static str]) -> StructSequence {
    StructSequence {
        name,
        module: "sys",
        doc,
        fields,
        unnamed: &[],
        hidden: &[],
        constructible: false,
        class: Class::new(OnceCell::new()),
    }
}

static VERSION_INFO: StructSequence = record(
    "version_info",
    "sys.version_info\n\nVersion information as a named tuple.",
    &["major", "minor", "micro", "releaselevel", "serial"],
);

/// `sys.version_info`.
pub fn version_info(gil: Gil<'_>) -> Value {
    let mut items = convert::ints(gil, [3, 13, 0]);
    items.extend([convert::text(gil, "final"), convert::int(gil, 0)]);
    VERSION_INFO.make(gil, items)
}

static FLAGS: StructSequence = record(
    "flags",
    "sys.flags\n\nFlags provided through command line arguments or environment vars.",
    &[
        "debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "warn_default_encoding",
        "safe_path",
        "int_max_str_digits",
    ],
);

/// `sys.flags`.
pub fn flags(gil: Gil<'_>) -> Value {
    let settings = Configuration::current();
    let fixed_hash = settings.variable("PYTHONHASHSEED").is_some_and(|seed| seed == "0");
    let number = |number: i64| convert::int(gil, number);
    let items = vec![
        number(settings.debug.into()),
        number(settings.inspect.into()),
        number(settings.interactive.into()),
        number(settings.optimize.into()),
        number(settings.dont_write_bytecode.into()),
        number(settings.no_user_site.into()),
        number(settings.no_site.into()),
        number(settings.ignore_environment.into()),
        number(settings.verbose.into()),
        number(settings.bytes_warning.into()),
        number(settings.quiet.into()),
        number((!fixed_hash).into()),
        number(settings.isolated.into()),
        Value::bool(settings.x_option("dev").is_some()),
        number(1),
        number(0),
        Value::bool(settings.safe_path),
        number(4300),
    ];
    FLAGS.make(gil, items)
}

static FLOAT_INFO: StructSequence = record(
    "float_info",
    "sys.float_info\n\nA named tuple holding information about the float type.",
    &[
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    ],
);

/// `sys.float_info`.
pub fn float_info(gil: Gil<'_>) -> Value {
    let number = |number: i32| convert::int(gil, number.into());
    let items = vec![
        Value::float(f64::MAX),
        number(f64::MAX_EXP),
        number(f64::MAX_10_EXP),
        Value::float(f64::MIN_POSITIVE),
        number(f64::MIN_EXP),
        number(f64::MIN_10_EXP),
        number(f64::DIGITS as i32),
        number(f64::MANTISSA_DIGITS as i32),
        Value::float(f64::EPSILON),
        number(f64::RADIX as i32),
        number(1),
    ];
    FLOAT_INFO.make(gil, items)
}

static INT_INFO: StructSequence = record(
    "int_info",
    "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.",
    &["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"],
);

/// `sys.int_info`.
pub fn int_info(gil: Gil<'_>) -> Value {
    INT_INFO.make(gil, convert::ints(gil, [64, 8, 4300, 640]))
}

static HASH_INFO: StructSequence = record(
    "hash_info",
    "hash_info\n\nA named tuple providing parameters used for computing hashes.",
    &["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"],
);

/// `sys.hash_info`.
pub fn hash_info(gil: Gil<'_>) -> Value {
    let mut items = convert::ints(gil, [64, (1 << 61) - 1, 314_159, 0, 1_000_003]);
    items.push(convert::text(gil, "siphash13"));
    items.extend(convert::ints(gil, [64, 128, 0]));
    HASH_INFO.make(gil, items)
}

static THREAD_INFO: StructSequence = record(
    "thread_info",
    "sys.thread_info\n\nA named tuple holding information about the thread implementation.",
    &["name", "lock", "version"],
);

/// `sys.thread_info`.
pub fn thread_info(gil: Gil<'_>) -> Value {
    let text = |text: &str| convert::text(gil, text);
    THREAD_INFO.make(gil, vec![text("pthread"), text("futex"), Value::NONE])
}
