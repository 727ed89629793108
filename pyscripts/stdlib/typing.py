"""What annotations are made of at run time.

Special forms subscribe to aliases (`_GenericAlias`); classes that derive from `Generic` or `Protocol` remember their
parameters. Nothing here checks values: that is for tools that read the source.

The kinds of types lie in files of their own, in this order: `_typing_forms`, `_typing_aliases`, `_typing_variables`,
`_typing_classes`, `_typing_collections`, `_typing_records`. Here are marks and questions that use them all.
"""

import collections
import collections.abc
import functools
import operator
import sys
import types
from abc import ABCMeta, abstractmethod
from types import GenericAlias, UnionType, WrapperDescriptorType, MethodWrapperType, MethodDescriptorType

from _typing_forms import (
    Any, ForwardRef, LiteralString, Never, NoReturn, Self, TypeAlias, _AnyMeta, _as_tuple, _deduplicate, _Final,
    _SpecialForm, _tp_cache, _type_check, _type_convert, _type_repr, _Unionable,
)
from _typing_aliases import (
    Annotated, ClassVar, Concatenate, Final, Literal, NotRequired, Optional, ReadOnly, Required, TypeGuard, TypeIs,
    Union, Unpack, _AnnotatedAlias, _BaseGenericAlias, _collect_type_parameters, _ConcatenateGenericAlias,
    _GenericAlias, _is_param_expr, _LiteralGenericAlias, _UnionGenericAlias, _UnpackGenericAlias,
)
from _typing_variables import (
    NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple,
)
from _typing_classes import (
    EXCLUDED_ATTRIBUTES, Generic, Protocol, _get_protocol_attrs, _ProtocolMeta, get_protocol_members, is_protocol, own_arguments,
    runtime_checkable,
)
from _typing_collections import (
    AbstractSet, AsyncContextManager, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, ByteString, Callable,
    ChainMap, Collection, Container, ContextManager, Coroutine, Counter, DefaultDict, Deque, Dict, FrozenSet, Generator,
    Hashable, ItemsView, Iterable, Iterator, KeysView, List, Mapping, MappingView, Match, MutableMapping,
    MutableSequence, MutableSet, OrderedDict, Pattern, Reversible, Sequence, Set, Sized, Tuple, Type, ValuesView,
    _CallableType, _SpecialGenericAlias, _TupleAlias,
)
from _typing_records import (
    NamedTuple, TypedDict, _NamedTuple, _NamedTupleMeta, _TypedDict, _TypedDictMeta, is_typeddict,
)

TYPE_CHECKING = False
Text = str

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

from _typing_files import IO, BinaryIO, TextIO


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
        try:
            module = sys._getframe(1).f_globals.get("__name__")
        except (AttributeError, ValueError):
            module = None  # where frames cannot be seen
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


def _eval_type(value, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
    """A type with its forward references looked up."""
    if isinstance(value, ForwardRef):
        return value._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if isinstance(value, (_GenericAlias, GenericAlias, UnionType)):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) and isinstance(value, GenericAlias) else arg
                     for arg in value.__args__)
        new = tuple(_eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard) for arg in args)
        if isinstance(value, GenericAlias) and value.__unpacked__:
            return Unpack[GenericAlias(value.__origin__, new)]
        if new == value.__args__ or isinstance(value, _LiteralGenericAlias):
            return value
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, new)
        if isinstance(value, UnionType):
            return functools.reduce(operator.or_, new)
        return value._with(new)
    return value


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
            own = base.__dict__.get("__annotations__", {})
            if isinstance(own, types.GetSetDescriptorType):
                own = {}  # that of `type`
            for name, value in own.items():
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False, is_class=True)
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
    "collections", "functools", "operator", "sys", "types", "T", "KT", "VT", "T_co", "T_contra", "KT_co",
    "VT_co", "V_co", "CT_co", "ABCMeta", "abstractmethod", "own_arguments", "GenericAlias", "UnionType",
    "WrapperDescriptorType", "MethodWrapperType", "MethodDescriptorType", "EXCLUDED_ATTRIBUTES")]
