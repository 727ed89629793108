"""Addresses and networks of IPv4 and IPv6."""

import functools

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    """It is no address."""


class NetmaskValueError(ValueError):
    """It is no mask."""


def ip_address(address):
    """An address of whichever version it is."""
    for kind in IPv4Address, IPv6Address:
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    """A network of whichever version it is."""
    for kind in IPv4Network, IPv6Network:
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address):
    """An address with its network, of whichever version it is."""
    for kind in IPv4Interface, IPv6Interface:
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")


def v4_int_to_packed(address):
    """A number as four bytes."""
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    """A number as sixteen bytes."""
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


def _split_mask(address):
    """An address and what stands after its slash."""
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts


def _is_ascii_number(text):
    return text.isascii() and text.isdigit()


def summarize_address_range(first, last):
    """The networks that hold exactly the addresses from `first` to `last`."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    kind = IPv4Network if first.version == 4 else IPv6Network
    start, end, bits = first._ip, last._ip, first.max_prefixlen
    while start <= end:
        zeros = (start & -start).bit_length() - 1 if start else bits
        size = min(zeros, (end - start + 1).bit_length() - 1)
        yield kind((start, bits - size))
        start += 1 << size
        if start - 1 == (1 << bits) - 1:
            break


def collapse_addresses(addresses):
    """As few networks as hold exactly these addresses and networks."""
    networks, singles = [], []
    for one in addresses:
        if isinstance(one, _BaseAddress) and not hasattr(one, "network"):
            kind = IPv4Network if one.version == 4 else IPv6Network
            singles.append(kind((one._ip, one.max_prefixlen)))
        elif hasattr(one, "network"):
            singles.append(one.network)
        else:
            networks.append(one)
    everything = networks + singles
    for one in everything:
        if one.version != everything[0].version:
            raise TypeError(f"{one} and {everything[0]} are not of the same version")
    left = set(everything)
    merged = {}
    while left:
        network = left.pop()
        above = network.supernet()
        other = merged.get(above)
        if other is None:
            merged[above] = network
        elif other != network:
            del merged[above]
            left.add(above)
    last = None
    for network in sorted(merged.values()):
        if last is not None and last.broadcast_address >= network.broadcast_address:
            continue
        yield network
        last = network


def get_mixed_type_key(obj):
    """A key by which addresses and networks can be sorted together."""
    if isinstance(obj, _BaseNetwork):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _BaseAddress):
        return obj.version, obj
    return NotImplemented


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


class _BaseV4:
    """The numbers and texts of version 4."""

    __slots__ = ()
    _version = 4
    _ALL_ONES = (1 << IPV4LENGTH) - 1
    _max_prefixlen = IPV4LENGTH

    def _explode(self):
        return str(self)

    @classmethod
    def _prefix_from_mask(cls, mask):
        try:
            return cls._prefix_from_text(mask)
        except NetmaskValueError:
            pass
        try:
            number = cls._parse(mask)
        except AddressValueError:
            cls._refuse_mask(mask)
        # It may be the mask of the network or of the hosts.
        for candidate in number, number ^ cls._ALL_ONES:
            try:
                return cls._prefix_from_number(candidate)
            except ValueError:
                pass
        cls._refuse_mask(mask)

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        octets = text.split(".")
        if len(octets) != 4:
            raise AddressValueError("Expected 4 octets in %r" % text)
        try:
            return int.from_bytes(map(cls._octet, octets), "big")
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None

    @classmethod
    def _octet(cls, text):
        if not text:
            raise ValueError("Empty octet not permitted")
        if not _is_ascii_number(text):
            raise ValueError("Only decimal digits permitted in %r" % text)
        if len(text) > 3:
            raise ValueError("At most 3 characters permitted in %r" % text)
        if text != "0" and text[0] == "0":
            raise ValueError("Leading zeros are not permitted in %r" % text)
        number = int(text, 10)
        if number > 255:
            raise ValueError("Octet %d (> 255) not permitted" % number)
        return number

    @classmethod
    def _text(cls, number):
        return ".".join(map(str, number.to_bytes(4, "big")))

    @staticmethod
    def _pointer_of(text):
        return ".".join(text.split(".")[::-1]) + ".in-addr.arpa"

    def _reverse_pointer(self):
        return self._pointer_of(str(self))


class IPv4Address(_BaseV4, _BaseAddress):
    """An address of version 4."""

    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        self._ip = self._take(address)

    @property
    def is_reserved(self):
        """Whether it is reserved for the future."""
        return self in self._constants.reserved

    @property
    def is_private(self):
        """Whether it is not for the internet."""
        return self._is_in(self._constants.private) and not self._is_in(self._constants.private_exceptions)

    @property
    def is_global(self):
        """Whether it is for the internet."""
        return self not in self._constants.shared and not self.is_private

    @property
    def is_multicast(self):
        return self in self._constants.multicast

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self in self._constants.loopback

    @property
    def is_link_local(self):
        return self in self._constants.link_local

    @property
    def ipv6_mapped(self):
        """The address of version 6 that stands for this one."""
        return IPv6Address(f"::ffff:{self}")


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


class IPv4Interface(_Interface, IPv4Address):
    """An address of version 4 with its network."""

    def __init__(self, address):
        address, mask = self._parts(address)
        IPv4Address.__init__(self, address)
        self.network = IPv4Network((address, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @property
    def ip(self):
        return IPv4Address(self._ip)


class IPv4Network(_BaseV4, _BaseNetwork):
    """A network of version 4."""

    _address_class = IPv4Address
    _last_is_host = 0

    def __init__(self, address, strict=True):
        super().__init__(address, strict)
        if self._prefixlen == self._max_prefixlen - 1:
            self.hosts = self.__iter__
        elif self._prefixlen == self._max_prefixlen:
            self.hosts = lambda: iter((IPv4Address(int(self.network_address)),))

    @property
    def is_global(self):
        shared = IPv4Network("100.64.0.0/10")
        return not (self.network_address in shared and self.broadcast_address in shared) and not self.is_private


class _ConstantsV4:
    link_local = IPv4Network("169.254.0.0/16")
    loopback = IPv4Network("127.0.0.0/8")
    multicast = IPv4Network("224.0.0.0/4")
    shared = IPv4Network("100.64.0.0/10")
    reserved = IPv4Network("240.0.0.0/4")
    private = [IPv4Network(text) for text in (
        "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.0.170/31",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
        "255.255.255.255/32",
    )]
    private_exceptions = [IPv4Network("192.0.0.9/32"), IPv4Network("192.0.0.10/32")]


IPv4Address._constants = IPv4Network._constants = _ConstantsV4


class _BaseV6:
    """The numbers and texts of version 6."""

    __slots__ = ()
    _version = 6
    _ALL_ONES = (1 << IPV6LENGTH) - 1
    _max_prefixlen = IPV6LENGTH

    @classmethod
    def _prefix_from_mask(cls, mask):
        return cls._prefix_from_text(mask)

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        if len(text) > 45:
            shown = f"{text[:45]}({len(text) - 90} chars elided){text[-45:]}" if len(text) > 100 else text
            raise AddressValueError(f"At most 45 characters expected in {shown!r}")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError("At least 3 parts expected in %r" % text)
        if "." in parts[-1]:
            try:
                number = IPv4Address(parts.pop())._ip
            except AddressValueError as error:
                raise AddressValueError(f"{error} in {text!r}") from None
            parts += ["%x" % (number >> 16), "%x" % (number & 0xFFFF)]
        if len(parts) > 9:
            raise AddressValueError("At most 8 colons permitted in %r" % text)
        gaps = [place for place in range(1, len(parts) - 1) if not parts[place]]
        if len(gaps) > 1:
            raise AddressValueError("At most one '::' permitted in %r" % text)
        if gaps:
            high, low = parts[:gaps[0]], parts[gaps[0] + 1:]
            if not parts[0]:
                high.pop()
                if high:
                    raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                low.pop()
                if low:
                    raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            skipped = 8 - len(high) - len(low)
            if skipped < 1:
                raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
        else:
            if len(parts) != 8:
                raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
            if not parts[0]:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            high, low, skipped = parts, [], 0
        try:
            number = 0
            for part in high:
                number = number << 16 | cls._group(part)
            number <<= 16 * skipped
            for part in low:
                number = number << 16 | cls._group(part)
            return number
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None

    @staticmethod
    def _group(text):
        if not all(letter in "0123456789abcdefABCDEF" for letter in text):
            raise ValueError("Only hex digits permitted in %r" % text)
        if len(text) > 4:
            raise ValueError("At most 4 characters permitted in %r" % text)
        return int(text, 16)

    @classmethod
    def _text(cls, number):
        groups = ["%x" % (number >> shift & 0xFFFF) for shift in range(112, -1, -16)]
        # The longest run of zeros is left out, the first one of those.
        best, start = (0, 0), None
        for place, group in enumerate([*groups, ""]):
            if group == "0":
                start = place if start is None else start
            elif start is not None:
                if place - start > best[0] and place - start > 1:
                    best = place - start, start
                start = None
        if not best[0]:
            return ":".join(groups)
        length, start = best
        return ":".join(groups[:start]) + "::" + ":".join(groups[start + length:])

    def _explode(self):
        if isinstance(self, _BaseNetwork):
            return f"{self.network_address.exploded}/{self.prefixlen}"
        digits = "%032x" % self._ip
        text = ":".join(digits[place:place + 4] for place in range(0, 32, 4))
        if self.ipv4_mapped is not None:
            text = f"{text[:30]}{self.ipv4_mapped}"
        return f"{text}/{self._prefixlen}" if isinstance(self, _Interface) else text

    @staticmethod
    def _pointer_of(text):
        return ".".join(text[::-1].replace(":", "")) + ".ip6.arpa"

    def _reverse_pointer(self):
        digits = "%032x" % self._ip
        return ".".join(digits[::-1]) + ".ip6.arpa"


class IPv6Address(_BaseV6, _BaseAddress):
    """An address of version 6, perhaps with the scope that it belongs to."""

    __slots__ = ("_ip", "_scope_id", "__weakref__")

    def __init__(self, address):
        self._scope_id = None
        if not isinstance(address, (int, bytes)):
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            address, percent, scope = text.partition("%")
            if percent:
                if not scope or "%" in scope:
                    raise AddressValueError('Invalid IPv6 address: "%r"' % text)
                self._scope_id = scope
        self._ip = self._take(address)

    def __str__(self):
        mapped = self.ipv4_mapped
        text = super().__str__() if mapped is None else f"::ffff:{mapped}"
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def is_multicast(self):
        return self in self._constants.multicast

    @property
    def is_reserved(self):
        return self._is_in(self._constants.reserved)

    @property
    def is_link_local(self):
        return self in self._constants.link_local

    @property
    def is_site_local(self):
        return self in self._constants.site_local

    @property
    def is_private(self):
        """Whether it is not for the internet."""
        mapped = self.ipv4_mapped
        if mapped is not None:
            return mapped.is_private
        return self._is_in(self._constants.private) and not self._is_in(self._constants.private_exceptions)

    @property
    def is_global(self):
        """Whether it is for the internet."""
        mapped = self.ipv4_mapped
        return mapped.is_global if mapped is not None else not self.is_private

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        mapped = self.ipv4_mapped
        return mapped.is_loopback if mapped is not None else self._ip == 1

    @property
    def ipv4_mapped(self):
        """The address of version 4 that this one stands for."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        """The server and the client of a Teredo address."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        """The address of version 4 in a 6to4 address."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


class IPv6Interface(_Interface, IPv6Address):
    """An address of version 6 with its network."""

    def __init__(self, address):
        address, mask = self._parts(address)
        IPv6Address.__init__(self, address)
        self.network = IPv6Network((self._ip, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    def __str__(self):
        return f"{IPv6Address.__str__(self.ip)}/{self._prefixlen}"

    @property
    def ip(self):
        address = IPv6Address(self._ip)
        address._scope_id = self._scope_id
        return address

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback


class IPv6Network(_BaseV6, _BaseNetwork):
    """A network of version 6."""

    _address_class = IPv6Address
    _last_is_host = 1

    def __init__(self, address, strict=True):
        super().__init__(address, strict)
        if self._prefixlen == self._max_prefixlen - 1:
            self.hosts = self.__iter__
        elif self._prefixlen == self._max_prefixlen:
            self.hosts = lambda: iter((IPv6Address(int(self.network_address)),))

    @property
    def is_site_local(self):
        return self._both("is_site_local")


class _ConstantsV6:
    link_local = IPv6Network("fe80::/10")
    multicast = IPv6Network("ff00::/8")
    site_local = IPv6Network("fec0::/10")
    reserved = [IPv6Network(text) for text in (
        "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3", "A000::/3",
        "C000::/3", "E000::/4", "F000::/5", "F800::/6", "FE00::/9",
    )]
    private = [IPv6Network(text) for text in (
        "::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
        "3fff::/20", "fc00::/7", "fe80::/10",
    )]
    private_exceptions = [IPv6Network(text) for text in (
        "2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28", "2001:30::/28",
    )]


IPv6Address._constants = IPv6Network._constants = _ConstantsV6
