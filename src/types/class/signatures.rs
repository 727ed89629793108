//! What calling a built-in type takes, where a signature can tell it: `__text_signature__` of types.

use super::properties;
use crate::gil::Gil;
use crate::object::Ref;
use crate::object::class::{Type, flags};

/// The signature of a built-in type.
pub fn of(gil: Gil<'_>, class: &Ref<Type>) -> Option<&'static str> {
    if class.has(flags::HEAP) {
        return None;
    }
    let module = properties::module_of(gil, class)?;
    let name = class.name();
    // Some names are written with their module.
    let name = name.rsplit('.').next().unwrap_or_default();
    let row = SIGNATURES.iter().find(|row| row.1 == name && row.0.as_bytes() == module.bytes());
    row.map(|row| row.2)
}

/// Module, name and signature.
const SIGNATURES: &[(&str, &str, &str)] = &[
    ("_io", "BufferedRandom", "(raw, buffer_size=DEFAULT_BUFFER_SIZE)"),
    ("_io", "BufferedReader", "(raw, buffer_size=DEFAULT_BUFFER_SIZE)"),
    ("_io", "BufferedWriter", "(raw, buffer_size=DEFAULT_BUFFER_SIZE)"),
    ("_io", "BytesIO", "(initial_bytes=b'')"),
    ("_io", "IncrementalNewlineDecoder", "(decoder, translate, errors='strict')"),
    ("_io", "StringIO", "(initial_value='', newline='\\n')"),
    ("_queue", "SimpleQueue", "()"),
    ("builtins", "NotImplementedType", "()"),
    ("builtins", "bool", "(object=False, /)"),
    ("builtins", "classmethod", "(function, /)"),
    ("builtins", "complex", "(real=0, imag=0)"),
    ("builtins", "ellipsis", "()"),
    ("builtins", "enumerate", "(iterable, start=0)"),
    ("builtins", "filter", "(function, iterable, /)"),
    ("builtins", "float", "(x=0, /)"),
    ("builtins", "frozenset", "(iterable=(), /)"),
    ("builtins", "list", "(iterable=(), /)"),
    ("builtins", "map", "(function, iterable, /, *iterables)"),
    ("builtins", "mappingproxy", "(mapping)"),
    ("builtins", "memoryview", "(object)"),
    ("builtins", "method", "(function, instance, /)"),
    ("builtins", "object", "()"),
    ("builtins", "property", "(fget=None, fset=None, fdel=None, doc=None)"),
    ("builtins", "reversed", "(sequence, /)"),
    ("builtins", "set", "(iterable=(), /)"),
    ("builtins", "staticmethod", "(function, /)"),
    ("builtins", "traceback", "(tb_next, tb_frame, tb_lasti, tb_lineno)"),
    ("builtins", "tuple", "(iterable=(), /)"),
    ("builtins", "zip", "(*iterables, strict=False)"),
    ("functools", "partial", "(func, /, *args, **keywords)"),
    ("itertools", "accumulate", "(iterable, func=None, *, initial=None)"),
    ("itertools", "batched", "(iterable, n, *, strict=False)"),
    ("itertools", "chain", "(*iterables)"),
    ("itertools", "combinations", "(iterable, r)"),
    ("itertools", "combinations_with_replacement", "(iterable, r)"),
    ("itertools", "compress", "(data, selectors)"),
    ("itertools", "count", "(start=0, step=1)"),
    ("itertools", "cycle", "(iterable, /)"),
    ("itertools", "dropwhile", "(predicate, iterable, /)"),
    ("itertools", "filterfalse", "(function, iterable, /)"),
    ("itertools", "groupby", "(iterable, key=None)"),
    ("itertools", "pairwise", "(iterable, /)"),
    ("itertools", "permutations", "(iterable, r=None)"),
    ("itertools", "product", "(*iterables, repeat=1)"),
    ("itertools", "starmap", "(function, iterable, /)"),
    ("itertools", "takewhile", "(predicate, iterable, /)"),
    ("itertools", "zip_longest", "(*iterables, fillvalue=None)"),
    ("operator", "attrgetter", "(attr, /, *attrs)"),
    ("operator", "itemgetter", "(item, /, *items)"),
    ("operator", "methodcaller", "(name, /, *args, **kwargs)"),
    ("types", "GenericAlias", "(origin, args, /)"),
    ("types", "SimpleNamespace", "(mapping_or_iterable=(), /, **kwargs)"),
];
