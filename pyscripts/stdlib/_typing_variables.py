"""Variables that stand for types, and the aliases that `type` statements make."""

import sys
from _imp import tell_module as _tell_module, unite as _unite
from types import GenericAlias

from _typing_aliases import Unpack, _ConcatenateGenericAlias, _is_param_expr, _unpacked, _UnpackGenericAlias
from _typing_forms import _type_check, _type_convert, _Unionable

__name__ = "typing"


class _Sealed(type):
    """The type of a class that nobody may change or derive from."""

    def __setattr__(cls, name, value):
        place = "" if cls.__module__ == "builtins" else cls.__module__ + "."
        raise TypeError(f"cannot set {name!r} attribute of immutable type '{place}{cls.__qualname__}'")


class NoDefaultType(metaclass=_Sealed):
    """The type of the NoDefault singleton."""

    __slots__ = ()
    __module__ = "builtins"

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError("NoDefaultType takes no arguments")
        return _made[0] if _made else super().__new__(cls)

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


_made = []
NoDefault = NoDefaultType()
_made.append(NoDefault)


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

    def __typing_prepare_subst__(self, alias, args):
        place = [id(p) for p in alias.__parameters__].index(id(self))
        return (*args, self.__default__) if place == len(args) and self.has_default() else args

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.")
        if isinstance(arg, _UnpackGenericAlias) or isinstance(arg, GenericAlias) and arg.__unpacked__:
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


def _repeated(arg):
    """Is it an unpacked tuple of any length?"""
    inner = getattr(arg, "__typing_unpacked_tuple_args__", None) if not isinstance(arg, type) else None
    return bool(inner) and len(inner) == 2 and inner[-1] is ...


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
        if any(isinstance(parameter, TypeVarTuple) for parameter in parameters[place + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        count = len(args)
        left, right = place, len(parameters) - place - 1
        endless = [at for at, arg in enumerate(args) if _repeated(arg)]
        filler = None
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        if endless:
            # A tuple of any length gives the parameters around as many as they want.
            filler = args[endless[0]].__typing_unpacked_tuple_args__[0]
            left, right = min(left, endless[0]), min(right, count - endless[0] - 1)
        elif left + right > count:
            raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {len(parameters) - 1}")
        taken = tuple(args[left:count - right])
        if not taken and self.has_default():
            taken = _unpacked(self.__default__)
        before, after = place - left, len(parameters) - place - 1 - right
        return (*args[:left], *[filler] * before, taken, *[filler] * after, *args[count - right:])


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

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = [id(p) for p in parameters].index(id(self))
        if place == len(args) and self.has_default():
            args = (*args, self.__default__)
        if place >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not _is_param_expr(args[0]):
            return (tuple(args),)
        if isinstance(args[place], list):
            return (*args[:place], tuple(args[place]), *args[place + 1:])
        return args

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(map(_type_convert, arg))
        if arg is ... or isinstance(arg, (ParamSpec, _ConcatenateGenericAlias)):
            return arg
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")


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
