"""The name is deleted after its clause; sys.exc_info and sys.exception follow nesting."""
import sys


def state():
    error = sys.exception()
    return type(error).__name__, sys.exc_info()[0] is type(error) if error else sys.exc_info()


e = "outer"
try:
    raise ValueError(1)
except ValueError as e:
    print(state(), e.args)
    try:
        raise KeyError(2)
    except KeyError as e:
        print(state())
    print(state())
    try:
        e
    except NameError as error:
        print(error)
print(state())
try:
    e
except NameError as error:
    print(error)


def f():
    try:
        raise ValueError
    except ValueError as x:
        x = 5
        print(x)
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    try:
        raise ValueError
    except ValueError as x:
        del x
    return state()


print(f())


def gen():
    print("gen", state())
    try:
        raise KeyError
    except KeyError:
        yield state()
    print("after", state())
    yield state()


g = gen()
try:
    raise TypeError
except TypeError:
    print(next(g), state())
    print(next(g), state())
for i in range(2):
    try:
        raise IndexError(i)
    except IndexError:
        continue
    finally:
        print("finally", state())
print(state())


class C:
    def __enter__(self): return self

    def __exit__(self, kind, value, tb):
        print("exit", state())
        return True


with C():
    raise OSError
print(state())
try:
    raise ValueError
except (KeyError, (ValueError if False else ValueError)):
    print("matched")
for bad in (5, "x", (ValueError, 5), [ValueError], None, int):
    try:
        try:
            raise KeyError
        except bad:
            pass
    except TypeError as error:
        print(error)
