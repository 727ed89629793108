"""What annotations are made of at run time.

Special forms subscribe to aliases (`_GenericAlias`); classes that derive from `Generic` or `Protocol` remember their
parameters. Nothing here checks values: that is for tools that read the source.
"""

import collections
import collections.abc
import contextlib
import functools
import operator
import re as _re
import sys
import types
from _imp import tell_module as _tell_module, unite as _unite
from types import GenericAlias, UnionType, WrapperDescriptorType, MethodWrapperType, MethodDescriptorType

TYPE_CHECKING = False


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
    value = _type_convert(value)
    if value in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return value
    if allow_special_forms and value in (ClassVar, Final):
        return value
    if isinstance(value, _SpecialForm) or value in (Generic, Protocol):
        raise TypeError(f"Plain {value} is not valid as type argument")
    refused = (Generic, Protocol) if allow_special_forms else (Generic, Protocol, ClassVar, Final)
    if isinstance(value, _GenericAlias) and value.__origin__ in refused:
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
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not (
            len(given) == 1 and _is_param_expr(given[0])):
        given = (given,)
    for parameter in parameters:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            given = prepare(alias, given)
    if len(given) < len(parameters):
        given += tuple(p.__default__ for p in parameters[len(given):] if p.has_default())
    if len(given) != len(parameters):
        count = len(given)
        much, expected = ("many", len(parameters)) if count > len(parameters) else ("few", f"at least {count + 1}")
        raise TypeError(f"Too {much} arguments for {alias}; actual {count}, expected {expected}")
    return _replace(arguments, dict(zip(map(id, parameters), given)))


def _is_param_expr(value):
    """Does it stand for the parameters of a function?"""
    return value is ... or isinstance(value, (list, tuple, ParamSpec, _ConcatenateGenericAlias))


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
                    if isinstance(parameter, TypeVarTuple) and isinstance(value, tuple):
                        items.extend(value)
                    else:
                        items.append(value)
                argument = argument[tuple(items)]
            new.append(argument)
    return tuple(new)


class _Unionable:
    """What `|` makes a Union of."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


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
        if self.__origin__ in (Generic, Protocol):
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
            if not any(isinstance(base, _GenericAlias) or isinstance(base, type) and issubclass(base, Generic)
                       for base in bases[place + 1:]):
                found.append(Generic)
            return tuple(found)
        if self.__origin__ is Generic:
            if Protocol in bases:
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
        origin = globals()[self._name] if self._name else self.__origin__
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

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

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
        return arg.__args__ if getattr(arg, "__origin__", None) is tuple else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

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
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _ConcatenateGenericAlias(self, tuple(map(_type_convert, parameters)), name="Concatenate")


class _AnnotatedAlias(_GenericAlias, _root=True):
    """`Annotated[int, "positive"]`."""

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


class ForwardRef(_Unionable):
    """A type by its name, to be looked up later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(arg, "<string>", "eval")
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
            localns = {**{p.__name__: p for p in type_params}, **localns}
        value = _type_convert(eval(self.__forward_code__, globalns, localns))
        guard = recursive_guard | {self.__forward_arg__}
        return _eval_type(value, globalns, localns, type_params, recursive_guard=guard)

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


def _eval_type(value, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
    """A type with its forward references looked up."""
    if isinstance(value, ForwardRef):
        return value._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if isinstance(value, (_GenericAlias, GenericAlias, UnionType)):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) and isinstance(value, GenericAlias) else arg
                     for arg in value.__args__)
        new = tuple(_eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard) for arg in args)
        if new == value.__args__ or isinstance(value, _LiteralGenericAlias):
            return value
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, new)
        if isinstance(value, UnionType):
            return functools.reduce(operator.or_, new)
        return value._with(new)
    return value


class _Default:
    """The default of a type variable that has none."""

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = _Default()
del _Default


def _refuse_bases(cls):
    """Nobody derives from the classes of type variables but this module."""
    if cls.__module__ != "typing":
        name = next(base.__name__ for base in cls.__mro__[1:] if base.__module__ == "typing")
        raise TypeError(f"type 'typing.{name}' is not an acceptable base type")


class _Variable(_Unionable):
    """What type variables have in common: a name, and values that are computed when they are asked for."""

    def __init_subclass__(cls, /):
        _refuse_bases(cls)

    def _begin(self, name, default, infer_variance=False, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self.__name__ = name
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self._default = default
        self._evaluate_default = None
        try:
            module = sys._getframe(2).f_globals.get("__name__")
        except (AttributeError, ValueError):
            module = None
        if module != "typing":
            self.__module__ = module

    @property
    def __default__(self):
        if self._evaluate_default is not None:
            self._default, self._evaluate_default = self._evaluate_default(), None
        return self._default

    def has_default(self):
        return self._evaluate_default is not None or self._default is not NoDefault

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


@_tell_module
class TypeVar(_Variable):
    """A variable that stands for a type."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        self._begin(name, default, infer_variance, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be used with bound")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self._constraints = tuple(map(_type_convert, constraints))
        self._bound = None if bound is None else _type_check(bound, "Bound must be a type.")
        self._evaluate_bound = self._evaluate_constraints = None

    @property
    def __bound__(self):
        if self._evaluate_bound is not None:
            self._bound, self._evaluate_bound = self._evaluate_bound(), None
        return self._bound

    @property
    def __constraints__(self):
        if self._evaluate_constraints is not None:
            self._constraints, self._evaluate_constraints = self._evaluate_constraints(), None
        return self._constraints

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.")
        if isinstance(arg, _UnpackGenericAlias):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


@_tell_module
class TypeVarTuple(_Variable):
    """A variable that stands for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        self._begin(name, default)

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = [id(p) for p in parameters].index(id(self))
        after = len(parameters) - place - 1
        if len(args) < place + after:
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {place + after}")
        end = len(args) - after
        return (*args[:place], tuple(args[place:end]), *args[end:])


@_tell_module
class ParamSpecArgs:
    """`P.args`."""

    def __init_subclass__(cls, /):
        _refuse_bases(cls)

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((type(self), self.__origin__))


@_tell_module
class ParamSpecKwargs(ParamSpecArgs):
    """`P.kwargs`."""

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


@_tell_module
class ParamSpec(_Variable):
    """A variable that stands for parameters."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        self._begin(name, default, infer_variance, covariant, contravariant)
        self.__bound__ = None if bound is None else _type_convert(bound)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(map(_type_convert, arg))
        if arg is ... or isinstance(arg, (ParamSpec, _ConcatenateGenericAlias)):
            return arg
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")


class _Sealed(type):
    """The type of a class that nobody may change or derive from."""

    def __setattr__(cls, name, value):
        raise TypeError(f"cannot set {name!r} attribute of immutable type '{cls.__module__}.{cls.__qualname__}'")


@_tell_module
class TypeAliasType(metaclass=_Sealed):
    """What a `type` statement makes."""

    def __init_subclass__(cls, /, **kwargs):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        self.__name__ = name
        self.__type_params__ = type_params
        self._value = value
        self._evaluate_value = None
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    @property
    def __value__(self):
        if self._evaluate_value is not None:
            self._value, self._evaluate_value = self._evaluate_value(), None
        return self._value

    @property
    def __parameters__(self):
        return tuple(p for parameter in self.__type_params__
                     for p in (Unpack[parameter] if isinstance(parameter, TypeVarTuple) else parameter,))

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, parameters)

    def __or__(self, other):
        return _unite(self, other)

    def __ror__(self, other):
        return _unite(other, self)

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__


class Generic:
    """The base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

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
            return _GenericAlias(cls, parameters)
        own = getattr(cls, "__parameters__", ())
        return _GenericAlias(cls, _substitute(cls, own_arguments(own), own, tuple(map(_type_convert, parameters))))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if Generic in bases and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
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


def own_arguments(parameters):
    """The parameters of a class as the arguments of its alias."""
    return tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters)


EXCLUDED_ATTRIBUTES = frozenset({
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__",
    "__firstlineno__", "__parameters__", "__orig_bases__", "_is_protocol", "_is_runtime_protocol",
    "__protocol_attrs__", "__non_callable_proto_members__", "__type_params__", "_abc_impl", "__init_subclass__",
    "__hash__", "__annotate__"})


def _members_of(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in (*base.__dict__, *base.__dict__.get("__annotations__", {})):
            if not name.startswith("_abc_") and name not in EXCLUDED_ATTRIBUTES:
                members.add(name)
    return members


from abc import ABCMeta, abstractmethod  # noqa: E402


class _ProtocolMeta(ABCMeta):
    def __init__(cls, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if cls.__dict__.get("_is_protocol"):
            cls.__protocol_attrs__ = _members_of(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol"):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        fields = sorted(cls.__non_callable_proto_members__)
        if fields:
            raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: "
                            f"{str(fields)[1:-1]}.")
        if super().__subclasscheck__(other):
            return True
        return all(_declares(other, name) for name in cls.__protocol_attrs__)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not super().__instancecheck__(instance):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if cls in type(instance).__mro__:
            return True
        # Looking must not run properties.
        from inspect import getattr_static

        missing = object()
        for name in cls.__protocol_attrs__:
            value = getattr_static(instance, name, missing)
            if value is missing or value is None and name not in getattr(cls, "__non_callable_proto_members__", ()):
                return False
        return True


def _declares(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if name in base.__dict__.get("__annotations__", {}):
            return True
    return False


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that say what others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init
        elif not cls._is_protocol and cls.__init__ is _no_init:
            for base in cls.__mro__:
                init = base.__dict__.get("__init__", _no_init)
                if init is not _no_init:
                    cls.__init__ = init
                    break


def runtime_checkable(cls):
    """Lets a protocol be used with isinstance."""
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, "_is_protocol", False)):
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
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


class _SpecialGenericAlias(_GenericAlias, _root=True):
    """`typing.List` without arguments."""

    def __init__(self, origin, count, *, name=None, inst=True, defaults=()):
        super().__init__(origin, (), name=name or origin.__name__, inst=inst)
        self._nparams = count
        self._defaults = defaults
        self.__parameters__ = ()

    @_tp_cache
    def __getitem__(self, parameters):
        parameters = tuple(_type_check(p, "Parameters to generic types must be types.") for p in _as_tuple(parameters))
        count, least = len(parameters), self._nparams - len(self._defaults)
        if self._nparams >= 0 and not least <= count <= self._nparams:
            much = "many" if count > self._nparams else "few"
            expected = f"at least {least}" if self._defaults else self._nparams
            raise TypeError(f"Too {much} arguments for {self}; actual {count}, expected {expected}")
        if self._defaults and count < self._nparams:
            parameters += self._defaults[count - self._nparams:]
        return _GenericAlias(self.__origin__, parameters, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return hash((self.__origin__, self._name))

    def __reduce__(self):
        return self._name

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)


class _TupleAlias(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, parameters):
        parameters = _as_tuple(parameters)
        if len(parameters) >= 2 and parameters[-1] is ...:
            parameters = (*map(_type_convert, parameters[:-1]), ...)
        else:
            parameters = tuple(map(_type_convert, parameters))
        return _GenericAlias(tuple, parameters, name="Tuple")


class _CallableOf(_GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateGenericAlias))):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"

    def _with(self, args):
        if len(args) == 2 and isinstance(args[0], tuple):
            args = (*args[0], args[1])
        return super()._with(args)

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateGenericAlias)))):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (Callable, args)


class _CallableAlias(_SpecialGenericAlias, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parts, result = parameters
        return self._of(tuple(parts) if isinstance(parts, list) else parts, result)

    @_tp_cache
    def _of(self, parts, result):
        if isinstance(parts, (list, tuple)):
            parts = tuple(map(_type_convert, parts))
        elif parts is ... or isinstance(parts, (ParamSpec, _ConcatenateGenericAlias)):
            parts = (parts,)
        else:
            raise TypeError(f"Callable[args, result]: args must be a list. Got {parts}")
        return _CallableOf(self.__origin__, (*parts, _type_convert(result)), name="Callable")


Callable = _CallableAlias(collections.abc.Callable, 2, name="Callable")
Tuple = _TupleAlias(tuple, -1, name="Tuple", inst=False)
List = _SpecialGenericAlias(list, 1, name="List", inst=False)
Dict = _SpecialGenericAlias(dict, 2, name="Dict", inst=False)
Set = _SpecialGenericAlias(set, 1, name="Set", inst=False)
FrozenSet = _SpecialGenericAlias(frozenset, 1, name="FrozenSet", inst=False)
Type = _SpecialGenericAlias(type, 1, name="Type", inst=False)
DefaultDict = _SpecialGenericAlias(collections.defaultdict, 2, name="DefaultDict")
OrderedDict = _SpecialGenericAlias(collections.OrderedDict, 2)
Counter = _SpecialGenericAlias(collections.Counter, 1)
ChainMap = _SpecialGenericAlias(collections.ChainMap, 2)
Deque = _SpecialGenericAlias(collections.deque, 1, name="Deque")
for _name, _count in {
    "Awaitable": 1, "Coroutine": 3, "AsyncIterable": 1, "AsyncIterator": 1, "Iterable": 1, "Iterator": 1,
    "Reversible": 1, "Container": 1, "Collection": 1, "MutableSet": 1, "Mapping": 2, "MutableMapping": 2,
    "Sequence": 1, "MutableSequence": 1, "KeysView": 1, "ItemsView": 2, "ValuesView": 1, "Hashable": 0,
    "Sized": 0,
}.items():
    globals()[_name] = _SpecialGenericAlias(getattr(collections.abc, _name), _count, name=_name)
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, name="AbstractSet")
MappingView = _SpecialGenericAlias(collections.abc.MappingView, 1, name="MappingView")
ByteString = _SpecialGenericAlias(collections.abc.Sequence, 0, name="ByteString")
_nothing = type(None)
Generator = _SpecialGenericAlias(collections.abc.Generator, 3, name="Generator", defaults=(_nothing, _nothing))
AsyncGenerator = _SpecialGenericAlias(collections.abc.AsyncGenerator, 2, name="AsyncGenerator", defaults=(_nothing,))
ContextManager = _SpecialGenericAlias(
    contextlib.AbstractContextManager, 2, name="ContextManager", defaults=(bool | None,))
AsyncContextManager = _SpecialGenericAlias(
    contextlib.AbstractAsyncContextManager, 2, name="AsyncContextManager", defaults=(bool | None,))
del _nothing
Pattern = _SpecialGenericAlias(_re.Pattern, 1)
Match = _SpecialGenericAlias(_re.Match, 1)
Text = str
del _name, _count

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
KT_co, VT_co, V_co = T_co, T_co, T_co
AnyStr = TypeVar("AnyStr", bytes, str)
CT_co = TypeVar("CT_co", covariant=True, bound=type)


class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self):
        pass


class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self):
        pass


class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        pass


class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self):
        pass


class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self):
        pass


class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        pass


class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0):
        pass


for _class in (SupportsInt, SupportsFloat, SupportsComplex, SupportsBytes, SupportsIndex, SupportsAbs, SupportsRound):
    runtime_checkable(_class)
del _class


class IO(Generic[AnyStr]):
    """Files, for annotations."""

    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


def cast(typ, val):
    """The value, declared to be of a type."""
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    text = repr(arg)
    if len(text) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        text = text[:_ASSERT_NEVER_REPR_MAX_LENGTH] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {text}")


def no_type_check(arg):
    """Says that annotations are no types; of a class, those of its methods and of the classes in it as well."""
    if isinstance(arg, type):
        for own in vars(arg).values():
            own = getattr(own, "__func__", own)
            place = f"{arg.__qualname__}.{getattr(own, '__name__', '')}"
            if not isinstance(own, (type, types.FunctionType)) or own.__qualname__ != place:
                continue
            if isinstance(own, type):
                no_type_check(own)
            else:
                own.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


def final(f):
    """Marks a class or a method as not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Marks a method as overriding another."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


# By module, qualified name and first line: a definition that runs again takes the place of itself.
_overload_registry = collections.defaultdict(functools.partial(collections.defaultdict, dict))


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    """Declares one of several signatures."""
    inner = getattr(func, "__func__", func)
    try:
        _overload_registry[inner.__module__][inner.__qualname__][inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    func = getattr(func, "__func__", func)
    known = _overload_registry.get(func.__module__, {})
    return list(known.get(func.__qualname__, {}).values())


def clear_overloads():
    _overload_registry.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn

    return decorator


class NewType(_Unionable):
    """A distinct name for a type."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframe(1).f_globals.get("__name__")
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                other = cls.__name__
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{other} = NewType({other!r}, {name})`")

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__


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
        origin = get_origin(kind)
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
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", frozenset())
            optional |= base.__dict__.get("__optional_keys__", frozenset())
            fixed |= base.__dict__.get("__readonly_keys__", frozenset())
            mutable |= base.__dict__.get("__mutable_keys__", frozenset())
        for key, kind in namespace["__annotations__"].items():
            kind = annotations[key] = ForwardRef(kind, module=made.__module__) if isinstance(kind, str) else kind
            found = _qualifiers(kind)
            is_required = Required in found or total and NotRequired not in found
            required.discard(key)
            optional.discard(key)
            (required if is_required else optional).add(key)
            (fixed if ReadOnly in found else mutable).add(key)
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


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with given keys of given types."""
    namespace = {"__annotations__": dict(fields if fields is not None else kwargs)}
    namespace["__module__"] = sys._getframe(1).f_globals.get("__name__", "__main__")
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


def get_origin(tp):
    """What a type has arguments of: `get_origin(list[int])` is list."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, _UnionGenericAlias):
        return Union
    if isinstance(tp, (_GenericAlias, GenericAlias, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, UnionType):
        return UnionType
    return None


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and args and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateGenericAlias)))):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, UnionType):
        return tp.__args__
    return ()


def _without_extras(value):
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if get_origin(value) in (Required, NotRequired, ReadOnly):
        return _without_extras(value.__args__[0])
    if isinstance(value, (_GenericAlias, GenericAlias, UnionType)) and not isinstance(value, _LiteralGenericAlias):
        args = tuple(map(_without_extras, value.__args__))
        if args == value.__args__:
            return value
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, args)
        if isinstance(value, UnionType):
            return functools.reduce(operator.or_, args)
        return value._with(args)
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of an object, with names in strings looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = getattr(sys.modules.get(base.__module__), "__dict__", {})
            names = module if globalns is None else globalns
            locals_ = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                names, locals_ = locals_, names
            for name, value in base.__dict__.get("__annotations__", {}).items():
                value = _type_convert(value)
                hints[name] = _eval_type(value, names, locals_, base.__dict__.get("__type_params__", ()))
    else:
        if globalns is None:
            inner = obj
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
            localns = globalns if localns is None else localns
        elif localns is None:
            localns = globalns
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType,
                                WrapperDescriptorType, MethodWrapperType, MethodDescriptorType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, value in found.items():
            hints[name] = _eval_type(_type_convert(value), globalns, localns, getattr(obj, "__type_params__", ()))
    return hints if include_extras else {name: _without_extras(value) for name, value in hints.items()}


def _type_parameter(kind, name, value=None):
    """The type parameter that `def f[T]` declares; `value` computes its bound or constraints."""
    if kind == "TypeVarTuple":
        return TypeVarTuple(name)
    made = (ParamSpec if kind == "ParamSpec" else TypeVar)(name, infer_variance=True)
    if kind == "TypeVarWithBound":
        made._evaluate_bound = value
    elif kind == "TypeVarWithConstraints":
        made._evaluate_constraints = value
    return made


def _type_parameter_default(parameter, compute):
    parameter._evaluate_default = compute
    return parameter


def _type_alias(name, parameters, compute):
    made = TypeAliasType(name, None, type_params=parameters or ())
    made._evaluate_value = compute
    made.__module__ = sys._getframe(1).f_globals.get("__name__")
    return made


def _generic_base(parameters):
    """The base that `class C[T]` adds."""
    return Generic[own_arguments(parameters)]


__all__ = [_name for _name in dict(globals()) if not _name.startswith("_") and _name not in (
    "collections", "contextlib", "functools", "operator", "sys", "types", "T", "KT", "VT", "T_co", "T_contra", "KT_co",
    "VT_co", "V_co", "CT_co", "ABCMeta", "abstractmethod", "own_arguments", "GenericAlias", "UnionType",
    "WrapperDescriptorType", "MethodWrapperType", "MethodDescriptorType", "EXCLUDED_ATTRIBUTES")]
