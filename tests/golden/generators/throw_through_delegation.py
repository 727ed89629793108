# While a thrown exception is on its way through `yield from`, all the generators run.
import sys
def inner():
    try:
        yield 1
    except ValueError as error:
        frame, names = sys._getframe(), []
        while frame:
            names.append(frame.f_code.co_name)
            frame = frame.f_back
        print(error, names)
        yield 2
    return 3
def middle():
    return (yield from inner())
def outer():
    print("result", (yield from middle()))
    yield 4
generator = outer()
print(next(generator), generator.throw(ValueError("thrown")), next(generator))
class Iterator:
    def __iter__(self): return self
    def __next__(self): return "next"
    def throw(self, error):
        print("throw", repr(error))
        if isinstance(error, KeyError): raise StopIteration("stopped")
        if isinstance(error, IndexError): raise error
        return "yielded"
def over():
    try:
        print("got", (yield from Iterator()))
    except IndexError as error:
        print("caught", repr(error))
    yield "end"
for error in ValueError(1), KeyError(2), IndexError(3):
    generator = over()
    print(next(generator), generator.throw(error))
def handles():
    try:
        yield 1
    except ValueError as error:
        yield repr(sys.exception())
        yield repr(sys.exception())
generator = handles()
next(generator)
try:
    raise ValueError("same")
except ValueError as error:
    print(generator.throw(error))
print(next(generator), sys.exception())
class Bad(Exception):
    def __new__(cls): return 5
for action in (lambda: handles().throw(Bad), lambda: handles().throw(7), lambda: handles().throw(ValueError("a"), "b")):
    try: action()
    except BaseException as error: print(type(error).__name__, error)
try: raise Bad
except TypeError as error: print(error)
