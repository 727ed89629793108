"""int, float, complex, str, bytes, bool, index, round, floor and format of objects with hooks."""
import math


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def obj(**methods): return type("O", (), {f"__{k}__": (lambda v: lambda self, *a: v)(v) for k, v in methods.items()})()


for f, o in ((int, obj(int=5)), (int, obj(index=6)), (int, obj(trunc=7)), (int, obj(int=5.0)), (int, obj(int=True)), (int, obj(index="a")), (float, obj(float=1.5)), (float, obj(index=3)), (float, obj(float=1)), (float, obj(int=1)), (complex, obj(complex=1j)), (complex, obj(float=2.0)), (complex, obj(index=2)), (complex, obj(complex=1)), (str, obj(str="s")), (str, obj(repr="r")), (str, obj(str=5)), (repr, obj(repr=5)), (repr, obj(str="s", repr="r")), (bytes, obj(bytes=b"b")), (bytes, obj(bytes="b")), (bytes, obj(index=2)), (bool, obj(bool=True)), (bool, obj(len=0)), (bool, obj(bool=1)), (round, obj(round=9)), (round, obj(float=1.5)), (math.floor, obj(floor=1)), (math.floor, obj(float=1.7)), (math.ceil, obj(ceil=2)), (math.trunc, obj(trunc=3)), (math.trunc, obj(float=1.5)), (abs, obj(abs=4)), (len, obj(len=3)), (len, obj(len=-1)), (hash, obj(hash=8)), (hash, obj(hash="x")), (format, obj(format="f")), (format, obj(format=5)), (ascii, obj(repr="é")), (dir, obj(dir=["b", "a"])), (bin, obj(index=5)), (hex, obj(int=5)), (chr, obj(index=65)), (range, obj(index=3)), (math.sqrt, obj(float=4.0)), (math.gcd, obj(index=4)), (sum, obj(iter=iter([1]))), (divmod, obj(divmod=1)), (reversed, obj(reversed=[1])), (list, obj(iter=[1])), (math.isnan, obj(index=1)), (str.upper, obj(str="a")), (open, obj(fspath="/nope")), (open, obj(fspath=5)), (math.sqrt, obj(float="a")), (-1).__class__ and (int, obj(int=2**70))):
    try:
        print(f.__name__, ascii(f(o)) if not isinstance(f, type) or f in (int, float, str, bytes, bool, complex) else f(o).__class__.__name__)
    except Exception as error:
        print(f.__name__, type(error).__name__, error)
