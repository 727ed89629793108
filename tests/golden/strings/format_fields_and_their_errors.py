"""Fields by place, name, attribute and item, and each message about a wrong one."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class A:
    def __repr__(self):
        return "A()"

    x = 1
    items = [10, 20]


a = A()
for template in ("{0.x}", "{0.items[1]}", "{a.x}", "{0[0]}", "{0[-1]}", "{0[a]}", "{0.missing}", "{0.items[9]}", "{}{1}", "{1}{}", "{", "}", "{{}}",
                 "{{{0.x}}}", "{0", "{0!}", "{0!x}", "{0!r", "{0!rs}", "{ 0}", "{0 }", "{a", "{0.}", "{0.x.}", "{0[}", "{0[]}", "{0[1]x}", "{.x}",
                 "{[0]}", "{a[0]}", "{-1}", "{00}", "{0x}", "{5}", "{b}", "{!r}", "{:}", "{0.x!s:>4}", "{:{:{}}}"):
    attempt(lambda: template.format(a, a=a))
attempt(lambda: "{0[k]} {0[1]}".format({"k": "str", 1: "int", "1": "text"}))
attempt(lambda: "{0[a b]} {0[]x]}".format({"a b": 1}))
attempt(lambda: "{} {}".format(1))
attempt(lambda: "{:d}".format("x"))
attempt(lambda: "{:s}".format(5))
attempt(lambda: "{}".format())
attempt(lambda: "}{".format())
attempt(lambda: "{:%Y-%m}".format(__import__("datetime").date(2020, 5, 1)))
