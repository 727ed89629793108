"""Values sent in drive averages, parsers and state machines; priming, closing and results."""
def average():
    total = n = 0
    value = None
    while True:
        got = yield value
        if got is None: return value, n
        total += got
        n += 1
        value = total / n


a = average()
next(a)
print(a.send(10), a.send(20), a.send(3))
try: a.send(None)
except StopIteration as stop: print(stop.value)
def machine():
    state, out = "idle", []
    try:
        while True:
            event = yield state
            match state, event:
                case "idle", "start": state = "running"
                case "running", "pause": state = "paused"
                case "paused", "start": state = "running"
                case _, "stop": return out
                case _, other: out.append(f"{other} in {state}")
    finally:
        out.append("closed")


m = machine()
print(next(m), *map(m.send, ["start", "start", "pause", "jump", "start"]))
try: m.send("stop")
except StopIteration as stop: print(stop.value)
def grep(word):
    hits = 0
    try:
        while True:
            line = yield
            hits += word in line
    except GeneratorExit:
        return hits
g = grep("x")
next(g)
for line in ("ax", "b", "xx"): g.send(line)
print(g.close())
def delegator():
    while True:
        try: result = yield from average()
        except ZeroDivisionError: result = "restarted"
        print("got", result)
d = delegator()
print(next(d), d.send(4), d.send(None), d.send(8), d.throw(ZeroDivisionError()), d.send(1))
