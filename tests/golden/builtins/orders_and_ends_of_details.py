"""Small things that built-in functions and types do in their own order."""
import sys
import types
import weakref

try:
    bytearray(b"abc").translate(b"1", 1)
except (ValueError, TypeError) as error:
    print(error)
for value in memoryview(b"100"), bytearray(b"100"), b"100":
    try:
        print(int(value, 2))
    except TypeError as error:
        print(error)


def spam():
    if spam.again:
        return 2
    spam.again = True
    list(spam.iterator)
    return 1


spam.again = False
spam.iterator = iter(spam, 2)
print(next(spam.iterator, "exhausted"))
z = 4.25 + 1.5j
print(complex(z) is z)


class Own(complex):
    def __complex__(self):
        return 42j


print(complex(Own(1)), complex(Own(1), 1))
names = dir(list[int])
print({"__origin__", "__args__", "__parameters__", "append"} <= set(names))
numbers = list[int]()
list[int].append(numbers, 3)
print(numbers, list[int].__len__(numbers))


class Config(dict):
    def __getattr__(self, name):
        return self[name]


config = Config()
print("Config" in repr(weakref.ref(config)))


class Thing: pass
class Mine(weakref.ref): pass


thing = Thing()
mine, plain, other = Mine(thing), weakref.ref(thing), Mine(thing)
print(weakref.getweakrefs(thing)[0] is plain, weakref.getweakrefcount(thing))


class Odd(types.ModuleType):
    __dict__ = 8


try:
    dir(Odd("odd"))
except TypeError as error:
    print(error)


class Writes:
    def write(self, text): pass


sys.stdin, kept, sys.stdout = iter, sys.stdout, Writes()
import io
sys.stdin = io.StringIO("typed\n")
line = input("prompt")
sys.stdout = kept
print(line)
print(eval(b"\xef\xbb\xbf1 + 1"))
try:
    eval(b"\xef\xbba")
except SyntaxError as error:
    print(type(error).__name__)


class Refuses(dict):
    def __getitem__(self, key):
        raise LookupError(key)


for namespace in Refuses({"name": 1}), {"__builtins__": Refuses({"name": 1})}:
    try:
        exec(compile("name", "test", "exec"), namespace)
    except LookupError as error:
        print(type(error).__name__, error)


class Bad(Exception):
    def __new__(cls, *arguments):
        return cls


def waits():
    try:
        yield
    except TypeError as error:
        print("inside:", str(error)[:8])


generator = waits()
next(generator)
print(next(iter([generator]), None) is generator)
try:
    generator.throw(Bad)
except StopIteration:
    print("ended")
