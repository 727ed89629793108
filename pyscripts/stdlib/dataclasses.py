"""Classes made of their annotated fields: `@dataclass` writes __init__, __repr__, comparisons and the like."""

import sys
from types import FunctionType, MemberDescriptorType

from _dataclass_fields import (
    _FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR, KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, _DataclassParams,
    field,
)
from _dataclass_methods import (
    _freeze, _init_fields, _inspected_signature, _Source, _text_signature, _write_eq, _write_hash, _write_init,
    _write_order, _write_repr,
)

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Give a class methods made from its annotated fields."""
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    def wrap(cls):
        return _process_class(cls, params)

    return wrap if cls is None else wrap(cls)


# The fields of a class.


def _process_class(cls, params):
    fields = _inherited_fields(cls, params.frozen)
    annotations = cls.__dict__.get("__annotations__", {})
    own = _own_fields(cls, annotations, params.kw_only)
    for each in own:
        fields[each.name] = each
        # A Field in the class gives way to its default, which is what class attributes are for.
        if isinstance(getattr(cls, each.name, None), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    explicit_hash = _has_explicit_hash(cls)
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, params)
    _add_methods(cls, params, fields, explicit_hash)
    if "__match_args__" not in cls.__dict__ and params.match_args:
        cls.__match_args__ = tuple([each.name for each in _init_fields(fields) if not each.kw_only])
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = _with_slots(cls, params.frozen, params.weakref_slot)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _inherited_fields(cls, frozen):
    """The fields of the bases, nearer ones replacing farther ones; checks that frozen goes with frozen."""
    fields = {}
    any_frozen = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is None:
            continue
        fields.update(inherited)
        base_frozen = getattr(base, _PARAMS).frozen
        any_frozen = any_frozen or base_frozen
        all_frozen = base_frozen if all_frozen is None else all_frozen and base_frozen
    if any_frozen and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if all_frozen is False and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return fields


def _own_fields(cls, annotations, kw_only):
    """The fields that the class's own annotations make; behind `_: KW_ONLY` they are keyword-only."""
    fields = []
    marked = False
    for name, kind in annotations.items():
        if _is_kw_only(cls, kind):
            if marked:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            marked = True
            kw_only = True
        else:
            fields.append(_own_field(cls, name, kind, kw_only))
    return fields


def _own_field(cls, name, kind, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        result = default
    else:
        if isinstance(default, MemberDescriptorType):
            default = MISSING  # a slot
        result = field(default=default)
    result.name = name
    result.type = kind
    result._field_type = _kind_of_field(cls, kind, result)
    if result._field_type is not _FIELD and result.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if result._field_type is _FIELD_CLASSVAR:
        if result.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif result.kw_only is MISSING:
        result.kw_only = kw_only
    if result._field_type is _FIELD and result.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(result.default)} for field {name} is not allowed: "
                         "use default_factory")
    return result


def _kind_of_field(cls, kind, default):
    """Whether the annotation makes an ordinary field, a class variable or a parameter of __init__ only."""
    typing = sys.modules.get("typing")
    if typing is not None and _is_classvar(kind, typing):
        return _FIELD_CLASSVAR
    if kind is InitVar or type(kind) is InitVar:
        return _FIELD_INITVAR
    if isinstance(kind, str):
        meant = _meaning(cls, kind)
        if typing is not None and meant is typing.ClassVar:
            return _FIELD_CLASSVAR
        if meant is InitVar:
            return _FIELD_INITVAR
    return _FIELD


def _is_classvar(kind, typing):
    return kind is typing.ClassVar or getattr(kind, "__origin__", None) is typing.ClassVar


def _is_kw_only(cls, kind):
    return kind is KW_ONLY or (isinstance(kind, str) and _meaning(cls, kind) is KW_ONLY)


def _meaning(cls, annotation):
    """What the first name of an annotation written as a string stands for, in the module of the class."""
    module = sys.modules.get(cls.__module__)
    if module is None:
        return None
    import re

    found = re.match(r"(?:\s*(\w+)\s*\.)?\s*(\w+)", annotation)
    if found is None:
        return None
    prefix, name = found.groups()
    if prefix is None:
        return vars(module).get(name)
    # Only a name in a module that the class's own module knows by that prefix.
    owner = vars(module).get(prefix)
    return vars(owner).get(name) if isinstance(owner, type(sys)) else None


def _has_explicit_hash(cls):
    """Whether the class wrote a __hash__; None beside an __eq__ is only what that implies."""
    value = cls.__dict__.get("__hash__", MISSING)
    return not (value is MISSING or (value is None and "__eq__" in cls.__dict__))


# The methods.


def _add_methods(cls, params, fields, explicit_hash):
    """Compile the methods that the parameters ask for and set those that the class does not have."""
    ordinary = [each for each in fields.values() if each._field_type is _FIELD]
    source = _Source()
    writes_init = params.init and "__init__" not in cls.__dict__
    if params.init:
        _write_init(source, cls, params, fields)
    if params.repr and "__repr__" not in cls.__dict__:
        _write_repr(source, ordinary)
    if params.eq and "__eq__" not in cls.__dict__:
        _write_eq(source, ordinary)
    if params.order:
        _write_order(source, ordinary)
    makes_hash = params.unsafe_hash or (params.eq and params.frozen and not explicit_hash)
    if makes_hash:
        if explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _write_hash(source, ordinary)
    source.set_on(cls, overwrites=("__hash__",), forbidden=("__lt__", "__le__", "__gt__", "__ge__"))
    if params.eq and not makes_hash and not explicit_hash:
        cls.__hash__ = None
    if params.frozen:
        _freeze(cls, [each.name for each in ordinary])
    if "__replace__" not in cls.__dict__:
        _replace.__name__ = "_replace"
        cls.__replace__ = _replace
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + (_text_signature(fields) if writes_init else _inspected_signature(cls))


# Slots.


def _with_slots(cls, is_frozen, weakref_slot):
    """The class once more with __slots__, which must be there when a class is made."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [each.name for each in fields(cls)]
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    slots = [name for name in names if name not in inherited]
    if weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        # Copies and pickles would assign to the fields, which is refused.
        if "__getstate__" not in namespace:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            cls.__setstate__ = _dataclass_setstate
    return cls


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        # Without __slots__ instances have whatever their built-in base leaves out.
        if getattr(cls, "__weakrefoffset__", -1) != 0:
            yield "__weakref__"
        if getattr(cls, "__dictoffset__", -1) != 0:
            yield "__dict__"
    elif isinstance(slots, str):
        yield slots
    elif not hasattr(slots, "__next__"):
        yield from slots
    else:
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _dataclass_getstate(self):
    return [getattr(self, each.name) for each in fields(self)]


def _dataclass_setstate(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


# Working with dataclasses.


def fields(class_or_instance):
    """The fields, without class variables and parameters of __init__ only."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([each for each in found.values() if each._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether `obj` is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


# What asdict() and astuple() need not look into.
_ATOMS = frozenset({
    type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), range, type, property,
    FunctionType, type(len), type(FunctionType.__code__),
})


def asdict(obj, *, dict_factory=dict):
    """The fields and their values as a dict, down into dataclasses, dicts, lists and tuples."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda obj, convert: dict_factory(
        [(each.name, convert(getattr(obj, each.name))) for each in fields(obj)]))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, down into dataclasses, dicts, lists and tuples."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda obj, convert: tuple_factory(
        [convert(getattr(obj, each.name)) for each in fields(obj)]))


def _convert(obj, make):
    """A copy of `obj` in which `make` has replaced each dataclass instance."""

    def convert(obj):
        kind = type(obj)
        if kind in _ATOMS:
            return obj
        if hasattr(kind, _FIELDS):
            return make(obj, convert)
        if kind is list:
            return [convert(item) for item in obj]
        if kind is dict:
            return {convert(key): convert(value) for key, value in obj.items()}
        if isinstance(obj, tuple):
            items = [convert(item) for item in obj]
            return kind(*items) if hasattr(kind, "_fields") else kind(items)
        if isinstance(obj, dict):
            pairs = [(convert(key), convert(value)) for key, value in obj.items()]
            if not hasattr(kind, "default_factory"):
                return kind(pairs)
            result = kind(obj.default_factory)
            for key, value in pairs:
                result[key] = value
            return result
        if isinstance(obj, list):
            return kind([convert(item) for item in obj])
        from copy import deepcopy
        return deepcopy(obj)

    return convert(obj)


def replace(obj, /, **changes):
    """A new instance with other values in some fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for each in getattr(self, _FIELDS).values():
        name = each.name
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if name in changes:
                raise TypeError(f"field {name} is declared with init=False, "
                                "it cannot be specified with replace()")
        elif name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """Make a dataclass of fields given as a name, (name, type) or (name, type, default) each."""
    from keyword import iskeyword
    from types import new_class
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind

    def fill(scope):
        scope.update(namespace or {})
        scope.update(defaults)
        scope["__annotations__"] = annotations

    cls = new_class(cls_name, bases, {}, fill)
    if module is None:
        module = _caller_module()
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def _caller_module():
    """The module of whoever called make_dataclass()."""
    try:
        return sys._getframemodulename(2) or "__main__"
    except AttributeError:
        pass
    try:
        return sys._getframe(2).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return None
