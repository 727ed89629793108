"""Messages in several parts, and what travels beside them."""

import array
import os
import socket
import struct


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


left, right = socket.socketpair()
print(left.sendmsg([b"abc", bytearray(b"de"), memoryview(b"f")]), right.recvmsg(100))
reading, writing = os.pipe()
print(socket.send_fds(left, [b"here"], [writing, reading]))
data, descriptors, flags, address = socket.recv_fds(right, 100, 4)
print(data, len(descriptors), flags, address, os.get_inheritable(descriptors[0]))
os.write(descriptors[0], b"through the copy")
print(os.read(reading, 100))
print(left.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [writing]))]))
data, beside, flags, address = right.recvmsg(10, socket.CMSG_SPACE(4))
print(data, [(level == socket.SOL_SOCKET, kind == socket.SCM_RIGHTS, len(contents)) for level, kind, contents in beside])
print(left.sendmsg([b"y"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [writing]))]))
print(right.recvmsg(10)[::2] == (b"y", socket.MSG_CTRUNC))
first, second = bytearray(3), bytearray(10)
left.sendall(b"spread out")
print(right.recvmsg_into([first, memoryview(second)[2:]]), first, second)

right.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
left.sendmsg([b"who"])
data, beside, flags, address = right.recvmsg(10, socket.CMSG_SPACE(12))
print(data, struct.unpack("3i", beside[0][2]) == (os.getpid(), os.getuid(), os.getgid()))

print(socket.CMSG_LEN(0), socket.CMSG_LEN(5), socket.CMSG_SPACE(0), socket.CMSG_SPACE(5))
print(attempt(socket.CMSG_LEN, -1), attempt(socket.CMSG_SPACE, 2**40))
print(attempt(left.sendmsg, 5), attempt(left.sendmsg, ["text"]))
print(attempt(left.sendmsg, [b"a"], [(1, 2)]))
print(attempt(right.recvmsg, -1), attempt(right.recvmsg, 1, -1))
print(attempt(right.recvmsg_into, [b"constant"]))
right.settimeout(0.01)
print(attempt(right.recvmsg, 10))

one, other = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
one.bind(("127.0.0.1", 0))
print(other.sendmsg([b"to ", b"you"], [], 0, one.getsockname()))
data, beside, flags, address = one.recvmsg(4)
print(data, beside, flags == socket.MSG_TRUNC, address[0])

print(socket.if_nametoindex("lo"), socket.if_indextoname(1), (1, "lo") in socket.if_nameindex())
print(attempt(socket.if_nametoindex, "nothing"), attempt(socket.if_indextoname, 99999))
print(socket.getservbyport(80, "tcp"), socket.getprotobyname("udp"))
print(attempt(socket.getprotobyname, "nothing"))
print(socket.gethostbyname_ex("127.0.0.1")[2], socket.gethostbyaddr("127.0.0.1")[2])
print(repr(socket.AF_PACKET), repr(socket.MSG_CTRUNC), socket.IPPROTO_ICMPV6, socket.TCP_INFO)
for each in left, right, one, other:
    each.close()
