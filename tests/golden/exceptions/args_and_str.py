for e in (ValueError(), ValueError("x"), ValueError("x", 1), KeyError("k"), KeyError(), KeyError(1, 2), OSError(2, "msg"), OSError(2, "msg", "file"),
          StopIteration(5), SystemExit(3), Exception(None), Exception(("t",)), ImportError("m", name="n")):
    print(repr(e), "|", str(e), "|", e.args)
e = OSError(2, "No such", "f.txt")
print(type(e).__name__, e.errno, e.strerror, e.filename)
print(type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, type(OSError(9999, "x")).__name__)
