import operator
from operator import attrgetter, itemgetter, methodcaller

print(itemgetter(1)("abc"), itemgetter(2, 0)("abc"), itemgetter("k")({"k": 5}), itemgetter(slice(1, None))("abc"), attrgetter("real", "imag")(3), attrgetter("__class__.__name__")(3), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(repr(itemgetter(1, 2)), repr(attrgetter("a.b")), repr(methodcaller("f", 1, k=2)), operator.length_hint([1, 2]), operator.length_hint(iter("abc")), operator.length_hint(object(), 7))
print(operator.index(True), operator.concat([1], [2]), operator.countOf("banana", "a"), operator.indexOf("banana", "n"), operator.contains("abc", "b"), operator.truth([]), operator.not_(0), operator.is_not(None, 0), operator.inv(5), operator.matmul.__name__, operator.call(len, "abc"))
items = [1, 2, 3]
operator.setitem(items, 0, 9)
operator.delitem(items, 1)
print(items, operator.iadd(items, [5]), operator.iconcat(items, (6,)), operator.getitem(items, slice(0, 2)), operator.pow(2, 5), operator.lshift(1, 4), operator.xor(5, 1))
for call in (lambda: itemgetter(), lambda: itemgetter(5)("abc"), lambda: attrgetter(), lambda: attrgetter(5), lambda: attrgetter("nope.x")(1), lambda: methodcaller(), lambda: methodcaller(5), lambda: operator.index(1.5), lambda: operator.concat(1, 2), lambda: operator.indexOf("abc", "z"), lambda: operator.length_hint([], "a"), lambda: operator.add(1), lambda: operator.add(1, "a"), lambda: itemgetter(1)(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
