import functools
import operator

print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(operator.add, [], "x"), functools.reduce(max, [5]))
print(functools.reduce(lambda a, b: f"({a}{b})", "abcd"), functools.reduce(lambda a, b: [a, b], "abc", None))
for call in (lambda: functools.reduce(operator.add, []), lambda: functools.reduce(operator.add, 5),
             lambda: functools.reduce(operator.add), lambda: functools.reduce(1, [1, 2]),
             lambda: functools.reduce(1, [1]),
             lambda: functools.reduce(operator.add, [1, "a"]), lambda: functools.reduce(operator.add, [1], initial=2)):
    try:
        print(call())
    except TypeError as error:
        print(error)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs, lambda x: x)
print(compose(str, abs, int)("-5"), compose()(7))
nested = {"a": {"b": {"c": 42}}}
print(functools.reduce(operator.getitem, "abc", nested))
calls = []


def stop(a, b):
    calls.append((a, b))
    if b == 3:
        raise StopIteration("from the function")
    return a + b


try:
    functools.reduce(stop, range(6))
except StopIteration as error:
    print(error, calls)
deep = functools.reduce(lambda acc, _: [acc], range(300000), [])
print(len(deep))
del deep
