"""The classes of the library under the names that `typing` has for them, to be given arguments."""

import collections
import collections.abc
import contextlib
import operator
import re as _re

from _typing_aliases import _ConcatenateGenericAlias, _GenericAlias
from _typing_forms import _as_tuple, _tp_cache, _type_check, _type_convert, _type_repr
from _typing_variables import ParamSpec

__name__ = "typing"


class _SpecialGenericAlias(_GenericAlias, _root=True):
    """`typing.List` without arguments."""

    __iter__ = None

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
        last = ()
        if len(parameters) >= 2 and parameters[-1] is ...:
            parameters, last = parameters[:-1], (...,)
        message = "Tuple[t0, t1, ...]: each t must be a type."
        parameters = tuple([_type_check(parameter, message) for parameter in parameters])
        return _GenericAlias(tuple, parameters + last, name="Tuple")


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

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


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parts, result = parameters
        return self._of(tuple(parts) if isinstance(parts, list) else parts, result)

    @_tp_cache
    def _of(self, parts, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        parts = tuple(map(_type_convert, _as_tuple(parts)))
        return _CallableGenericAlias(self.__origin__, (*parts, result), name="Callable")


Callable = _CallableType(collections.abc.Callable, 2, name="Callable")
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
del _name, _count
