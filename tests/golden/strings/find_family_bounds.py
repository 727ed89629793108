"""find, index, rfind, rindex and count with bounds of every kind."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

s = "abcabcabc"
for args in (("abc",), ("abc", 1), ("abc", -3), ("abc", -100), ("abc", 1, 5), ("abc", 1, 6), ("abc", 100), ("", 0), ("", 9), ("", 10), ("", 3, 2), ("c", None, 2), ("c", None, None),
             ("c", 2**70), ("c", -2**70, 2**70), ("abcabcabcd",), ("é",), ("b", True)):
    print(args, s.find(*args), s.rfind(*args), s.count(*args), end=" ")
    for name in ("index", "rindex"):
        try:
            print(getattr(s, name)(*args), end=" ")
        except ValueError as error:
            print(error, end=" ")
    print()
attempt(lambda: s.find(1))
attempt(lambda: s.find("a", "b"))
attempt(lambda: s.find("a", 1.0))
attempt(lambda: s.find())
attempt(lambda: s.count("a", 1, 2, 3))
attempt(lambda: s.find("a", start=1))
attempt(lambda: s.index(b"a"))
attempt(lambda: "ünïcödé".rfind("ö"))
attempt(lambda: "😀a😀".count("😀"))
