import operator as op


class Inplace:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        raise AttributeError(name)

    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return "from iadd"

    def __index__(self):
        return 3

    def __concat__(self, o):
        return "no"


for text in """
op.add(1, 2.5), op.add("a", "b"), op.concat([1], [2]), op.mul("ab", 2), op.truediv(7, 2), op.floordiv(-7, 2), op.mod("%d", 5), op.pow(2, -1), op.matmul.__name__
op.concat(1, 2)
op.iconcat([1], (2,)), op.iadd([1], (2,)), op.iadd(Inplace(), 5), op.imul([1], 2), op.ior({1}, {2}), op.isub(5, 3), op.ixor(5, 1)
op.iadd((1,), [2])
op.index(Inplace()), op.index(True)
op.index(1.5)
op.not_([]), op.truth("x"), op.is_(None, None), op.is_not(1, None), op.inv(5), op.invert(True), op.pos(-3), op.neg(True), op.abs(-2.5)
op.contains("abc", "b"), op.countOf([1, True, 1.0, 2], 1), op.indexOf("hello", "l"), op.length_hint([1, 2]), op.length_hint(iter([1])), op.length_hint(5, 9)
op.indexOf([1], 2)
op.contains(5, 1)
op.countOf(5, 1)
op.length_hint(5, "x")
op.getitem({"a": 1}, "a"), op.getitem([1, 2, 3], slice(1)), op.setitem(d := {}, "k", 1), d, op.delitem(d, "k"), d
op.delitem((1,), 0)
op.itemgetter(1)("abc"), op.itemgetter(0, -1)("abc"), op.itemgetter(slice(1, None))([1, 2, 3]), op.itemgetter("x", "y")({"x": 1, "y": 2}), repr(op.itemgetter(1, "a"))
op.itemgetter()
op.itemgetter(1)
op.itemgetter(5)("abc")
op.itemgetter(1)(1, 2)
op.attrgetter("real")(5), op.attrgetter("real", "imag")(3j), op.attrgetter("__class__.__name__")(5), repr(op.attrgetter("a.b", "c"))
op.attrgetter("x.y")(5)
op.attrgetter(5)
op.attrgetter()
op.attrgetter("a..b")(5)
op.methodcaller("upper")("abc"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), repr(op.methodcaller("f", 1, k=2))
op.methodcaller()
op.methodcaller(5)
op.methodcaller("nope")("x")
op.methodcaller("upper")()
op.lt(1, 2), op.eq([1], [1]), op.ge("b", "a"), op.ne(1, 1.0), op.__lt__ is op.lt, op.call(max, 1, 2), op.call(dict, a=1)
op.lt(1, "a")
op.call()
op.lshift(1, 100), op.rshift(-1, 5), op.and_(6, 3), op.or_(True, False), op.xor({1, 2}, {2, 3})
op.lshift(1, -1)
op.itemgetter(1) == op.itemgetter(1), sorted([(1, "b"), (0, "c"), (1, "a")], key=op.itemgetter(0)), sorted("abc", key=op.methodcaller("__neg__") if 0 else op.neg if 0 else ord)
__import__("pickle").loads(__import__("pickle").dumps(op.itemgetter(1, 2)))("abc"), __import__("copy").copy(op.attrgetter("real"))(7), op.itemgetter(1).__reduce__()[1]
len(op.__all__), [n for n in op.__all__ if n.startswith("i")], op.add.__doc__, op.itemgetter.__module__, op.attrgetter("a").__class__.__name__
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
