"""Named tuples and dicts whose fields have types."""

import collections
import sys
import typing

from _typing_aliases import Annotated, NotRequired, ReadOnly, Required
from _typing_classes import Generic
from _typing_forms import _type_check

__name__ = "typing"


def _make_named_tuple(name, fields, module, defaults=()):
    types_ = {field: _type_check(kind, f"field {field} annotation must be a type") for field, kind in fields}
    made = collections.namedtuple(name, list(types_), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types_
    return made


_NAMED_TUPLE_OWN = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                              "_make", "_replace", "_asdict", "_source"})


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        fields = namespace.get("__annotations__", {})
        defaults = []
        for field in fields:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{plural} "
                                f"{', '.join(defaults)}")
        made = _make_named_tuple(name, fields.items(), namespace["__module__"], [namespace[d] for d in defaults])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in namespace.items():
            if key in _NAMED_TUPLE_OWN:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in ("__module__", "__annotations__", "__qualname__", "__classcell__", "__static_attributes__",
                       "__firstlineno__", "__orig_bases__"):
                if key in ("__qualname__", "__orig_bases__"):
                    setattr(made, key, value)
                continue
            if key not in made._fields:
                setattr(made, key, value)
            set_name = getattr(type(value), "__set_name__", None)
            if set_name is not None:
                _name_it(set_name, value, made, key, name)
        if Generic in bases:
            made.__init_subclass__()
        return made


def _name_it(set_name, value, made, key, owner):
    try:
        set_name(value, made, key)
    except BaseException as error:
        error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {owner!r}")
        raise


_absent = object()


def NamedTuple(typename, fields=_absent, /, **kwargs):
    """A named tuple whose fields have types."""
    if fields is _absent or fields is None:
        if kwargs:
            if fields is None:
                raise TypeError(
                    "Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
            what, instead = "Creating NamedTuple classes using keyword arguments", (
                "Use the class-based or functional syntax instead.")
        else:
            what = ("Passing `None` as the 'fields' parameter" if fields is None else
                    "Failing to pass a value for the 'fields' parameter")
            instead = ("To create a NamedTuple class with 0 fields using the functional syntax, pass an empty list, "
                       f"e.g. `{typename} = NamedTuple({typename!r}, [])`.")
        import warnings

        message = f"{what} is deprecated and will be disallowed in Python 3.15. {instead}"
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_named_tuple(typename, fields, sys._getframe(1).f_globals.get("__name__", "__main__"))
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


def _named_tuple_bases(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_bases


def _qualifiers(kind):
    """A key's type without Required and the like, and which of those it had."""
    found = set()
    while True:
        origin = typing.get_origin(kind)
        if origin is Annotated and kind.__args__:
            kind = kind.__origin__
        elif origin in (Required, NotRequired, ReadOnly):
            found.add(origin)
            (kind,) = kind.__args__
        else:
            return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        plain = (Generic, dict) if any(issubclass(base, Generic) for base in bases) else (dict,)
        namespace.setdefault("__annotations__", {})
        made = type.__new__(_TypedDictMeta, name, plain, namespace)
        annotations = {}
        required, optional, fixed, mutable = set(), set(), set(), set()
        if "__orig_bases__" not in namespace:
            made.__orig_bases__ = bases
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            # What a later base says of a key holds.
            base_required = base.__dict__.get("__required_keys__", frozenset())
            required, optional = required | base_required, optional - base_required
            base_optional = base.__dict__.get("__optional_keys__", frozenset())
            required, optional = required - base_optional, optional | base_optional
            fixed |= base.__dict__.get("__readonly_keys__", frozenset())
            mutable |= base.__dict__.get("__mutable_keys__", frozenset())
        for key, kind in namespace["__annotations__"].items():
            kind = _type_check(kind, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type",
                               module=made.__module__)
            annotations[key] = kind
            found = _qualifiers(kind)
            is_required = Required in found or total and NotRequired not in found
            required.discard(key)
            optional.discard(key)
            (required if is_required else optional).add(key)
            if ReadOnly not in found:
                mutable.add(key)
                fixed.discard(key)
            elif key in mutable:
                raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
            else:
                fixed.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(fixed)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


_MISSING = object()


def TypedDict(typename, fields=_MISSING, /, *, total=True):
    """A dict with given keys of given types."""
    if fields is _MISSING or fields is None:
        import warnings

        what = "Passing `None` as the 'fields' parameter"
        if fields is _MISSING:
            what = "Failing to pass a value for the 'fields' parameter"
        warnings.warn(
            f"{what} is deprecated and will be disallowed in Python 3.15. To create a TypedDict class with 0 fields "
            f"using the functional syntax, pass an empty dictionary, e.g. `{typename} = TypedDict({typename!r}, {{}})`.",
            DeprecationWarning, stacklevel=2,
        )
        fields = {}
    namespace = {"__annotations__": dict(fields)}
    namespace["__module__"] = sys._getframe(1).f_globals.get("__name__", "__main__")
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict
