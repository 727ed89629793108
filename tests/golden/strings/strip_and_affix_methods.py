"""strip takes a set of characters, removeprefix and removesuffix whole affixes."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

s = "xxabcxx"
print(s.strip("x"), s.lstrip("x"), s.rstrip("x"), s.strip("cx"), s.strip(""), s.strip(None), "\t a\u3000\n".strip(), "\x1fa\x1c".strip())
print(s.removeprefix("x"), s.removeprefix("xx"), s.removeprefix(""), s.removeprefix(s), s.removesuffix("cxx"), s.removesuffix("y"), "ab".removesuffix(""))
print(s.startswith("xx"), s.startswith(("a", "x")), s.startswith(()), s.endswith("x", 0, 3), s.startswith("a", 2), s.startswith("", 7), s.startswith("", 8),
      s.endswith("", -100), s.startswith("x", -2, -1))
attempt(lambda: s.strip(1))
attempt(lambda: s.strip(b"x"))
attempt(lambda: s.strip("x", "y"))
attempt(lambda: s.removeprefix(1))
attempt(lambda: s.removeprefix(("x",)))
attempt(lambda: s.removeprefix())
attempt(lambda: s.startswith(["x"]))
attempt(lambda: s.startswith(("x", 1)))
attempt(lambda: s.startswith((1, "x")))
attempt(lambda: s.startswith("x", "y"))
attempt(lambda: s.startswith("x", None, None))
attempt(lambda: s.endswith())
