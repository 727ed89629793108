"""Addresses, networks and interfaces of version 6."""

from ipaddress._base import AddressValueError, _BaseAddress, _BaseNetwork, _Interface
from ipaddress._v4 import IPv4Address

IPV6LENGTH = 128


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
