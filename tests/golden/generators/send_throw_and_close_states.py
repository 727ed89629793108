"""A generator's states, what send, throw and close do in each, and what they return."""
import inspect


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def gen():
    try:
        got = yield 1
        print("got", got)
        yield 2
    except ValueError as error:
        print("caught", error)
        yield 3
    return "done"


g = gen()
print(inspect.getgeneratorstate(g), g.gi_yieldfrom, g.gi_running)
attempt(lambda: g.send(5))
attempt(lambda: next(g))
print(inspect.getgeneratorstate(g))
attempt(lambda: g.send("x"))
attempt(lambda: g.throw(ValueError("v")))
attempt(lambda: next(g))
attempt(lambda: next(g))
print(inspect.getgeneratorstate(g), g.gi_frame)
attempt(lambda: g.throw(ValueError("late")))
attempt(lambda: g.close())
g = gen()
attempt(lambda: g.throw(ValueError("early")))
attempt(lambda: next(g))
for bad in ((lambda: gen().throw()), (lambda: gen().throw(5)), (lambda: gen().throw(ValueError, 5, 6)), (lambda: gen().throw(ValueError("a"), "b")), (lambda: gen().send()), (lambda: gen()()), (lambda: len(gen())), (lambda: gen()[0])):
    attempt(bad)
