"""Addresses, networks and interfaces of version 4."""

from ipaddress._base import AddressValueError, NetmaskValueError, _BaseAddress, _BaseNetwork, _Interface, _is_ascii_number

IPV4LENGTH = 32


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
        from ipaddress._v6 import IPv6Address
        return IPv6Address(f"::ffff:{self}")


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
