# calls of bound methods kept in variables: plain ones, generators, coroutines, and with wrong arguments
import sys


class Counter:
    def __init__(self, start):
        self.count = start

    def plain(self, by):
        self.count += by
        return self.count

    def default(self, by=2, *, twice=False):
        self.count += by * (1 + twice)
        return self.count

    def generator(self, n):
        for i in range(n):
            yield self.count + i

    async def coroutine(self, n):
        return self.count, n

    def rest(self, *others, **named):
        return self.count, others, named

    @classmethod
    def of_class(cls, n):
        return cls.__name__, n

    def closing(self):
        def inner():
            return self.count
        return inner()


def call(function, *arguments):
    results = []
    for _ in range(3):
        results.append(function(*arguments))
    return results


def one(function, argument):
    result = None
    for _ in range(3):
        result = function(argument)
    return result


def none(function):
    result = None
    for _ in range(3):
        result = function()
    return result

counter = Counter(10)
print(one(counter.plain, 5), one(counter.default, 1), none(counter.default), none(counter.closing))
print(list(one(counter.generator, 3)), one(counter.rest, 1), one(counter.of_class, 4))
coroutine = one(lambda n: None, 1) or Counter(1).coroutine
kept = [coroutine(n) for n in (1, 2)]
for waiting in kept:
    try:
        waiting.send(None)
    except StopIteration as stop:
        print(stop.value)


async def awaits(method):
    return await method(3), await method(4)

for method in (counter.coroutine, Counter(2).coroutine, counter.coroutine):
    try:
        awaits(method).send(None)
    except StopIteration as stop:
        print(stop.value)


def mixed(functions):
    return [function(2) for function in functions for _ in range(2)]

methods = [counter.plain, counter.default, counter.rest, counter.of_class, abs, str, lambda x: x, counter.plain]
print([result for result in mixed(methods)])
print([list(made) for made in mixed([counter.generator, Counter(7).generator])])
for wrong in (lambda: none(counter.plain), lambda: one(none, counter.plain), lambda: call(counter.plain, 1, 2)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(sys.getrefcount(methods[0]), one(methods[0], 0), sys.getrefcount(methods[0]))


class Noisy(Counter):
    def __del__(self):
        print("del", self.count)


def ending(method):
    method(1)
    method(2)

ending(Noisy(0).plain)


class Recursive:
    def down(self, n):
        again = self.down
        return again(n - 1) + 1 if n else 0

print(Recursive().down(100))
try:
    Recursive().down(10**6)
except RecursionError as error:
    print("RecursionError")
