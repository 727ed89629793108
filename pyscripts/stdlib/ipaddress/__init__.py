"""Addresses and networks of IPv4 and IPv6.

`_base` has what both versions share, `_v4` and `_v6` have what they do not.
"""

from ipaddress._base import AddressValueError, NetmaskValueError, _BaseAddress, _BaseNetwork
from ipaddress._v4 import IPV4LENGTH, IPv4Address, IPv4Interface, IPv4Network
from ipaddress._v6 import IPV6LENGTH, IPv6Address, IPv6Interface, IPv6Network

__version__ = "1.0"

# Where a class is written is nobody's concern outside.
for _class in (
    AddressValueError, NetmaskValueError, IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network,
):
    _class.__module__ = __name__


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
