space, local = {}, {}
exec("a = 1\nglobal b\nb = 2", space, local)
print(sorted(key for key in space if key != "__builtins__"), local)
print(exec("pass"), exec("v = 3") is None, v)


class Recording(dict):
    def __setitem__(self, key, value):
        print("store", key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("delete", key)
        super().__delitem__(key)


exec("p = 1\nq = p\ndel p", {}, Recording())


def outer():
    captured = 5

    def inner():
        return captured

    return inner


code = outer().__code__
for call in (
    lambda: exec(code),
    lambda: exec("1", [], {}),
    lambda: exec("1", {}, 1),
    lambda: exec("1", {}, closure=()),
    lambda: exec(code, {}, closure=None),
    lambda: exec(code, {}, closure=(1,)),
    lambda: exec(3),
    lambda: exec("if 1:"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
import types

print(exec(code, {}, closure=(types.CellType(9),)))
