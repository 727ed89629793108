"""What `is` says of constants within one code object, of interned names, and of singletons."""
print(None is None, True is (1 == 1), ... is Ellipsis, NotImplemented is NotImplemented)
a, b = "name", "name"
print(a is b, "a" + "b" is "ab", "x" * 3 is "xxx", (1, 2) is (1, 2) if False else "same constants")


def f():
    return (1, "a"), "constant with spaces", 1.5, frozenset()


print(f()[0] is f()[0], f()[1] is f()[1], f() == f(), type(None)() is None, bool(5) is True, bool(0) is False, int(5) == 5, str("q") is "q", tuple(()) is (), frozenset() == frozenset())
x = [1]
y = x
print(x is y, x is not [1], x == [1], [] is [], {} is {}, (lambda: 1) is (lambda: 1), id(x) == id(y), x is x[:] or "copied")
import sys

s = "".join(["in", "terned"])
print(sys.intern(s) is sys.intern("interned"), s == "interned")
n = float("nan")
print(n == n, n in [n], [n] == [n], (n,) == (n,), {n: 1}.get(n), n != n, [n].index(n), [n].count(n), {n} == {n}, n is n)
