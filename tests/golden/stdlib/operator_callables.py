import operator as o
from operator import attrgetter, itemgetter, methodcaller


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Node:
    def __init__(self, name, child=None): self.name, self.child = name, child
    def hello(self, *args, **kwargs): return self.name, args, kwargs
    def __length_hint__(self): return 7


n = Node("top", Node("leaf"))
print(attrgetter("name")(n), attrgetter("name", "child.name")(n), itemgetter(1)("abc"), itemgetter(0, "k")({0: 1, "k": 2}), itemgetter(slice(1, 3))("abcd"))
print(methodcaller("hello", 1, k=2)(n), sorted([(2, "a"), (1, "b")], key=itemgetter(1)), max([n], key=attrgetter("name")).name)
print(repr(attrgetter("a.b", "c")), repr(itemgetter(1, "x")), repr(methodcaller("m", 1, k=2)))
print([getattr(o, name)(7, 3) for name in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor lt le eq ne gt ge is_ is_not".split()])
print(o.neg(3), o.pos(-3), o.invert(5), o.not_(0), o.truth([]), o.abs(-2), o.index(True), o.index(5), o.concat([1], [2]), o.contains("abc", "b"))
print(o.countOf([1, 2, 1], 1), o.indexOf([5, 6], 6), o.length_hint(n), o.length_hint([1]), o.length_hint(5, 9), o.call(max, 1, 2), o.matmul.__name__)
d = {}
o.setitem(d, "a", 1)
print(d, o.getitem(d, "a"), o.delitem(d, "a"), d)
l = [1]
print(o.iadd(l, [2]) is l, l, o.imul(3, 4), o.iconcat(l, [3]), o.isub(5, 1), o.ior({1}, {2}), o.ipow(2, 5), o.ixor(6, 3), o.imod(7, 4))
for wrong in (lambda: attrgetter("x")(n), lambda: attrgetter(5), lambda: itemgetter(9)([]), lambda: o.index("x"), lambda: o.indexOf([], 1),
              lambda: o.concat(1, 2), lambda: methodcaller("nope")(n), lambda: o.length_hint(5, "x")):
    show(wrong)
print(all(hasattr(o, name) for name in o.__all__), o.__add__ is o.add, o.__lt__(1, 2))
