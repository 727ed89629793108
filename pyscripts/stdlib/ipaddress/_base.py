"""What the addresses, networks and interfaces of both versions share."""

import functools


class AddressValueError(ValueError):
    """It is no address."""


class NetmaskValueError(ValueError):
    """It is no mask."""


def _split_mask(address):
    """An address and what stands after its slash."""
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts


def _is_ascii_number(text):
    return text.isascii() and text.isdigit()


class _IPAddressBase:
    """What addresses and networks share."""

    __slots__ = ()

    @property
    def exploded(self):
        """The long form."""
        return self._explode()

    @property
    def compressed(self):
        """The short form."""
        return str(self)

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @classmethod
    def _prefix_from_number(cls, number):
        """How many bits of a mask are set, which must be the first ones."""
        zeros = (number & -number).bit_length() - 1 if number else cls._max_prefixlen
        length = cls._max_prefixlen - zeros
        if number >> zeros != (1 << length) - 1:
            raise ValueError
        return length

    @classmethod
    def _mask_number(cls, length):
        return cls._ALL_ONES ^ (cls._ALL_ONES >> length)

    @classmethod
    def _prefix_from_text(cls, text):
        if not _is_ascii_number(text):
            cls._refuse_mask(text)
        length = int(text)
        if not 0 <= length <= cls._max_prefixlen:
            cls._refuse_mask(text)
        return length

    @classmethod
    def _refuse_mask(cls, text):
        raise NetmaskValueError("%r is not a valid netmask" % text) from None

    @classmethod
    def _prefix_length(cls, mask):
        if isinstance(mask, int):
            if not 0 <= mask <= cls._max_prefixlen:
                cls._refuse_mask(mask)
            return mask
        return cls._prefix_from_mask(mask)

    def __reduce__(self):
        return self.__class__, (str(self),)


@functools.total_ordering
class _BaseAddress(_IPAddressBase):
    """What the addresses of both versions share."""

    __slots__ = ()

    def _take(self, address):
        """The number of an address, given as a number, as bytes or as text."""
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError("%d (< 0) is not permitted as an IPv%d address" % (address, self._version))
            if address > self._ALL_ONES:
                raise AddressValueError(
                    "%d (>= 2**%d) is not permitted as an IPv%d address" % (address, self._max_prefixlen, self._version)
                )
            return address
        if isinstance(address, bytes):
            expected = self._max_prefixlen // 8
            if len(address) != expected:
                raise AddressValueError(
                    "%r (len %d != %d) is not permitted as an IPv%d address" % (address, len(address), expected, self._version)
                )
            return int.from_bytes(address, "big")
        text = str(address)
        if "/" in text:
            raise AddressValueError(f"Unexpected '/' in {text!r}")
        return self._parse(text)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self.version == other.version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return self._text(self._ip)

    def __hash__(self):
        return hash(hex(self._ip))

    def __format__(self, fmt):
        """As a text, or as a number: in binary (b), in hexadecimal digits (x, X), or as the version has it (n)."""
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        import re
        match = re.fullmatch(r"(#?)(_?)([xbnX])", fmt)
        if match is None:
            return super().__format__(fmt)
        sign, grouping, base = match.groups()
        if base == "n":
            base = "b" if self._version == 4 else "x"
        digits = self._max_prefixlen if base == "b" else self._max_prefixlen // 4
        digits += bool(grouping) * (digits // 4 - 1) + 2 * bool(sign)
        return format(int(self), f"{sign}0{digits}{grouping}{base}")

    @property
    def packed(self):
        """The address as bytes."""
        return self._ip.to_bytes(self._max_prefixlen // 8, "big")

    @property
    def reverse_pointer(self):
        """The name under which the domain name system tells of the address."""
        return self._reverse_pointer()

    def _is_in(self, networks):
        return any(self in network for network in networks)

    def __reduce__(self):
        return self.__class__, (self._ip,)


@functools.total_ordering
class _BaseNetwork(_IPAddressBase):
    """What the networks of both versions share."""

    def __init__(self, address, strict=True):
        address, mask = self._parts(address)
        self.network_address = self._address_class(address)
        self._prefixlen = self._prefix_length(mask)
        self.netmask = self._address_class(self._mask_number(self._prefixlen))
        number = int(self.network_address)
        if number & int(self.netmask) != number:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(number & int(self.netmask))

    def _parts(self, address):
        if isinstance(address, (int, bytes)):
            return address, self._max_prefixlen
        if isinstance(address, tuple):
            return address[0], address[1] if len(address) > 1 else self._max_prefixlen
        parts = _split_mask(address)
        return parts[0], parts[1] if len(parts) > 1 else self._max_prefixlen

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self.prefixlen}"

    def _explode(self):
        return f"{self.network_address.exploded}/{self.prefixlen}"

    def hosts(self):
        """The addresses that hosts may have."""
        first, last = int(self.network_address), int(self.broadcast_address)
        return (self._address_class(number) for number in range(first + 1, last + self._last_is_host))

    def __iter__(self):
        first, last = int(self.network_address), int(self.broadcast_address)
        return (self._address_class(number) for number in range(first, last + 1))

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError("address out of range")
        return self._address_class(number)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __eq__(self, other):
        try:
            return (
                self.version == other.version and self.network_address == other.network_address
                and int(self.netmask) == int(other.netmask)
            )
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __contains__(self, other):
        if self.version != other.version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        """Whether the two have an address in common."""
        return (
            self.network_address in other or self.broadcast_address in other
            or other.network_address in self or other.broadcast_address in self
        )

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @functools.cached_property
    def hostmask(self):
        return self._address_class(int(self.netmask) ^ self._ALL_ONES)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        return int(self.broadcast_address) - int(self.network_address) + 1

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def reverse_pointer(self):
        """The name under which the domain name system tells of the network."""
        return self._pointer_of(str(self) if self._version == 4 else self.exploded)

    def address_exclude(self, other):
        """The networks that are left if one within is taken out."""
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        if other == self:
            return
        one, two = self.subnets()
        while one != other and two != other:
            if other.subnet_of(one):
                yield two
                one, two = one.subnets()
            else:
                yield one
                one, two = two.subnets()
        yield two if one == other else one

    def compare_networks(self, other):
        """-1, 0 or 1, as this network comes before the other, is equal, or comes after it."""
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same type")
        mine, others = (self.network_address, self.netmask), (other.network_address, other.netmask)
        return (mine > others) - (mine < others)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The smaller networks that make up this one."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        length = self._prefixlen + prefixlen_diff
        if length > self._max_prefixlen:
            raise ValueError(f"prefix length diff {length} is invalid for netblock {self}")
        first, last = int(self.network_address), int(self.broadcast_address)
        for number in range(first, last + 1, 1 << self._max_prefixlen - length):
            yield self.__class__((number, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The larger network that this one lies in."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        length = self.prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError(
                "current prefixlen is %d, cannot have a prefixlen_diff of %d" % (self.prefixlen, prefixlen_diff)
            )
        return self.__class__((int(self.network_address) & self._mask_number(length), length))

    def _is_within(self, other):
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return other.network_address <= self.network_address and other.broadcast_address >= self.broadcast_address

    def subnet_of(self, other):
        """Whether this network lies in another one."""
        return self._is_within(other)

    def supernet_of(self, other):
        """Whether another network lies in this one."""
        return other._is_within(self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    @property
    def is_multicast(self):
        return self._both("is_multicast")

    @property
    def is_reserved(self):
        return self._both("is_reserved")

    @property
    def is_link_local(self):
        return self._both("is_link_local")

    @property
    def is_unspecified(self):
        return self._both("is_unspecified")

    @property
    def is_loopback(self):
        return self._both("is_loopback")

    @property
    def is_private(self):
        return any(
            self.network_address in network and self.broadcast_address in network
            for network in self._constants.private
        ) and all(
            self.network_address not in network and self.broadcast_address not in network
            for network in self._constants.private_exceptions
        )

    @property
    def is_global(self):
        return not self.is_private


class _Interface:
    """An address that remembers its network."""

    __slots__ = ()

    def __str__(self):
        return f"{self._text(self._ip)}/{self._prefixlen}"

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def with_prefixlen(self):
        return f"{self._text(self._ip)}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._text(self._ip)}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._text(self._ip)}/{self.hostmask}"

    @property
    def hostmask(self):
        return self.network.hostmask

    def _parts(self, address):
        if isinstance(address, (bytes, int)):
            return address, self._max_prefixlen
        if isinstance(address, tuple):
            return address[0], address[1] if len(address) > 1 else self._max_prefixlen
        parts = _split_mask(address)
        return parts[0], parts[1] if len(parts) > 1 else self._max_prefixlen
