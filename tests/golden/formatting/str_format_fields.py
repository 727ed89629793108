class Thing:
    attribute = {"key": [10, 20]}

    def __getitem__(self, key):
        return f"item {key!r}"


t = Thing()
print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{x} {0}".format(0, x=1), "{{}} {{{}}}".format(5), "{0.attribute[key][1]} {0[3]} {0[a b]} {0[-1]}".format(t), "{0[0]}{1[k]}".format([1], {"k": 2}))
print("{:{}}|{:{width}.{precision}f}|{!r:>5}|{!s}|{!a}".format("a", ">3", 3.14159, "q", "s", "é", width=8, precision=2), "{0:{1[w]}}".format("x", {"w": 3}), "{:%Y}".format(type("D", (), {"__format__": lambda s, f: f})()), "{0}{0}".format("twice"))
for text, arguments in (("{", ()), ("}", ()), ("{}", ()), ("{0} {}", (1, 2)), ("{} {0}", (1, 2)), ("{x}", ()), ("{2}", (1,)), ("{0.nope}", (1,)), ("{0[9]}", ([1],)), ("{0[k]}", ({},)), ("{0!z}", (1,)), ("{0!}", (1,)), ("{0!rr}", (1,)), ("{:d}", ("a",)), ("{0[}", ([1],)), ("{0[]}", ([1],)), ("{0.}", (1,)), ("{0[1]x}", ([1, 2],)), ("{a b}", ()), ("{:{:{}}}", (1, 2, 3)), ("{:{}", (1, 2)), ("{-1}", (1,)), ("{ 0}", (1,)), ("{0:x", (1,)), ("a}b", ())):
    try:
        print(text.format(*arguments))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
