"""Special forms, names that mean something to readers of annotations; types by their names; what may be a type.

The parts of `typing` that are made of these are reached through it: by the time of a call it is whole.
"""

import functools
import sys
import types
import typing
from types import GenericAlias

__name__ = "typing"


def _type_repr(value):
    if value is ...:
        return "..."
    if isinstance(value, type) and not isinstance(value, GenericAlias):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, types.FunctionType):
        return value.__name__
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(map(_type_repr, value)) + "]"
    return repr(value)


def _type_convert(value, message="Parameters to generic types must be types."):
    """A value as a type: None stands for its type, a str for what it will mean."""
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value)
    return value


def _type_check(value, message, is_argument=True, module=None, *, allow_special_forms=False):
    value = ForwardRef(value, module=module) if isinstance(value, str) else _type_convert(value)
    if value in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return value
    if allow_special_forms and value in (typing.ClassVar, typing.Final):
        return value
    if isinstance(value, _SpecialForm) or value in (typing.Generic, typing.Protocol):
        raise TypeError(f"Plain {value} is not valid as type argument")
    refused = (typing.Generic, typing.Protocol)
    if not allow_special_forms:
        refused += (typing.ClassVar, typing.Final)
    if isinstance(value, typing._GenericAlias) and value.__origin__ in refused:
        raise TypeError(f"{value} is not valid as type argument")
    if type(value) is tuple:
        raise TypeError(f"{message} Got {value!r:.100}.")
    return value


def _as_tuple(parameters):
    return parameters if isinstance(parameters, tuple) else (parameters,)


def _deduplicate(items):
    found = []
    for item in items:
        if item not in found:
            found.append(item)
    return tuple(found)


class _Unionable:
    """What `|` makes a Union of."""

    __slots__ = ()

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]


class _Final:
    """What only this module derives from."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


def _tp_cache(func=None, /, *, typed=False):
    """Remembers what `func` made of its arguments; those without a hash are passed on each time."""
    def decorator(func):
        remembering = functools.lru_cache(typed=typed)(func)

        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                return remembering(*args, **kwds)
            except TypeError:
                return func(*args, **kwds)  # which raises it again if it was its own

        return inner

    return decorator if func is None else decorator(func)


class _SpecialForm(_Unionable, _Final, _root=True):
    """A special form: a name that means something to readers of annotations."""

    # Not even by their items.
    __iter__ = None

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        if name == "__module__":
            return "typing"
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        # One by one: what is remembered of 1 must not answer for True.
        return self._of_many(*parameters) if isinstance(parameters, tuple) else self._of_one(parameters)

    @_tp_cache(typed=True)
    def _of_one(self, parameter):
        return self._getitem(self, parameter)

    @_tp_cache(typed=True)
    def _of_many(self, *parameters):
        return self._getitem(self, parameters)


def _plain(form, parameters):
    raise TypeError(f"{form} is not subscriptable")


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _form(name, doc):
    def getitem(self, parameters):
        return _plain(self, parameters)

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


NoReturn = _form("NoReturn", "The result of functions that never return.")
Never = _form("Never", "The type without values.")
Self = _form("Self", "The class that a method belongs to.")
LiteralString = _form("LiteralString", "Any literal str.")
TypeAlias = _form("TypeAlias", "Marks an assignment as an alias of a type.")


class ForwardRef(_Unionable, _Final, _root=True):
    """A type by its name, to be looked up later."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
                 "__forward_is_argument__", "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            # An unpacked type is none by itself.
            code = compile(f"({arg},)[0]" if arg.startswith("*") else arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        globalns = {} if globalns is None else globalns
        localns = globalns if localns is None else localns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        if type_params:
            globalns, localns = dict(globalns), dict(localns)
            for parameter in type_params:
                # What a class assigns under the name hides the parameter.
                if not self.__forward_is_class__ or parameter.__name__ not in globalns:
                    globalns[parameter.__name__] = parameter
                    localns.pop(parameter.__name__, None)
        value = _type_convert(eval(self.__forward_code__, globalns, localns))
        guard = recursive_guard | {self.__forward_arg__}
        return typing._eval_type(value, globalns, localns, type_params, recursive_guard=guard)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"
