"""The left operand answers first; NotImplemented passes the question on, other results do not."""
import operator

names = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split()


def make(tag, answer, reflected):
    body = {}
    for name in names:
        def method(self, other, name=name):
            print(f"{tag}.__{name}__", end=" ")
            return answer

        def back(self, other, name=name):
            print(f"{tag}.__r{name}__", end=" ")
            return reflected

        body[f"__{name}__"] = method
        body[f"__r{name}__"] = back
    return type(tag, (), body)


No = make("No", NotImplemented, NotImplemented)
Yes = make("Yes", "left", "right")
for name in names:
    function = getattr(operator, {"and": "and_", "or": "or_"}.get(name, name))
    print(function(No(), Yes()), function(Yes(), No()), end=" ")
    try:
        function(No(), No())
    except TypeError as error:
        print(error)
print(divmod.__name__, end=" ")
try:
    divmod(No(), Yes())
except TypeError as error:
    print(error)
