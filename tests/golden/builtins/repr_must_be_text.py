class Returns:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return self.value


class MyText(str):
    pass


print(repr(Returns("fine")), type(repr(Returns(MyText("sub")))).__name__, str(Returns("via repr")))
for value in (None, 3, b"x"):
    for function in (repr, str, "{}".format, "%s".__mod__, "%r".__mod__):
        try:
            function(Returns(value))
        except TypeError as error:
            print(error)


class Failing:
    def __repr__(self):
        raise LookupError("no repr")


for call in (lambda: repr([Failing()]), lambda: f"{Failing()!r}", lambda: str((Failing(),))):
    try:
        call()
    except LookupError as error:
        print(error)
