# StringIO and BytesIO: every method with odd arguments, ends of lines, states, views, subclasses.
import copy
import io
import pickle
import weakref


def show(*actions):
    for action in actions:
        try:
            print(ascii(action()))
        except Exception as error:
            print(type(error).__name__, error)


S, B = io.StringIO, io.BytesIO
print([cls.__name__ for cls in S.__mro__], [cls.__name__ for cls in B.__mro__], S.__module__, B.__module__)
show(lambda: S(5), lambda: S("a", 5), lambda: S("a", "x"), lambda: S(1, 2, 3), lambda: S(foo=1), lambda: S(None).read(),
     lambda: B("a"), lambda: B(5), lambda: B(None).getvalue(), lambda: B(b"a", 2), lambda: B(initial_bytes=b"q").read())

s = S("abc\ndef")
show(lambda: s.read("x"), lambda: s.read(1.0), lambda: s.read(True), lambda: s.readline(None), lambda: s.seek("a"),
     lambda: s.seek(0, 5), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(1, 2), lambda: s.truncate("x"),
     lambda: s.truncate(-2), lambda: s.truncate(None), lambda: s.write(3), lambda: s.write(), lambda: s.write("a", "b"),
     lambda: s.tell(1), lambda: s.getvalue(1), lambda: S("ab").read(10**30))
b = B(b"abcdef\nxyz")
show(lambda: b.read("x"), lambda: b.read(1.0), lambda: b.seek("a"), lambda: b.seek(0, 5), lambda: b.seek(-1),
     lambda: b.seek(-100, 2), lambda: b.truncate("x"), lambda: b.truncate(-2), lambda: b.write("x"), lambda: b.write(3),
     lambda: b.readinto(b"abc"), lambda: b.readinto(3), lambda: b.readlines(2), lambda: b.writelines([b"a", b"b"]),
     lambda: b.writelines(3), lambda: b.detach(), lambda: b.fileno(), lambda: b.readinto(memoryview(bytearray(2))))

# States and copies.
show(lambda: s.__getstate__(), lambda: b.__getstate__(), lambda: copy.copy(b).getvalue(), lambda: copy.deepcopy(s).read(),
     lambda: pickle.loads(pickle.dumps(S("\xe9\r\n", newline="\r\n"))).__getstate__(),
     lambda: s.__setstate__(("q\n", "\n", 1, None)), lambda: s.read(), lambda: s.__setstate__(3),
     lambda: b.__setstate__((b"abc", 1, {"x": 2})), lambda: (b.x, b.read()),
     lambda: s.__setstate__(("q\n", "\n", -1, None)), lambda: b.__setstate__((b"abc", -1, None)),
     lambda: b.__setstate__((b"abc", 1)))


def set_on_class():
    S.attribute = 1


s.attribute = 3
show(set_on_class, lambda: s.__dict__, lambda: S.__new__(S).read(), lambda: S.__new__(S).closed,
     lambda: B.__new__(B).getvalue(), lambda: weakref.ref(s)() is s)


class Lazy(S):
    def __init__(self):
        pass


class Own(S):
    def readline(self, *sizes):
        return "" if self.tell() == 2 else self.read(1)


class Loud(S):
    def close(self):
        print("closed")
        super().close()


show(lambda: Lazy().read(), lambda: Lazy().write("a"), lambda: list(Own("abcd")), lambda: next(Own("abcd")))
with Loud("x") as loud:
    print(loud.read())


class Word(str):
    pass


show(lambda: S(Word("ab")).getvalue(), lambda: S().write(Word("abc")), lambda: memoryview(B(b"x")))

# Views keep the size.
b = B(b"abc")
view = b.getbuffer()
show(lambda: b.write(b"a" * 100), lambda: b.write(b"z"), lambda: b.truncate(1), b.close, lambda: view.readonly,
     lambda: bytes(view))
view[1] = 66
view.release()
show(b.getvalue, lambda: b.seek(6), lambda: b.write(b""), b.getvalue, lambda: b.write(b"!"), b.getvalue,
     lambda: b.seek(2**63 - 1), lambda: b.write(b"ab"), lambda: b.seek(1), lambda: b.read(-5), lambda: b.seek(0),
     lambda: b.read1(2), lambda: b.readline(2), b.isatty, b.flush, lambda: b.seek(-1, 1), b.tell)
b.close()
show(b.read, lambda: b.closed, b.readable, b.isatty, b.flush, b.getbuffer, lambda: list(b), b.__enter__,
     lambda: b.seek(0), b.tell, b.close, lambda: b.write(3), b.__getstate__)

# Ends of lines.
for newline in (None, "", "\n", "\r", "\r\n"):
    s = S("a\r\nb\rc\nd\n\r", newline=newline)
    show(lambda: (s.newlines, s.getvalue(), s.readline(2), s.readline(), s.readlines()), lambda: s.write("\n\r\n"),
         lambda: (s.newlines, s.getvalue(), s.tell()))
show(lambda: S("a\nb\nc").readlines(2), lambda: S("a\nb\nc").readlines(1), lambda: (s.encoding, s.errors, s.line_buffering))
s.close()
show(s.read, lambda: s.newlines, lambda: s.line_buffering, s.isatty, s.readable, lambda: s.write(3), lambda: next(s),
     lambda: iter(s), s.__enter__, s.tell, s.__getstate__)

# Characters of several bytes.
s = S()
s.write("\xe4\xf6\xfc")
s.seek(1)
s.write("x")
show(s.getvalue, lambda: s.seek(1), lambda: s.write("\U0001d11e" * 4), s.getvalue, lambda: s.seek(2), s.truncate, s.getvalue,
     lambda: s.seek(5), s.read, lambda: s.write("\xe9"), s.getvalue, lambda: s.seek(3), lambda: (s.read(2), s.tell()),
     s.readline, lambda: s.seek(2), lambda: s.readline(1), s.tell, lambda: s.truncate(1), lambda: (s.tell(), s.getvalue()),
     lambda: s.write("q"), s.getvalue, lambda: s.__init__("newer"), s.read, lambda: S("\ud800").getvalue())
