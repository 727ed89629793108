# Before its first step a generator or a coroutine stands at the line that defines it.
import inspect


async def coroutine():

    return 1


def generator():
    x = 1
    yield x


def same(function):
    return function


@same
def decorated():
    yield


made = coroutine()
print(made.cr_frame.f_lineno == coroutine.__code__.co_firstlineno, inspect.getcoroutinestate(made))
made.close()
made = generator()
print(made.gi_frame.f_lineno - generator.__code__.co_firstlineno, inspect.getgeneratorstate(made))
next(made)
print(made.gi_frame.f_lineno - generator.__code__.co_firstlineno, inspect.getgeneratorstate(made))
made = decorated()
print(made.gi_frame.f_lineno - decorated.__code__.co_firstlineno)
frame = made.gi_frame
made.close()
made = (x for x in [1])
print(made.gi_frame.f_lineno - made.gi_code.co_firstlineno)
