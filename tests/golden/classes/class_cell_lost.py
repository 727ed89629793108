# A metaclass that loses the cell of __class__, or takes that of another class, is told so.
class Loses(type):
    def __new__(cls, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(cls, name, bases, namespace)


try:
    class Lost(metaclass=Loses):
        def method(self):
            return __class__
except RuntimeError as error:
    print(error)


class Swaps(type):
    def __new__(cls, name, bases, namespace):
        made = super().__new__(cls, name, bases, namespace)
        if name == "Swapped":
            type.__new__(cls, "Other", bases, namespace)
        return made


try:
    class Swapped(metaclass=Swaps):
        def method(self):
            return __class__
except TypeError as error:
    print(error)
