"""What eval refuses as an expression."""


def attempt(*args):
    try:
        print(repr(eval(*args)))
    except BaseException as error:
        print(type(error).__name__, error)


attempt("(*a)", {"a": [2]})
attempt("a = 1")
attempt("a := 1")
attempt("(a := 1)")
attempt("\n1\n")
attempt("  1")
attempt("\t\t1 ")
attempt("1;")
attempt("1 2")
attempt("return 1")
attempt("yield 1")
attempt("await x")
attempt("def f(): pass")
attempt("# only a comment")
attempt("1 # trailing")
attempt("1\\\n+1")
attempt(1)
attempt(b"1+1")
attempt(bytearray(b"1+1"))
attempt(memoryview(b"1+1"))
attempt(compile("x=1", "f", "exec"))
attempt("1", [])
attempt("1", {}, 5)
attempt("x", {"x": 1}, {"x": 2})
attempt("a\0b")
