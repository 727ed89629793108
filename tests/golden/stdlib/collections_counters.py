from collections import Counter


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


c = Counter("abracadabra")
print(c, c["a"], c["z"], "z" in c, c.most_common(2), c.most_common(), c.total(), len(c))
print(sorted(c.elements()), Counter(a=2, b=-1), Counter({"x": 1}), Counter(), Counter([1, 1, 2]), dict(c))
c.update("zz")
c.subtract({"a": 6})
print(c, +c, -c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=4)
print(a + b, a - b, a & b, a | b, a == b, a <= b, a < a, a >= Counter(a=1), a == Counter(a=3, b=1, q=0), a != b)
a += b
print(a)
a -= Counter(c=10)
a &= Counter(a=2, b=9)
a |= Counter(q=1, a=-5)
print(a, a.copy() is a)
del a["nothing"], a["q"]
print(a, Counter(a=1) + Counter(a=-1), repr(Counter({1: "x", 2: 3})))
show(lambda: Counter.fromkeys("ab"))
show(lambda: Counter(1))
show(lambda: Counter() + 5)


class Words(Counter):
    pass


print(Words("aab"), Words("aab").copy(), type(Words("a") + Words("b")).__name__)
for word, count in Counter("the cat the dog the".split()).most_common(1):
    print(word, count)
