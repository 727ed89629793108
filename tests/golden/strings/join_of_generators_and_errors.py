"""join takes any iterable of texts, names the item that is wrong, and passes errors on."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(",".join("abc"), "".join([]), ", ".join({"a": 1, "b": 2}), "-".join(str(i) for i in range(3)), "x".join(["one"]), ",".join(("a", "")))


class It:
    def __iter__(self):
        yield "a"
        raise KeyError("inside")


class Sub(str):
    pass


attempt(lambda: ",".join(It()))
attempt(lambda: ",".join(["a", 1, None]))
attempt(lambda: ",".join([b"a"]))
attempt(lambda: ",".join(["a", ["b"]]))
attempt(lambda: ",".join(5))
attempt(lambda: ",".join(None))
attempt(lambda: ",".join("a", "b"))
attempt(lambda: type(Sub(",").join(["a"])).__name__)
attempt(lambda: type("".join([Sub("a")])).__name__)
attempt(lambda: b",".join([b"a", bytearray(b"b"), memoryview(b"c")]))
attempt(lambda: b",".join(["a"]))
attempt(lambda: b",".join([b"a", 1]))
attempt(lambda: b",".join(b"ab"))
attempt(lambda: bytearray(b"-").join([b"x", b"y"]))
attempt(lambda: ",".join(map(str, (1, 2.5, None))))
attempt(lambda: "é".join(["a", "😀"]))
