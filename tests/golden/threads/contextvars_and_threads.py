import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, ContextVar, copy_context

v, w = ContextVar("v", default="default"), ContextVar("w")
v.set("main")
seen = {}


def note(name):
    seen[name] = v.get(), w.get("no w")
    v.set(f"set in {name}")


t = threading.Thread(target=note, args=("thread",))
t.start()
t.join()
context = copy_context()
t = threading.Thread(target=context.run, args=(note, "with context"))
t.start()
t.join()
print(seen, v.get(), context[v], context.get(w), v in context, w in context, len(context), list(context) == [v], list(context.values()))
with ThreadPoolExecutor(1) as pool:
    print(pool.submit(v.get).result(), pool.submit(copy_context().run, v.get).result())
for call in (lambda: w.get(), lambda: context[w], lambda: context["x"], lambda: ContextVar(5), lambda: v.reset(5), lambda: v.reset(w.set(1)),
             lambda: context.run(lambda: context.run(lambda: 1)), lambda: context.run(lambda: 1 / 0)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split("<Token")[0].split("<ContextVar")[0])
token = v.set("new")
print(v.get(), token.old_value, token.var is v, v.reset(token), v.get(), contextvars.Token.MISSING, ContextVar("x").set(1).old_value is contextvars.Token.MISSING)
empty = Context()
print(empty.run(v.get), empty.run(lambda: (v.set(1), dict(copy_context()) == {v: 1})[1]), list(empty.values()), empty.copy() == empty, empty == Context(), Context() == Context())
results = []


def entered():
    try:
        empty.run(print)
    except RuntimeError as error:
        results.append(str(error).split(":")[0])


def hold():
    t = threading.Thread(target=entered)
    t.start()
    t.join()


empty.run(hold)
print(results)


def generator():
    for i in range(3):
        v.set(i)
        yield v.get()


g = generator()
print(next(g), v.get(), copy_context().run(next, g), v.get(), next(g), v.get())


def nested(n):
    v.set(n)
    if n:
        copy_context().run(nested, n - 1)
    results.append(v.get())


copy_context().run(nested, 3)
print(results[1:], isinstance(v, ContextVar), v.name, repr(v).split(" at ")[0])
try:
    v.name = "x"
except AttributeError:
    print("read-only")
