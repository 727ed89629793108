"""Enumerations: classes whose members are their only instances.

The body of an enum class is collected in an `EnumDict`; when the class exists, a `_Members` in its namespace makes the
members (through `__set_name__`, so that they are there when `__init_subclass__` runs). Each class then keeps

- `_member_map_`: name -> member, aliases included, and `_member_names_`: the names without the aliases;
- `_value2member_map_`: value -> member, for values that can be hashed; `_unhashable_values_map_`: name -> the others;
- `_member_type_`: the type that is mixed in, else object.
"""

import sys
from builtins import property as _builtin_property
from types import MappingProxyType
from _enum_body import EnumDict, _is_descriptor, _not_given, auto, member, nonmember, property
from _enum_members import (
    _caller_module, _dataclass_repr, _is_flag, _make_class_unpicklable, _member_with_value, _Members, _named_values,
    _note_value, _publish,
)

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr",
    "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
    "pickle_by_global_name", "pickle_by_enum_name",
]

# Defined below; None while the classes that come before them are made.
Enum = Flag = ReprEnum = EJECT = KEEP = None

_ON_DEMAND = {
    "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "verify", "global_flag_repr", "global_enum_repr", "global_str",
    "global_enum", "show_flag_values", "bin", "_simple_enum",
}


def __getattr__(name):
    if name == "DynamicClassAttribute":
        from types import DynamicClassAttribute
        return DynamicClassAttribute
    if name not in _ON_DEMAND:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import _enum_tools
    value = globals()[name] = getattr(_enum_tools, name)
    return value


# The metaclass.


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        ignored = classdict.get("_ignore_", ())
        namespace = {name: value for name, value in classdict.items() if name not in ignored and name != "_ignore_"}
        member_names = list(classdict._member_names)
        invalid = set(member_names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, invalid))}")
        order = namespace.pop("_order_", None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(namespace, member_type, first_enum)
        values = [(name, namespace.pop(name)) for name in member_names]
        namespace.update(
            _new_member_=new,
            _use_args_=use_args,
            _member_names_=[],
            _member_map_={},
            _value2member_map_={},
            _unhashable_values_=[],
            _unhashable_values_map_={},
            _member_type_=member_type,
            _value_repr_=metacls._find_data_repr_(cls, bases),
        )
        if _is_flag(first_enum) or cls == "Flag":
            namespace.update(
                _boundary_=boundary or getattr(first_enum, "_boundary_", None),
                _flag_mask_=0,
                _singles_mask_=0,
                _all_bits_=0,
                _inverted_=None,
            )
        namespace["_members_"] = _Members(values)
        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            # The note that tells of __set_name__ tells nothing to the writer of the class.
            error.__notes__ = []
            del error.__notes__
            raise
        _settle_methods(enum_class, namespace, member_type, first_enum)
        if save_new:
            enum_class.__new_member__ = new
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
        if _is_flag(enum_class):
            _settle_flags(enum_class)
        if order is not None:
            _check_order(enum_class, order)
        return enum_class

    def __bool__(cls):
        """A class is true even if it has no members."""
        return True

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """Find the member with a value; or, on a class without members, make a new enumeration of `names`."""
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(
                f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(
            value, None if names is _not_given else names, module=module, qualname=qualname, type=type, start=start,
            boundary=boundary)

    def __contains__(cls, value):
        """Whether `value` is a member or the value of one."""
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            if value in cls._unhashable_values_:
                return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            # It cannot be hashed, so it is none of those that can.
            return False

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        interesting = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__",
            "__name__", "__qualname__", *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            interesting.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            interesting.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(interesting)
        return sorted({*dir(cls._member_type_), *interesting})

    def __getitem__(cls, name):
        """The member of that name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """The members in the order of their definition, without aliases."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        """The members in the opposite order."""
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        """The number of members, without aliases."""
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        """All names and their members, aliases included; read only."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if _is_flag(cls) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Make an enumeration of `names`: a string, an iterable of names or of pairs, or a mapping."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        namespace = metacls.__prepare__(class_name, bases)
        for name, value in _named_values(names, first_enum, start):
            namespace[name] = value
        if module is None:
            module = _caller_module()
        if module is None:
            _make_class_unpicklable(namespace)
        else:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make an enumeration of the constants of a module and put its members in their place."""
        module_globals = sys.modules[module].__dict__
        source = module_globals if source is None else source.__dict__
        members = [(name, source[name]) for name in source.keys() if filter(name)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])
        new_class = cls(name, members, module=module, boundary=boundary or KEEP)
        new_class.__reduce_ex__ = _reduce_by_global_name
        if as_global:
            from _enum_tools import global_enum
            global_enum(new_class)
        module_globals.update(new_class.__members__)
        module_globals[name] = new_class
        return new_class

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the members' values and the enum class derived from."""
        if not bases:
            return object, None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as "
                            "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        """The one type among the bases that makes values, or None."""
        data_types = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.add(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    data_types.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {data_types!r}")
        return data_types.pop() if data_types else None

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        """The function that writes values: the data type's own __repr__, or None."""
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    parameters = base.__dict__.get("__dataclass_params__")
                    return _dataclass_repr if parameters is not None and parameters.repr else base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """The __new__ that makes members, whether to keep it for derived enums, and whether it takes the values."""
        new = classdict.get("__new__", None)
        if first_enum is None:
            return object.__new__, False, False  # Enum itself, whose __new__ looks members up
        save_new = new is not None
        if new is None:
            new = _inherited_new(member_type, first_enum)
        return new, save_new, new not in (Enum.__new__, object.__new__)


EnumMeta = EnumType


def _inherited_new(member_type, first_enum):
    """The first __new__ of the data type or the enum that somebody wrote."""
    ordinary = {None, None.__new__, object.__new__, Enum.__new__}
    for method in ("__new_member__", "__new__"):
        for possible in (member_type, first_enum):
            target = getattr(possible, method, None)
            if target not in ordinary:
                return target
    return object.__new__


def _check_order(cls, order):
    """Compare the order of the members with the one that `_order_` promises, both without aliases."""
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    order = [name for name in order if name not in cls._member_map_ or name in cls._member_names_]
    if cls._member_names_ != order:
        raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {order!r}")


def _settle_methods(cls, namespace, member_type, first_enum):
    """Let the enum's own special methods win over those of the type mixed in, unless that type is to speak."""
    own = set(namespace)
    if ReprEnum is not None and ReprEnum in cls.__bases__:
        if member_type is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        if "__format__" not in own:
            cls.__format__ = member_type.__format__
        if "__str__" not in own:
            method = member_type.__str__
            cls.__str__ = member_type.__repr__ if method is object.__str__ else method
        own.update(("__format__", "__str__"))
    if first_enum is None:
        return
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name not in own and getattr(cls, name) in (getattr(member_type, name), getattr(object, name)):
            setattr(cls, name, getattr(first_enum, name))
    if _is_flag(cls):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in own:
                setattr(cls, name, getattr(Flag, name))


def _settle_flags(cls):
    """Iterate a flag by value, which is quicker, if its members were defined in that order."""
    values = [cls._member_map_[name]._value_ for name in cls._member_names_]
    try:
        in_order = values == sorted(values)
    except TypeError:
        in_order = True
    if not in_order:
        cls._iter_member_ = cls._iter_member_by_def_


# Enumerations.


class Enum(metaclass=EnumType):
    """A set of names for constant values; see the module's documentation."""

    def __new__(cls, value):
        # Every look-up by value comes here: the members themselves were made before.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls._member_map_[name]
        if not cls._member_map_:
            if issubclass(cls, Enum):
                raise TypeError(f"{cls!r} has no members defined")
        return _look_up_missing(cls, value)

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        """Give this member another name."""
        known = self.__class__._member_map_.get(name)
        if known is self:
            return
        if known is not None:
            raise NameError(f"{name!r} is already bound: {known!r}")
        _publish(self.__class__, name, self)

    def _add_value_alias_(self, value):
        """Let another value lead to this member."""
        cls = self.__class__
        known = _member_with_value(cls, value)
        if known is self:
            return
        if known is not None:
            raise ValueError(f"{value!r} is already bound: {known!r}")
        _note_value(cls, value, self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): one above the highest so far."""
        if not last_values:
            return start
        try:
            highest = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return highest + 1
        except TypeError:
            raise TypeError(f"unable to increment {highest!r}") from None

    @classmethod
    def _missing_(cls, value):
        """The member for a value that no member has, or None."""
        return None

    def __repr__(self):
        write = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {write(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        interesting = set()
        if self.__class__._member_type_ is not object:
            interesting.update(object.__dir__(self))
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in self._member_map_:
                interesting.add(name)
        for cls in self.__class__.mro():
            for name, attribute in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(attribute, property):
                    if attribute.fget is not None or name not in self._member_map_:
                        interesting.add(name)
                    else:
                        interesting.discard(name)
                elif name not in self._member_map_:
                    interesting.add(name)
        return sorted(interesting | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return "(*values)"
        return "(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)"

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


def _look_up_missing(cls, value):
    """Ask the class for a member it does not have; ValueError if it has no answer."""
    failure = None
    try:
        result = cls._missing_(value)
    except Exception as error:
        failure = error
        result = None
    try:
        if isinstance(result, cls):
            return result
        if _is_flag(cls) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and failure is None:
            raise invalid
        if failure is None:
            failure = TypeError(f"error in {cls.__name__}._missing_: "
                                f"returned {result!r} instead of None or a valid member")
        if not isinstance(failure, ValueError):
            failure.__context__ = invalid
        raise failure
    finally:
        failure = invalid = None  # the traceback refers to this frame


class ReprEnum(Enum):
    """An enumeration that only changes the repr: str() and format() are those of the type mixed in."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        instance = str.__new__(cls, value)
        instance._value_ = value
        return instance

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): the name in lower case."""
        return name.lower()


def _reduce_by_global_name(self, proto):
    return self.name


pickle_by_global_name = _reduce_by_global_name


def pickle_by_enum_name(self, proto):
    """Pickle as a look-up by name in the class."""
    return getattr, (self.__class__, self._name_)


def unique(enumeration):
    """A class decorator that refuses aliases."""
    duplicates = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


# Flags, made of what stands above.


from _enum_flags import (  # noqa: E402
    CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, _bits, _is_single_bit,
)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A flag whose members are ints."""
