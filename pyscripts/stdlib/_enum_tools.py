"""The parts of `enum` that few programs use: verify() and its checks, and members as a module's globals."""

import builtins
import sys
from enum import Enum, EnumType, Flag, StrEnum, _bits, _is_single_bit

__name__ = "enum"


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A class decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        checks = {UNIQUE: _check_unique, CONTINUOUS: _check_continuous, NAMED_FLAGS: _check_named_flags}
        for check in self.checks:
            run = checks.get(check)
            if run is not None:
                run(enumeration, "flag" if issubclass(enumeration, Flag) else "enum")
        return enumeration


def _check_unique(enumeration, kind):
    duplicates = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"aliases found in {enumeration!r}: {details}")


def _check_continuous(enumeration, kind):
    values = {member.value for member in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if kind == "flag":
        expected = [1 << place for place in range(low.bit_length(), high.bit_length() - 1)]
    else:
        expected = range(low + 1, high)
    missing = [value for value in expected if value not in values]
    if missing:
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: "
                         f"missing values {', '.join(map(str, missing))}"[:256])


def _check_named_flags(enumeration, kind):
    named = {member.value for member in enumeration}
    bad_names = []
    missing = 0
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        unnamed = [bit for bit in _bits(alias.value) if bit not in named]
        if unnamed:
            bad_names.append(name)
            for bit in unnamed:
                missing |= bit
    if not bad_names:
        return
    if len(bad_names) == 1:
        subject = f"alias {bad_names[0]} is missing"
    else:
        subject = f"aliases {', '.join(bad_names[:-1])} and {bad_names[-1]} are missing"
    values = f"value 0x{missing:x}" if _is_single_bit(missing) else f"combined values of 0x{missing:x}"
    raise ValueError(f"invalid Flag {enumeration.__name__!r}: {subject} {values} "
                     "[use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    """The single bits of a value."""
    return list(_bits(value))


def bin(num, max_bits=None):
    """The bits of an int with the sign in front: '0b0 1010', or '0b1 0110' for its negative."""
    ceiling = 1 << num.bit_length()
    if num >= 0:
        digits = builtins.bin(num + ceiling)[3:]
        sign, fill = "0", "0"
    else:
        digits = builtins.bin(~num ^ (ceiling - 1) + ceiling)[3:]
        sign, fill = "1", "1"
    if max_bits is not None and len(digits) < max_bits:
        digits = (fill * max_bits + digits)[-max_bits:]
    return f"0b{sign} {digits}"


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A class decorator that makes an enumeration of a plain class."""

    def convert(cls):
        namespace = EnumType.__prepare__(cls.__name__, (etype,))
        for name, value in vars(cls).items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        return EnumType(cls.__name__, (etype,), namespace, boundary=boundary)

    return convert


# Members as globals of their module.


def global_enum_repr(self):
    """module.NAME"""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    """module.NAME|module.NAME"""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    if _is_single_bit(self._value_):
        return f"{module}.{self._name_}"
    names = self.__class__._member_map_ if self._boundary_ is None else self._name_.split("|")
    if self._name_ in self.__class__._member_map_:
        names = [self._name_]
    return "|".join([name if name[0] in "0123456789" else f"{module}.{name}" for name in names])


def global_str(self):
    """NAME"""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """A class decorator that puts the members into the class's module and lets them say so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
