"""deque: maxlen, rotation, insertion, slices that are refused, mutation while iterating, comparison."""
import collections
import copy


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

D = collections.deque
d = D("abc", maxlen=4)
d.append("d"); d.append("e"); d.appendleft("z")
print(d, d.maxlen, len(d), d[0], d[-1], "c" in d, d.index("c"), d.count("c"), list(reversed(d)))
d.rotate(); print(d)
d.rotate(-2); print(d)
d.rotate(100); print(d)
d.extend("xy"); print(d)
d.extendleft("12"); print(d)
d.reverse(); print(d, d.pop(), d.popleft(), d)
d.insert(1, "in"); print(d)
d.remove("in"); d[0] = "set"; del d[-1]; print(d)
for bad in ((lambda: D().pop()), (lambda: D().popleft()), (lambda: D("a")[1]), (lambda: D("ab")[0:1]), (lambda: D("a")["x"]), (lambda: D(5)), (lambda: D("a", -1)), (lambda: D("a", maxlen=None)), (lambda: D(maxlen=2).insert(0, 1)), (lambda: D("ab", 2).insert(0, 1)), (lambda: D("a").remove("z")), (lambda: D("a").index("z")), (lambda: D("abc").index("a", 1)), (lambda: D() < [1]), (lambda: D("a") + "b"), (lambda: D("a") + D("b")), (lambda: D("ab") * 2), (lambda: D("ab", 3) * 2), (lambda: D("a") * -1), (lambda: D("a") == ["a"]),
            (lambda: D("a") < D("b")), (lambda: hash(D())), (lambda: D("a").rotate("x")), (lambda: D("a", maxlen=0).append(1)), (lambda: setattr(D(), "maxlen", 1)), (lambda: D("a").extend(5)), (lambda: D(iterable="ab", maxlen=1)), (lambda: D.fromkeys)):
    attempt(bad)


def mutate():
    x = D("abc")
    for item in x:
        x.append(item)


attempt(mutate)
e = D([1, [2]])
s, p = copy.copy(e), copy.deepcopy(e)
e[1].append(3)
e.extend(e)
print(s, p, e, e.copy() == e)
e += [9]
e *= 2
print(len(e), e.clear(), e, bool(e))
e.append(e)
print(e)
