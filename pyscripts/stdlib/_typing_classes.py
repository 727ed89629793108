"""The bases of classes with type parameters, and of classes that say what others must have."""

import sys
from abc import ABCMeta
from types import GenericAlias

from _typing_aliases import (
    Unpack, _collect_type_parameters, _fitted, _GenericAlias, _unpacked, _UnpackGenericAlias,
)
from _typing_forms import _as_tuple, _tp_cache, _type_convert
from _typing_variables import TypeVarTuple, _Variable

__name__ = "typing"


class Generic:
    """The base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

    @classmethod
    @_tp_cache
    def __class_getitem__(cls, parameters):
        parameters = _as_tuple(parameters)
        if cls in (Generic, Protocol):
            if not parameters:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(p, _Variable) or isinstance(p, _UnpackGenericAlias) for p in parameters):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                "specification variables.")
            if len({id(p) for p in parameters}) != len(parameters):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            _check_defaults(parameters)
            return _GenericAlias(cls, parameters)
        own = getattr(cls, "__parameters__", ())
        if not own:
            raise TypeError(f"{cls} is not a generic class")
        given = tuple(item for one in map(_type_convert, parameters) for item in _unpacked(one))
        arguments = []
        for parameter, argument in zip(own, _fitted(cls, own, given)):
            if isinstance(parameter, TypeVarTuple):
                arguments.extend(argument)
            else:
                arguments.append(argument)
        return _GenericAlias(cls, tuple(arguments))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if Generic in (bases or cls.__bases__) and cls.__name__ != "Protocol" and not _is_typed_dict(cls):
            raise TypeError("Cannot inherit from plain Generic")
        if len([base for base in bases if isinstance(base, _GenericAlias) and base.__origin__ is Generic]) > 1:
            raise TypeError("Cannot inherit from Generic[...] multiple times.")
        found = _collect_type_parameters([base for base in bases if isinstance(base, (_GenericAlias, GenericAlias))])
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                declared = base.__parameters__
                missing = [p for p in found if not any(p is known for known in declared)]
                if missing:
                    names = ", ".join(map(str, missing))
                    given = ", ".join(map(str, declared))
                    raise TypeError(f"Some type variables ({names}) are not listed in {base.__origin__.__name__}"
                                    f"[{given}]")
                found = declared
                break
        cls.__parameters__ = tuple(found)


def _is_typed_dict(cls):
    return type(cls).__name__ == "_TypedDictMeta"


def _check_defaults(parameters):
    """Parameters with a default come last, and none of them after one that stands for any number of types."""
    default_seen = many_seen = False
    for parameter in parameters:
        if isinstance(parameter, _UnpackGenericAlias):
            parameter = parameter.__args__[0]
        if isinstance(parameter, TypeVarTuple):
            many_seen = True
        elif parameter.has_default():
            if many_seen:
                raise TypeError("Type parameter with a default follows TypeVarTuple")
            default_seen = True
        elif default_seen:
            raise TypeError(f"Type parameter {parameter!r} without a default follows type parameter with a default")


def own_arguments(parameters):
    """The parameters of a class as the arguments of its alias."""
    return tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters)


EXCLUDED_ATTRIBUTES = frozenset({
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__",
    "__firstlineno__", "__parameters__", "__orig_bases__", "_is_protocol", "_is_runtime_protocol",
    "__protocol_attrs__", "__non_callable_proto_members__", "__type_params__", "_abc_impl", "__init_subclass__",
    "__hash__", "__annotate__"})


# What else a protocol may derive from: abstract classes that ask for methods alone.
ALLOWED_BASES = {
    "collections.abc": {
        "Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable", "Sized",
        "Container", "Collection", "Reversible", "Buffer",
    },
    "contextlib": {"AbstractContextManager", "AbstractAsyncContextManager"},
}


def _get_protocol_attrs(cls):
    """The names of a protocol's members, those of its bases too."""
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in (*base.__dict__, *_annotations_of(base)):
            if not name.startswith("_abc_") and name not in EXCLUDED_ATTRIBUTES:
                members.add(name)
    return members


def _annotations_of(cls):
    annotations = cls.__dict__.get("__annotations__")
    return annotations if isinstance(annotations, dict) else {}


def _may_be_base(base):
    return (
        base in (object, Generic)
        or base.__name__ in ALLOWED_BASES.get(base.__module__, ())
        or issubclass(base, Generic) and getattr(base, "_is_protocol", False)
    )


def _asked_by_library():
    """Does the abc or functools module ask, which goes through subclasses whatever they are?"""
    return sys._getframemodulename(2) in ("abc", "functools", None)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name == "Protocol" and bases == (Generic,):
            pass
        elif Protocol in bases:
            for base in bases:
                if not _may_be_base(base):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _asked_by_library():
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            fields = sorted(cls.__non_callable_proto_members__)
            if fields and cls.__dict__.get("__subclasshook__") is _proto_hook:
                raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: "
                                f"{str(fields)[1:-1]}.")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not _asked_by_library():
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        # Looking must not run properties.
        from inspect import getattr_static

        missing = object()
        for name in cls.__protocol_attrs__:
            value = getattr_static(instance, name, missing)
            if value is missing or value is None and name not in getattr(cls, "__non_callable_proto_members__", ()):
                return False
        return True


@classmethod
def _proto_hook(cls, other):
    """Whether a class has all members; what an annotation alone says counts for protocols."""
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in _annotations_of(base) and issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is _no_init:
        # The class gets what it would have inherited only now, as decorators look for an `__init__` of its own.
        for base in cls.__mro__:
            init = base.__dict__.get("__init__", _no_init)
            if init is not _no_init:
                cls.__init__ = init
                break
        cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that say what others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    """Lets a protocol be used with isinstance."""
    if not issubclass(cls, Generic) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    fields = set()
    for name in cls.__protocol_attrs__:
        try:
            is_method = callable(getattr(cls, name, None))
        except Exception as error:
            raise TypeError(f"Failed to determine whether protocol member {name!r} is a method member") from error
        if not is_method:
            fields.add(name)
    cls.__non_callable_proto_members__ = fields
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp != Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)
