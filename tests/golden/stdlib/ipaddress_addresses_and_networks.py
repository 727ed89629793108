# ipaddress: addresses, networks and interfaces of both versions, and what is refused.
import ipaddress
import pickle
from ipaddress import ip_address, ip_interface, ip_network


def tell(function, *arguments, **options):
    try:
        print(repr(function(*arguments, **options)))
    except Exception as error:
        print(type(error).__name__, error)


for given in (
    "192.168.0.1", "::1", "2001:db8::1", "1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4/5", 5, 2**32, b"\1\2\3\4", b"1" * 16,
    "::ffff:1.2.3.4", "1::2::3", ":1", "1:2:3:4:5:6:7:8:9", "g::", "12345::", "", "::1%", "2002:102:304::",
    "2001:0:1:2:3:4:5:6", "240.0.0.1", "100.64.0.1", "8.8.8.8", "224.0.0.1", "169.254.1.1", "192.0.0.9",
):
    tell(ip_address, given)
    for kind in ipaddress.IPv4Address, ipaddress.IPv6Address:
        try:
            kind(given)
        except ipaddress.AddressValueError as error:
            print(" ", error)
    try:
        address = ip_address(given)
    except ValueError:
        continue
    print(address, address.exploded, address.reverse_pointer, address.packed, int(address), f"{address:b} {address:#_n}")
    print([name for name in dir(address) if name.startswith("is_") and getattr(address, name)], address.max_prefixlen)
    print(address + 1, f"{address:>40s}", f"{address:X}", pickle.loads(pickle.dumps(address)) == address)
    if address.version == 6:
        print(address.ipv4_mapped, address.teredo, address.sixtofour, address.scope_id)
scoped = ip_address("fe80::1%eth0")
print(scoped, scoped.scope_id, scoped == ip_address("fe80::1"), scoped.is_link_local)

for given in (
    "10.0.0.0/8", "192.168.1.5/24", "10.0.0.0/255.0.0.0", "10.0.0.0/0.255.255.255", "10.0.0.0/33", "10.0.0.0/x",
    "2001:db8::/32", "::/0", "1.2.3.4", "1.2.3.4/31", "10.0.0.0/255.0.255.0", "a/b/c", "::1/129",
):
    tell(ip_network, given)
    tell(ip_network, given, strict=False)
    tell(ip_interface, given)
network = ip_network("192.168.0.0/29")
print(list(network.hosts()), list(network)[:2], network[1], network[-1], network.num_addresses, network.reverse_pointer)
print(network.broadcast_address, network.netmask, network.hostmask, network.with_netmask, network.with_hostmask)
print(list(network.subnets()), list(network.subnets(new_prefix=31)), network.supernet(), network.supernet(3))
tell(network.__getitem__, 8)
tell(list, network.subnets(5))
tell(network.supernet, 30)
print(ip_address("192.168.0.3") in network, network.overlaps(ip_network("192.168.0.4/30")))
print(network.subnet_of(ip_network("192.168.0.0/16")), network.supernet_of(ip_network("192.168.0.0/30")))
print(list(network.address_exclude(ip_network("192.168.0.0/31"))), network.compare_networks(ip_network("10.0.0.0/8")))
parts = ip_network("10.0.0.0/25"), ip_network("10.0.0.128/25"), ip_address("10.0.1.0")
print(list(ipaddress.collapse_addresses(parts)))
print(list(ipaddress.summarize_address_range(ip_address("10.0.0.1"), ip_address("10.0.0.9"))))
print(list(ipaddress.summarize_address_range(ip_address("0.0.0.0"), ip_address("255.255.255.255"))))
interface = ip_interface("192.168.1.5/24")
print(interface, repr(interface), interface.ip, interface.network, interface.with_netmask, interface.hostmask)
print(interface == ip_address("192.168.1.5"), interface < ip_interface("192.168.1.6/24"))
interface = ip_interface("2001:db8::5/64")
print(interface, repr(interface), interface.network, interface.exploded, interface.ip)
tell(lambda: ip_address("::1") < ip_address("1.2.3.4"))
tell(lambda: ip_network("1.0.0.0/8") < ip_network("::/8"))
mixed = [ip_network("10.0.0.0/16"), ip_address("9.0.0.1"), ip_network("10.0.0.0/8")]
print(sorted(mixed, key=ipaddress.get_mixed_type_key))
for small in "1.2.3.4/31", "1.2.3.4", "::/126":
    print(list(ip_network(small).hosts()))
for given in "10.0.0.0/8", "8.0.0.0/8", "100.64.0.0/10", "fe80::/10", "::/0":
    network = ip_network(given)
    print(given, network.is_private, network.is_global, network.is_link_local)
print(ipaddress.v4_int_to_packed(5), ipaddress.v6_int_to_packed(5))
tell(ipaddress.v4_int_to_packed, -1)
