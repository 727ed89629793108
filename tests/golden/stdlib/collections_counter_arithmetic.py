from collections import Counter

c, d = Counter(a=3, b=1, z=-1), Counter(a=1, b=2)
print(c + d, c - d, c & d, c | d, +c, -c, c == d, c <= d, Counter("aab") >= Counter("a"), Counter(a=1) == Counter(a=1, b=0))
print(c.most_common(2), c.total(), list(d.elements()), c["missing"], "missing" in c, Counter("hello").most_common())
c.update("ab")
c.subtract({"a": 5, "q": 1})
print(c)
c += d
print(c, type(c).__name__)
del c["never there"]
print(Counter([1, 2, 2]), Counter({"k": "v"}), Counter(x=1, y=1).most_common(1), repr(Counter()), Counter(None), dict(Counter("ab") - Counter("b")))
for call in (lambda: Counter(5), lambda: Counter([[]]), lambda: Counter.fromkeys("ab", 1), lambda: Counter("a", "b"), lambda: Counter("a") + 1, lambda: Counter("a").update(3), lambda: Counter({"a": "x"}) + Counter({"a": 1})):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
