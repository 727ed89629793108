"""The functions of operator, their in-place forms, getters and method callers."""
import operator as op


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(op.add(1, 2), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 1, 2], 1), op.indexOf("abc", "c"), op.getitem({"a": 1}, "a"), op.truth([]), op.not_(0), op.is_(None, None), op.is_not(1, None), op.index(True), op.inv(5), op.neg(-3), op.pos(True), op.abs(-2), op.matmul.__name__, op.mod("%s", 1), op.pow(2, 3), op.floordiv(-7, 2), op.truediv(1, 4), op.lshift(1, 4), op.xor(5, 3), op.and_(6, 3), op.or_(4, 1), op.eq(1, 1.0), op.lt("a", "b"), op.call(max, 1, 2), op.length_hint([1, 2]))
x = [1]
print(op.iadd(x, [2]) is x, x, op.iconcat(x, [3]), op.imul(2, 3), op.setitem(x, 0, 9), op.delitem(x, 1), x, op.isub({1, 2}, {1}))
g = op.itemgetter(1, -1)
a = op.attrgetter("real", "imag.real")
m = op.methodcaller("split", "b", maxsplit=1)
print(g("abc"), op.itemgetter(slice(1, None))("abc"), op.itemgetter("k")({"k": 1}), a(3 + 4j), op.attrgetter("real")(5), m("abcb"), g, a, m, op.itemgetter(0))
for bad in ((lambda: op.itemgetter()), (lambda: op.attrgetter()), (lambda: op.methodcaller()), (lambda: op.attrgetter(5)), (lambda: op.methodcaller(5)), (lambda: g("a")), (lambda: g(5)), (lambda: a("x")), (lambda: m(5)), (lambda: op.attrgetter("a.b.")(5)), (lambda: op.indexOf([1], 5)), (lambda: op.countOf(5, 1)), (lambda: op.concat(1, 2)), (lambda: op.iconcat([1], 5)), (lambda: op.getitem([], 0)), (lambda: op.index(1.5)), (lambda: op.add(1)), (lambda: op.add("a", 1)), (lambda: op.contains(5, 1)), (lambda: op.setitem((), 0, 1)), (lambda: op.delitem({}, "x")), (lambda: op.not_()), (lambda: op.call()), (lambda: op.call(5)), (lambda: g("ab", "c")), (lambda: op.itemgetter(k=1))):
    attempt(bad)
print(sorted(n for n in op.__all__ if n.startswith("i"))[:6], op.__add__ is op.add, op.itemgetter(1) == op.itemgetter(1))
