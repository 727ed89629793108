"""bytes() and bytearray() from counts, iterables, buffers, texts and own methods."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class B:
    def __bytes__(self):
        return b"own"


class Wrong:
    def __bytes__(self):
        return "text"


class Index:
    def __index__(self):
        return 3


class Both:
    def __bytes__(self):
        return b"bytes"

    def __index__(self):
        return 3


class Sub(bytes):
    pass


for kind in (bytes, bytearray):
    for args in ((), (3,), (0,), (-1,), ([1, 2, 255],), ([256],), ([-1],), (["a"],), ("a",), ("é", "utf-8"), ("é", "ascii"), ("é", "ascii", "ignore"), (b"x", "utf-8"), (5, "utf-8"), (range(3),),
                 (memoryview(b"m"),), (1.5,), (None,), (B(),), (Wrong(),), (Index(),), (Both(),), ({1: 2},), ({3},), (iter([7]),), (True,), ((Index(),),), ("a", "nope"), ("a", 5), (Sub(b"s"),), (object(),)):
        if args and type(args[0]) in (B, Wrong, Index, Both, object) or args and isinstance(args[0], tuple):
            shown = type(args[0]).__name__
        else:
            shown = args if not args or not hasattr(args[0], "__next__") and not isinstance(args[0], memoryview) else type(args[0]).__name__
        try:
            print(kind.__name__, shown, kind(*args))
        except Exception as error:
            print(kind.__name__, shown, type(error).__name__, error)
attempt(lambda: bytes(source="a", encoding="ascii"))
attempt(lambda: bytes(encoding="ascii"))
attempt(lambda: bytes(errors="strict"))
attempt(lambda: bytearray(source=b"a"))
attempt(lambda: type(Sub(b"q") + b"r").__name__)
attempt(lambda: bytes(Sub(b"q")).__class__.__name__)
