"""With several targets or nested ones each is bound as soon as its value is known."""
i = 0
x = [0, 0, 0]
i, x[i] = 1, 5
print(i, x)
i = 0
x[i], i = 9, 2
print(i, x)
a = b = c = []
a.append(1)
print(b, c is a)
x = x[0] = [7, 8]
print(x)
(a, (b, *c)), d = (1, "xyz"), 4
print(a, b, c, d)
[a, *[b, c]] = 1, 2, 3
print(a, b, c)
first, *_, last = range(5)
print(first, _, last)
*a, = "ab"
print(a)
(a), (b) = 1, 2
print(a, b)
[] = ()
() = []
print("empty targets")
for bad in ([1], "ab", {}, iter([1])):
    try:
        [] = bad
        print("fine", bad)
    except ValueError as error:
        print(error)


class Target:
    def __setattr__(self, name, value):
        print("set", name, value)

    def __setitem__(self, key, value):
        print("item", key, value)


t = Target()
t.a, t["b"] = t["d"], t.e = (1, 2)
t.f, (t.g, *t.h) = 1, "abc"
