# functions, class methods and static methods that have attributes of their own: calls of all kinds, pickles and depth
import copy
import functools
import pickle


def plain(x, y=2):
    return x, y


def wrapped(function):
    @functools.wraps(function)
    def wrapper(*arguments, **named):
        wrapper.calls += 1
        return function(*arguments, **named)
    wrapper.calls = 0
    return wrapper


def marked(x, y=20):
    return x, y

marked.mark = "m"
marked.more = [1]


@wrapped
def counted(x):
    return x * 2


def generator(n):
    yield from range(n)

generator.note = 1


async def coroutine(n):
    return n + 1

coroutine.note = 2


async def awaiting():
    return await coroutine(1), await coroutine(2)


class Shape:
    sides = 0

    def __init__(self, n):
        self.n = n
    __init__.note = "init"

    @classmethod
    def made(cls, n):
        return cls(n)

    @classmethod
    def named(cls):
        return cls.__name__, cls.sides
    named.__func__.note = "class method"

    @staticmethod
    def twice(n):
        return 2 * n

    def area(self):
        return self.n ** 2
    area.unit = "m2"

    def __add__(self, other):
        return Shape(self.n + other.n)
    __add__.note = "+"


class Square(Shape):
    sides = 4

    @classmethod
    def made(cls, n):
        shape = super().made(n)
        shape.n += 1
        return shape


def use():
    results = []
    for i in range(3):
        results.append((plain(i), marked(i), marked(i, 3), marked(y=i, x=1), counted(i), list(generator(i))))
        results.append((Shape.made(i).n, Square.made(i).n, Square.named(), Shape.twice(i), Square(i).area()))
        results.append([kind.named() for kind in (Shape, Square, Shape)])
        results.append((Shape(1) + Shape(i)).n)
    return results

for result in use():
    print(result)
print(counted.calls, counted.__wrapped__(4), marked.mark, Shape.area.unit, Shape.__init__.note, Shape.named.note)
try:
    awaiting().send(None)
except StopIteration as stop:
    print(stop.value)
for function in (plain, marked, counted):
    print(pickle.loads(pickle.dumps(function)) is function, copy.deepcopy([function])[0] is function)


def replaced(cls, *others):
    return "replaced", cls.__name__, others

Shape.made = classmethod(replaced)
print(Shape.made(1), [Shape.made(2) for _ in range(2)])
del Square.made
print(Square.made(3))
Square.made = lambda n: n
print(Square.made(4))


def deep(n):
    return deep(n - 1) + 1 if n else 0

deep.note = 1
print(deep(900))
try:
    deep(10**6)
except RecursionError:
    print("RecursionError")
