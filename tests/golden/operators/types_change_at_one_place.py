def add(a, b): return a + b
print([add(*p) for p in ((1, 2), (1.5, 2), ("a", "b"), ([1], [2]), (1, True), (2**60, 2**60), (1j, 1), ((1,), ()), (b"a", b"b"), (1, 2))])
def lt(a, b): return a < b
print([lt(*p) for p in ((1, 2), ("a", "b"), (1.5, 1), ([1], [2]), (2**70, 1), (1, 2**70), ((1,), (2,)), (1, 2))])
def item(o, k): return o[k]
print([item(*p) for p in (([1, 2], 1), ((1, 2), 0), ("abc", -1), ({"k": "v"}, "k"), (range(5), 3), (b"ab", 0), ([1, 2], -2))])
def loop(it): return [x for x in it]
print([loop(i) for i in ([1], (2,), "ab", {3: 4}, {5}, range(2), iter([6]), (x for x in [7]), b"a", {"k": 1}.items())])
for f, a in ((add, (1, "a")), (lt, (1, "a")), (item, ([1], 5)), (loop, (5,))):
    try:
        f(*a)
    except Exception as e:
        print(type(e).__name__, e)
