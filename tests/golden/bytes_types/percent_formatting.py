print(b"%d %i %u %x %X %o" % (10, -5, 7, 255, 255, 8), b"%5d|%-5d|%05d" % (1, 2, 3), b"%c%c%c" % (65, b"B", bytearray(b"C")), b"%s %b" % (b"bytes", memoryview(b"view")), b"%a %r" % ("é", [1]), b"%.2f %e %g" % (1.5, 1e10, 1e-5), b"%%", b"%(k)s" % {b"k": b"v"}, b"%5.1s|" % b"abc", b"%+d % d %#x" % (1, 2, 3), bytearray(b"%d") % 5)


class Bytes:
    def __bytes__(self):
        return b"own bytes"


print(b"%s" % Bytes(), b"%*d|%-*d" % (4, 1, 4, 2))
for call in (lambda: b"%s" % "text", lambda: b"%s" % 5, lambda: b"%d" % "5", lambda: b"%d" % 1.5, lambda: b"%c" % 256, lambda: b"%c" % b"ab", lambda: b"%c" % "a", lambda: b"%d", lambda: b"%d" % (), lambda: b"%d" % (1, 2), lambda: b"%q" % 1, lambda: b"%" % 1, lambda: b"%(k)s" % 5, lambda: b"%(k)s" % {"k": b"v"}, lambda: b"%x" % 1.5, lambda: b"%b" % None):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
