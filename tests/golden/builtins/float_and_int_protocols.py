class Floated:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class Inted:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


class Truncated:
    def __trunc__(self):
        return 5


class Indexed:
    def __index__(self):
        return 7


class MyFloat(float):
    pass


class MyInt(int):
    pass


import warnings

warnings.simplefilter("error")
print(float(Floated(1.5)), float(Indexed()), int(Inted(3)), int(Indexed()))
for call in (
    lambda: float(Floated(1)),
    lambda: float(Floated(MyFloat(2.0))),
    lambda: float(Floated("x")),
    lambda: int(Inted(1.0)),
    lambda: int(Inted(MyInt(2))),
    lambda: int(Inted("x")),
    lambda: int(Truncated()),
    lambda: float(Truncated()),
    lambda: int(Floated(1.5)),
):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
