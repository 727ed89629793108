print("-".join("abc"), "".join([]), ", ".join(["x"]), "-".join({"k": 1, "l": 2}), "".join(str(n) for n in range(5)), "é".join(["a", "😀"]))
only = "alone"
print("".join([only]) is only, "x".join((only,)) is only)


class Text(str):
    def __str__(self):
        return "not used"


print("+".join([Text("a"), Text("b")]), type("".join([Text("a")])).__name__)
for call in (lambda: "".join([1]), lambda: "".join(["a", None, 2]), lambda: "".join(3), lambda: "".join(), lambda: ",".join(["a", b"b"]), lambda: "".join(["a"], ["b"])):
    try:
        print(call())
    except TypeError as error:
        print(error)


def failing():
    yield "a"
    raise LookupError("while joining")


try:
    "".join(failing())
except LookupError as error:
    print(error)
