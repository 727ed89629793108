x = "global"


class Outer:
    x = "outer"

    class Inner:
        seen = x

        def method(self):
            return x

    def method(self):
        return x

    lazy = lambda self: x
    default = lambda self, value=x: value
    listed = [x for _ in range(1)]


def function():
    x = "function"

    class Local:
        seen = x
        x = "rebound"
        after = x

    class Global:
        global x
        seen = x

    class Nonlocal:
        nonlocal x
        x = "changed by the class"

    return Local.seen, Local.after, Global.seen, x, hasattr(Nonlocal, "x")


print(Outer.Inner.seen, Outer.Inner().method(), Outer().method(), Outer().lazy(), Outer().default(), Outer.listed)
try:
    print(function())
except NameError as error:
    print(type(error).__name__, error)


class Conditional:
    if x == "global":
        def chosen(self):
            return "first"
    else:
        def chosen(self):
            return "second"
    for name in ("a", "b"):
        locals()[name] = name.upper()
    del name


print(Conditional().chosen(), Conditional.a, Conditional.b, hasattr(Conditional, "name"))
