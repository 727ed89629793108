"""The extra attributes of OSError, ImportError, SyntaxError, UnicodeError, StopIteration, SystemExit and others."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for make in ((lambda: OSError()), (lambda: OSError(2)), (lambda: OSError(2, "no")), (lambda: OSError(2, "no", "file")), (lambda: OSError(2, "no", "file", None, "file2")), (lambda: OSError(13, "perm")), (lambda: OSError(9999, "odd")), (lambda: OSError("a", "b")), (lambda: OSError(1, 2, 3, 4, 5, 6)), (lambda: BlockingIOError(11, "x", 5)), (lambda: FileNotFoundError(2, "no", b"bytes")), (lambda: OSError(17, "e", "f"))):
    e = make()
    print(repr(e), str(e), e.args, e.errno, e.strerror, e.filename, e.filename2)
attempt(lambda: OSError(2, "no").characters_written)
attempt(lambda: BlockingIOError(11, "x", 5).characters_written)
for make in ((lambda: ImportError("m", name="n", path="p")), (lambda: ModuleNotFoundError("m")), (lambda: ImportError("a", "b")), (lambda: ImportError())):
    e = make()
    print(repr(e), str(e), e.name, e.path, e.msg, e.name_from)
attempt(lambda: ImportError("a", nope=1))
for make in ((lambda: SyntaxError()), (lambda: SyntaxError("m")), (lambda: SyntaxError("m", ("f", 1, 2, "text"))), (lambda: SyntaxError("m", ("f", 1, 2, "text", 3, 4))), (lambda: IndentationError("m", (None, 5, None, None)))):
    e = make()
    print(repr(e), str(e), e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)
attempt(lambda: SyntaxError("m", ("f", 1)))
attempt(lambda: SyntaxError("m", 5))
for make in ((lambda: StopIteration()), (lambda: StopIteration(5)), (lambda: StopIteration(1, 2)), (lambda: StopAsyncIteration(1))):
    e = make()
    print(repr(e), getattr(e, "value", "none"))
for make in ((lambda: SystemExit()), (lambda: SystemExit(5)), (lambda: SystemExit("a", "b"))):
    e = make()
    print(repr(e), e.code)
e = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad")
print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
e.start, e.end = 0, 100
print(e)
attempt(lambda: UnicodeDecodeError("utf-8", "text", 0, 1, "r"))
attempt(lambda: UnicodeEncodeError("ascii", "é", 0, 1))
print(UnicodeEncodeError("ascii", "aéé", 1, 3, "r"), UnicodeTranslateError("aé", 1, 2, "r"), KeyError("k"), KeyError("a", "b"), KeyError(), repr(KeyError("'")), AttributeError("a", name="n", obj=5).obj, NameError("n", name="x").name)
