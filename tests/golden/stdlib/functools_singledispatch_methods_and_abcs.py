# Dispatch on classes, abstract classes, unions and annotations; as methods and class methods.
import collections.abc
import functools


@functools.singledispatch
def shown(value, *more):
    return f"object {value!r}"


@shown.register
def _(value: int | float, *more):
    return f"number {value} {more}"


@shown.register(collections.abc.Mapping)
def _(value, *more):
    return "mapping " + ", ".join(f"{shown(key)}: {shown(item)}" for key, item in value.items())


@shown.register
def _(value: collections.abc.Sized):
    return f"sized {len(value)}"


class Sizes(collections.abc.Mapping):
    def __getitem__(self, key):
        return key * 2

    def __iter__(self):
        return iter("ab")

    def __len__(self):
        return 2


print(shown(1, 2), shown(True), shown(2.5), shown([1]), shown(Sizes()), shown(None), sep="\n")
print(shown.dispatch(dict) is shown.dispatch(Sizes), len(shown.registry), shown.dispatch(bool).__name__)


class Formatter:
    @functools.singledispatchmethod
    def format(self, value):
        raise NotImplementedError(type(value).__name__)

    @format.register
    def _(self, value: str):
        return value.upper()

    @format.register(list)
    def _(self, value):
        return [self.format(item) for item in value]

    @functools.singledispatchmethod
    @classmethod
    def build(cls, value):
        return cls, value

    @build.register
    @classmethod
    def _(cls, value: int):
        return cls, value + 1


print(Formatter().format(["a", ["b"]]), Formatter.build(1)[1], Formatter.build("x")[1])
for attempt in [lambda: Formatter().format(1), lambda: shown(), lambda: shown.register(lambda x: x),
                lambda: shown.register(3)]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error.args[0] if "lambda" not in str(error) else "lambda")


class A: pass
class B: pass


@functools.singledispatch
def both(value): return "object"


collections.abc.Sized.register(A)
collections.abc.Iterable.register(A)
both.register(collections.abc.Sized, lambda value: "sized")
both.register(collections.abc.Iterable, lambda value: "iterable")
try:
    both(A())
except RuntimeError as error:
    print(str(error).startswith("Ambiguous dispatch"))
