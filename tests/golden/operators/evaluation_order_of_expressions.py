"""Operands are evaluated from left to right, in displays, calls, slices, subscripts and assignments."""
trace = []


def t(name, value=None):
    trace.append(name)
    return name if value is None else value


def show():
    print(" ".join(map(str, trace)))
    trace.clear()


{t("k1"): t("v1"), **t("m", {"z": 1}), t("k2"): t("v2")}
show()
[t("a"), *t("b"), t("c")]
show()


def f(*args, **kwargs):
    trace.append("call")
    return f


t("f", f)(t("a"), *t("b", [1]), k=t("c"), **t("d", {"x": 1}))
show()
t("obj", {"i": 0})[t("i")] = t("value")
show()
x = [0] * 5
t("list", x)[t("lo", 0):t("hi", 4):t("step", 2)] = t("new", [1, 2])
show()
d = {"k": 1}
t("d", d)[t("k")] += t("more", 5)
show()
(t("a", 1) + t("b", 2) * t("c", 3) ** t("d", 2)) - t("e", 1)
show()
t("a", 1) < t("b", 2) < t("c", 0) < t("never", 1)
show()
t("x", 0) and t("y", 1) or t("z", 2) and t("w", 3)
show()
t("yes", 1) if t("test", 0) else t("no", 2)
show()


class C:
    pass


t("left", C()).attr, t("right", d)[t("key")] = t("v1"), t("v2")
show()
lambda a=t("default"): t("body")
show()


@t("deco1", lambda c: (trace.append("apply1"), c)[1])
@t("deco2", lambda c: (trace.append("apply2"), c)[1])
class D(t("base", object), metaclass=t("meta", type)):
    trace.append("body")


show()


def annotated(a: t("ann a") = t("def a"), *b: t("ann b"), c: t("ann c") = t("def c")) -> t("returns"):
    pass


show()
assert t("ok", 1), t("message")
show()
del t("d", d)[t("k")], t("x", x)[t("zero", 0)]
show()
f"{t('one')}{t('two'):{t('spec', '>4')}}"
show()
