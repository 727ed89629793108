"""Special forms and classes with arguments: `Union[int, str]`, and what takes the place of type variables in them.

Classes and type variables are made of these, and reached through `typing`: by the time of a call it is whole.
"""

import operator
import typing
from types import GenericAlias, UnionType

from _typing_forms import (
    _as_tuple, _deduplicate, _Final, _SpecialForm, _tp_cache, _type_check, _type_convert, _type_repr, _Unionable,
)

__name__ = "typing"


def _collect_type_parameters(arguments):
    """The type variables among arguments, each once."""
    found = []

    def add(parameter):
        if not any(parameter is known for known in found):
            found.append(parameter)

    for argument in arguments:
        if isinstance(argument, type) and not isinstance(argument, GenericAlias):
            continue
        if isinstance(argument, (tuple, list)):
            for parameter in _collect_type_parameters(argument):
                add(parameter)
        elif hasattr(argument, "__typing_subst__"):
            add(argument)
        else:
            for parameter in getattr(argument, "__parameters__", ()):
                add(parameter)
    return tuple(found)


def _substitute(alias, arguments, parameters, given):
    """Arguments with what is given in the place of the parameters."""
    given = _as_tuple(given)
    if not parameters:
        raise TypeError(f"{alias} is not a generic class")
    given = tuple(item for one in given for item in _unpacked(one))
    return _replace(arguments, dict(zip(map(id, parameters), _fitted(alias, parameters, given))))


def _fitted(alias, parameters, given):
    """What is given, one for each parameter: defaults are filled in, and any number of types is one tuple."""
    for parameter in parameters:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            given = prepare(alias, given)
    count = len(given)
    if count > len(parameters):
        raise TypeError(f"Too many arguments for {alias}; actual {count}, expected {len(parameters)}")
    if count < len(parameters):
        if not parameters[count].has_default():
            least = len([p for p in parameters if not p.has_default()])
            raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {least}")
        given = (*given, *[p.__default__ for p in parameters[count:]])
    return given


def _is_param_expr(value):
    """Does it stand for the parameters of a function?"""
    return value is ... or isinstance(value, (list, tuple, typing.ParamSpec, _ConcatenateGenericAlias))


def _unpacked(item):
    inner = getattr(item, "__typing_unpacked_tuple_args__", None) if not isinstance(item, type) else None
    if inner is not None and not (inner and inner[-1] is ...):
        return inner
    return (item,)


def _replace(arguments, by):
    new = []
    for argument in arguments:
        if isinstance(argument, type) and not isinstance(argument, GenericAlias):
            new.append(argument)
        elif isinstance(argument, list):
            new.append(list(_replace(argument, by)))
        elif isinstance(argument, tuple):
            new.append(tuple(_replace(argument, by)))
        elif isinstance(argument, _UnpackGenericAlias) and id(argument.__args__[0]) in by:
            new.extend(by[id(argument.__args__[0])])
        elif hasattr(argument, "__typing_subst__"):
            new.append(argument.__typing_subst__(by[id(argument)]) if id(argument) in by else argument)
        else:
            own = getattr(argument, "__parameters__", ())
            if own:
                items = []
                for parameter in own:
                    value = by.get(id(parameter), parameter)
                    if isinstance(parameter, typing.TypeVarTuple) and isinstance(value, tuple):
                        items.extend(value)
                    else:
                        items.append(value)
                argument = argument[tuple(items)]
            new.append(argument)
    return tuple(new)


class _BaseGenericAlias(_Unionable, _Final, _root=True):
    """What all aliases are."""


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A special form or a class with arguments."""

    def __init__(self, origin, args, *, name=None, inst=True):
        self.__origin__ = origin
        self.__args__ = _as_tuple(args)
        self.__parameters__ = _collect_type_parameters(self.__args__)
        self._name = name
        self._inst = inst
        if not name:
            self.__module__ = getattr(origin, "__module__", "typing")

    @_tp_cache
    def __getitem__(self, given):
        if self.__origin__ in (typing.Generic, typing.Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        given = tuple(map(_type_convert, _as_tuple(given)))
        return self._with(_substitute(self, self.__args__, self.__parameters__, given))

    def _with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        if name in ("__name__", "__qualname__"):
            return self._name or getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        own = name.startswith("__") and name.endswith("__") or name in ("_name", "_inst", "_nparams", "_defaults")
        if own:
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            found = [self.__origin__] if self.__origin__ not in bases else []
            place = bases.index(self)
            if not any(isinstance(base, _GenericAlias) or isinstance(base, type) and issubclass(base, typing.Generic)
                       for base in bases[place + 1:]):
                found.append(typing.Generic)
            return tuple(found)
        if self.__origin__ is typing.Generic:
            if typing.Protocol in bases:
                return ()
            place = bases.index(self)
            for base in bases[place + 1:]:
                if isinstance(base, _GenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias) or type(self) is not type(other):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(map(_type_repr, self.__args__)) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        origin = getattr(typing, self._name) if self._name else self.__origin__
        args = self.__args__
        return operator.getitem, (origin, args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __iter__(self):
        yield Unpack[self]

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return sorted({*object.__dir__(self), *(n for n in dir(self.__origin__) if not n.startswith("__"))})


class _UnionGenericAlias(_GenericAlias, _root=True):
    """`Union[int, str]`."""

    def _with(self, args):
        return Union[args]

    __iter__ = None

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            pass
        left = list(other.__args__)
        for member in self.__args__:
            if member not in left:
                return False
            left.remove(member)
        return not left

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __reduce__(self):
        return operator.getitem, (Union, self.__args__)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[1] if args[0] is type(None) else args[0]
            return f"typing.Optional[{_type_repr(other)}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return any(isinstance(obj, member) for member in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, member) for member in self.__args__)


@_SpecialForm
def Union(self, parameters):
    """Any of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    members = []
    for parameter in _as_tuple(parameters):
        parameter = _type_check(parameter, "Union[arg, ...]: each arg must be a type.")
        members.extend(parameter.__args__ if isinstance(parameter, (_UnionGenericAlias, UnionType)) else (parameter,))
    members = _deduplicate(members)
    if len(members) == 1:
        return members[0]
    name = "Optional" if len(members) == 2 and type(None) in members else "Union"
    return _UnionGenericAlias(self, members, name="Union" if name == "Union" else "Optional")


@_SpecialForm
def Optional(self, parameters):
    """A type, or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


class _LiteralGenericAlias(_GenericAlias, _root=True):
    """`Literal[1, "a"]`."""

    def _keys(self):
        return {(value, type(value)) for value in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._keys() == other._keys()

    def __hash__(self):
        return hash(frozenset(self._keys()))

    def __repr__(self):
        shown = ", ".join(map(_type_repr, self.__args__))
        return f"typing.Literal[{shown or '()'}]"


@_SpecialForm
def Literal(self, parameters):
    """One of these values."""
    values = []
    for parameter in _as_tuple(parameters):
        values.extend(parameter.__args__ if isinstance(parameter, _LiteralGenericAlias) else (parameter,))
    try:
        seen, kept = set(), []
        for value in values:
            if (value, type(value)) not in seen:
                seen.add((value, type(value)))
                kept.append(value)
        values = kept
    except TypeError:
        pass
    return _LiteralGenericAlias(self, tuple(values), name="Literal")


def _single(name, doc):
    def getitem(self, parameters):
        item = _type_check(parameters, f"{self} accepts only single type.", allow_special_forms=True)
        return _GenericAlias(self, (item,), name=name)

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


ClassVar = _single("ClassVar", "A variable of the class, not of its instances.")
Final = _single("Final", "A name that is bound once.")
Required = _single("Required", "A key that a TypedDict must have.")
NotRequired = _single("NotRequired", "A key that a TypedDict may lack.")
ReadOnly = _single("ReadOnly", "A key of a TypedDict that is not to be changed.")
TypeGuard = _single("TypeGuard", "The result of functions that tell types apart.")
TypeIs = _single("TypeIs", "The result of functions that tell types apart, both ways.")


class _UnpackGenericAlias(_GenericAlias, _root=True):
    """`Unpack[Ts]`."""

    @property
    def __typing_unpacked_tuple_args__(self):
        (arg,) = self.__args__
        if not isinstance(arg, (_GenericAlias, GenericAlias)):
            return None
        if arg.__origin__ is not tuple:
            raise TypeError("Unpack[...] must be used with a tuple type")
        return arg.__args__

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], typing.TypeVarTuple)

    def __getitem__(self, given):
        return given if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(given)

    def __repr__(self):
        return f"typing.Unpack[{_type_repr(self.__args__[0])}]"


@_SpecialForm
def Unpack(self, parameters):
    """The items of a tuple of types, one by one."""
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),), name="Unpack")


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    """`Concatenate[int, P]`."""

    def _with(self, args):
        last = args[-1]
        if isinstance(last, (list, tuple)):
            return (*args[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            args = (*args[:-1], *last.__args__)
        return super()._with(args)


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters before those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    parameters = _as_tuple(parameters)
    if not (parameters[-1] is ... or isinstance(parameters[-1], typing.ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    first = (_type_check(parameter, message) for parameter in parameters[:-1])
    return _ConcatenateGenericAlias(self, (*first, parameters[-1]), name="Concatenate")


class _AnnotatedAlias(_GenericAlias, _root=True):
    """`Annotated[int, "positive"]`."""

    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name="Annotated")
        self.__metadata__ = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


@_SpecialForm
def Annotated(self, parameters):
    """A type with what else is to be said about it."""
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin = _type_check(parameters[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, parameters[1:])
