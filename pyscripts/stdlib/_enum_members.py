"""The members of an enumeration: what the functional interface says of them, and how they are made."""

import enum
import sys
from builtins import property as _builtin_property
from _enum_body import _is_descriptor, property

__name__ = "enum"


def _is_flag(cls):
    # There is no Flag yet while the classes before it are made.
    return enum.Flag is not None and issubclass(cls, enum.Flag)


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr)


def _named_values(names, first_enum, start):
    """The pairs of name and value that the functional interface's `names` mean."""
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        pairs = []
        for count, name in enumerate(names):
            value = first_enum._generate_next_value_(name, start, count, values[:])
            values.append(value)
            pairs.append((name, value))
        return pairs
    if names is None:
        names = ()
    return [(item, names[item]) if isinstance(item, str) else item for item in names]


def _caller_module():
    """The module of whoever called the functional interface."""
    try:
        return sys._getframemodulename(3)
    except AttributeError:
        pass
    try:
        return sys._getframe(3).f_globals["__name__"]
    except (AttributeError, ValueError, KeyError):
        return None


def _make_class_unpicklable(namespace):
    def refuse(self, proto):
        raise TypeError(f"{self!r} cannot be pickled")
    namespace["__reduce_ex__"] = refuse
    namespace["__module__"] = "<unknown>"


class _Members:
    """Stands in a new class's namespace to make its members when the class exists."""

    def __init__(self, values):
        self.values = values

    def __set_name__(self, enum_class, name):
        type.__delattr__(enum_class, name)
        for member_name, value in self.values:
            _add_member(enum_class, member_name, _make_member(enum_class, member_name, value))


def _make_member(cls, name, value):
    """A new instance for a member, with its name, its value and its place."""
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    instance = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
    if not hasattr(instance, "_value_"):
        if cls._member_type_ is object:
            instance._value_ = value
        else:
            try:
                instance._value_ = cls._member_type_(*args)
            except Exception as error:
                complaint = TypeError("_value_ not set in __new__, unable to create it")
                complaint.__cause__ = error
                raise complaint
    instance._name_ = name
    instance.__objclass__ = cls
    instance.__init__(*args)
    instance._sort_order_ = len(cls._member_names_)
    return instance


def _add_member(cls, name, instance):
    """Enter a member; if its value is known already, the name becomes an alias."""
    value = instance._value_
    known = _member_with_value(cls, value)
    if known is not None:
        instance = known
    elif not _is_flag(cls) or not isinstance(value, int) or enum._is_single_bit(value):
        cls._member_names_.append(name)
    if isinstance(value, int) and _is_flag(cls):
        cls._flag_mask_ |= value
        if enum._is_single_bit(value):
            cls._singles_mask_ |= value
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
    _publish(cls, name, instance)
    _note_value(cls, value, instance)


def _member_with_value(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for name, instance in cls._member_map_.items():
            if instance._value_ == value:
                return instance
        return None


def _note_value(cls, value, instance):
    """Let a value lead to a member."""
    try:
        cls._value2member_map_.setdefault(value, instance)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(instance._name_, []).append(value)


def _publish(cls, name, instance):
    """Make a member an attribute of its class, beside an inherited descriptor of the same name."""
    descriptor = _inherited_descriptor(cls, name)
    if descriptor is None:
        type.__setattr__(cls, name, instance)
    else:
        redirect = property()
        redirect.member = instance
        redirect.__set_name__(cls, name)
        if isinstance(descriptor, (property, _builtin_property)):
            redirect.fget = descriptor.fget
            redirect.fset = descriptor.fset
            redirect.fdel = descriptor.fdel
        else:
            redirect._attr_type = "desc"
            redirect._cls_type = None
        type.__setattr__(cls, name, redirect)
    cls._member_map_[name] = instance


def _inherited_descriptor(cls, name):
    for base in cls.__mro__[1:]:
        attribute = base.__dict__.get(name)
        if attribute is not None:
            if isinstance(attribute, (property, _builtin_property)):
                return attribute
            if _is_descriptor(attribute) and base is not object:
                return attribute
    return None
