"""The methods of dataclasses, written as source.

The methods of one class are compiled together, so that they take arguments and run like methods written by hand. What
the source refers to beside its own names is passed in under names that begin with `_dc_`.
"""

import sys
from reprlib import recursive_repr
from types import GenericAlias

from _dataclass_fields import (
    _FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR, _HAS_DEFAULT_FACTORY, MISSING, FrozenInstanceError,
)

__name__ = "dataclasses"


class _Source:
    """The source of some methods, and the values it refers to."""

    def __init__(self):
        self.lines = []
        self.names = []
        self.values = {}
        self.annotations = {}

    def method(self, name, parameters, body, annotations=None):
        """Add a method."""
        self.names.append(name)
        if annotations is not None:
            self.annotations[name] = annotations
        self.lines.append(f" def {name}({', '.join(parameters)}):")
        self.lines.extend([f"  {line}" for line in body])

    def value(self, name, value):
        """Let the methods refer to a value; returns the name for it."""
        name = f"_dc_{name}"
        self.values[name] = value
        return name

    def set_on(self, cls, overwrites, forbidden):
        """Compile the methods and set them on the class, unless it wrote its own."""
        if not self.names:
            return
        text = "\n".join([f"def _dc_make({', '.join(self.values)}):", *self.lines, f" return {', '.join(self.names)},"])
        module = sys.modules.get(cls.__module__)
        scope = {}
        exec(text, vars(module) if module is not None else {}, scope)
        for name, function in zip(self.names, scope["_dc_make"](**self.values)):
            if name in self.annotations:
                function.__annotations__ = self.annotations[name]
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            if name == "__repr__":
                inner = function
                function = recursive_repr()(inner)
                # By this name others (pprint) know the repr that is made here.
                inner.__qualname__ = f"__create_fn__.<locals>.{name}"
            if name not in cls.__dict__ or name in overwrites:
                setattr(cls, name, function)
            elif name in forbidden:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__} "
                                "Consider using functools.total_ordering")


def _init_fields(fields):
    """The fields that are parameters of __init__."""
    return [each for each in fields.values() if each._field_type is not _FIELD_CLASSVAR and each.init]


def _write_init(source, cls, params, fields):
    """__init__: parameters for the fields, assignments, and the call of __post_init__."""
    parameters = _init_fields(fields)
    positional = [each for each in parameters if not each.kw_only]
    keywords = [each for each in parameters if each.kw_only]
    with_default = None
    for each in positional:
        if each.default is not MISSING or each.default_factory is not MISSING:
            with_default = each
        elif with_default is not None:
            raise TypeError(f"non-default argument {each.name!r} follows default argument {with_default.name!r}")
    this = "__dataclass_self__" if "self" in fields else "self"
    signature = [this, *[_parameter(source, each) for each in positional]]
    if keywords:
        signature += ["*", *[_parameter(source, each) for each in keywords]]
    body = []
    for each in fields.values():
        if each._field_type is _FIELD:
            value = _initial_value(source, each, params.slots)
            if value is not None:
                body.append(_assignment(source, this, each.name, value, params.frozen))
    if hasattr(cls, "__post_init__"):
        extra = [each.name for each in parameters if each._field_type is _FIELD_INITVAR]
        body.append(f"{this}.__post_init__({', '.join(extra)})")
    annotations = {each.name: each.type for each in (*positional, *keywords)}
    annotations["return"] = None
    source.method("__init__", signature, body or ["pass"], annotations)


def _parameter(source, each):
    if each.default_factory is not MISSING:
        return f"{each.name}={source.value('factory', _HAS_DEFAULT_FACTORY)}"
    if each.default is not MISSING:
        return f"{each.name}={source.value(f'default_{each.name}', each.default)}"
    return each.name


def _initial_value(source, each, slots):
    """The expression that an attribute starts with, or None if __init__ leaves it alone."""
    if each.default_factory is not MISSING:
        call = source.value(f"factory_{each.name}", each.default_factory) + "()"
        if not each.init:
            return call
        marker = source.value("factory", _HAS_DEFAULT_FACTORY)
        return f"{call} if {each.name} is {marker} else {each.name}"
    if each.init:
        return each.name
    if slots and each.default is not MISSING:
        # The slot takes the place of the class attribute that would hold the default.
        return source.value(f"default_{each.name}", each.default)
    return None


def _assignment(source, this, name, value, frozen):
    if frozen:
        return f"{source.value('setattr', object.__setattr__)}({this}, {name!r}, {value})"
    return f"{this}.{name} = {value}"


def _write_repr(source, fields):
    inner = ", ".join([f"{each.name}={{self.{each.name}!r}}" for each in fields if each.repr])
    source.method("__repr__", ["self"], [f'return f"{{self.__class__.__qualname__}}({inner})"'])


def _write_eq(source, fields):
    terms = [f"self.{each.name} == other.{each.name}" for each in fields if each.compare]
    source.method("__eq__", ["self", "other"], [
        "if self is other:",
        " return True",
        "if other.__class__ is self.__class__:",
        f" return {' and '.join(terms) or 'True'}",
        "return NotImplemented",
    ])


def _write_order(source, fields):
    mine, theirs = [_tuple([f"{owner}.{each.name}" for each in fields if each.compare]) for owner in ("self", "other")]
    for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
        source.method(name, ["self", "other"], [
            "if other.__class__ is self.__class__:",
            f" return {mine} {operator} {theirs}",
            "return NotImplemented",
        ])


def _write_hash(source, fields):
    hashed = [each for each in fields if (each.compare if each.hash is None else each.hash)]
    source.method("__hash__", ["self"], [f"return hash({_tuple([f'self.{each.name}' for each in hashed])})"])


def _tuple(items):
    return f"({', '.join(items)},)" if items else "()"


def _freeze(cls, names):
    """Refuse assignments: to the fields always, to other names in instances of the class itself."""
    names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        name = method.__name__
        if name in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)


def _inspected_signature(cls):
    """The signature of a class whose __init__ is not ours, for its __doc__."""
    from inspect import signature
    try:
        return str(signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        return ""


def _text_signature(fields):
    """The signature that __init__ gets from the fields, for the class's __doc__."""
    pieces = [_describe(each) for each in _init_fields(fields) if not each.kw_only]
    keywords = [_describe(each) for each in _init_fields(fields) if each.kw_only]
    if keywords:
        pieces += ["*", *keywords]
    return f"({', '.join(pieces)})"


def _describe(each):
    kind = each.type
    if isinstance(kind, type) and not isinstance(kind, GenericAlias):
        text = kind.__qualname__ if kind.__module__ in ("builtins", "") else f"{kind.__module__}.{kind.__qualname__}"
    else:
        text = repr(kind)
        if getattr(kind, "__module__", None) == "typing":
            text = text.replace("typing.", "")
    if each.default_factory is not MISSING:
        return f"{each.name}: {text} = <factory>"
    return f"{each.name}: {text}" if each.default is MISSING else f"{each.name}: {text} = {each.default!r}"
