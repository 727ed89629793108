"""`Flag`: enumerations whose members can be combined."""

from enum import Enum, StrEnum, auto

__name__ = "enum"


class FlagBoundary(StrEnum):
    """What a flag does with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _is_single_bit(value):
    return value > 0 and not value & (value - 1)


def _bits(value):
    """The single bits of a value, the lowest first."""
    while value:
        bit = value & -value
        yield bit
        value ^= bit


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): the next bit."""
        if not count:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            return 1 << last_value.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last_value!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members of a value, by their values."""
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The members of a value, by their definition."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda member: member._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The combination that a value means, made when it is first met."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        given = value
        flag_mask = cls._flag_mask_
        all_bits = cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if cls._boundary_ is STRICT:
                raise _out_of_bounds(cls, value)
            if cls._boundary_ is CONFORM:
                value = value & flag_mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 1 << value.bit_length()) + value
            else:
                raise ValueError(f"{cls!r} unknown flag boundary {cls._boundary_!r}")
        if value < 0:
            if cls._boundary_ in (EJECT, KEEP):
                value = all_bits + 1 + value
            else:
                value = cls._singles_mask_ & value
        combination = cls._value2member_map_.get(value)
        if combination is None:
            combination = cls._value2member_map_.setdefault(value, _combination(cls, value))
        if given < 0:
            cls._value2member_map_[given] = combination
        return combination

    def __contains__(self, other):
        """Whether all bits of `other` are in this one."""
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """The members that this one is made of."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls_name = self.__class__.__name__
        write = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{cls_name}: {write(self._value_)}>"
        return f"<{cls_name}.{self._name_}: {write(self._value_)}>"

    def __str__(self):
        cls_name = self.__class__.__name__
        return f"{cls_name}({self._value_!r})" if self._name_ is None else f"{cls_name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _bits_of(self, flag):
        """The value of an operand, or None if it is no operand for this flag."""
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        bits = self._bits_of(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_


def _out_of_bounds(cls, value):
    """The error for a value with bits that a strict flag does not have."""
    from _enum_tools import bin
    width = max(value.bit_length(), cls._flag_mask_.bit_length())
    return ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}"
                      f"\n  allowed {bin(cls._flag_mask_, width)}")


def _combination(cls, value):
    """A new member-like instance for several bits, or none."""
    member_type = cls._member_type_
    instance = object.__new__(cls) if member_type is object else member_type.__new__(cls, value)
    if not hasattr(instance, "_value_"):
        instance._value_ = value
    members = []
    known = 0
    if value & cls._flag_mask_:
        for member in cls._iter_member_(value & cls._singles_mask_):
            members.append(member)
            known |= member._value_
        # Bits that only come in combinations: the aliases that are in it wholly.
        for member in cls._member_map_.values():
            if member not in members and member._value_ and member._value_ & value == member._value_:
                if member._value_ & ~known:
                    members.append(member)
                    known |= member._value_
    unknown = value & ~known
    names = [member._name_ for member in members]
    if names and unknown:
        names.append(cls._numeric_repr_(unknown))
    instance._name_ = "|".join(names) if names else None
    return instance
