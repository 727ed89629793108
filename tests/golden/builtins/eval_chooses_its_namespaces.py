x = "global"


class Lookup(dict):
    def __missing__(self, key):
        return f"missing {key}"


def inner():
    x = "local"
    return eval("x"), eval("x", globals()), eval("x", {"x": "given"}), eval("x", {}, {"x": "given local"})


print(inner())
print(eval("anything", {}, Lookup()), eval("  1 + 1  "), eval("\t3\n"), eval(b"2 * 4"))
print(eval("[x for x in range(3)]"), eval(compile("x", "<s>", "eval")), eval("(lambda: x)()"))
space = {}
eval("1", space)
print(list(space))
print(eval("a + b", globals={"a": 1}, locals={"b": 2}))
for arguments in (("x = 1",), (1,), ("x", 3), ("x", {}, 3), ("y", {}), ("x\0",)):
    try:
        print(eval(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
