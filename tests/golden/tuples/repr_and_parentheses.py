print((), (1,), (1, 2), ((),), ((1,), 2), tuple("a"), (1, (2, (3,))), ("a", b"b", None, 1.0))
x = 1,
y = 1, 2
print(x, y, (1), type((1)).__name__, type((1,)).__name__)
recursive = ([],)
recursive[0].append(recursive)
print(recursive)


class Pair(tuple):
    pass


p = Pair((1, 2))
print(p, repr(p), type(p + ()).__name__, type(p[:]).__name__, type(p * 1).__name__, p == (1, 2), hash(p) == hash((1, 2)), {(1, 2): "found"}[p])
p.extra = 1
print(p.extra, Pair(), Pair("ab"))
for call in (lambda: Pair(1, 2), lambda: Pair(x=1), lambda: tuple.__new__(Pair, 3)):
    try:
        print(call())
    except TypeError as error:
        print(error)
