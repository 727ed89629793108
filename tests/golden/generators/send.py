def echo():
    got = None
    while True:
        got = yield got
        print("got", got)
g = echo()
try:
    g.send(1)
except TypeError as e:
    print(e)
print(g.send(None), g.send("a"), next(g), g.send([1]))
def avg():
    total, n, mean = 0, 0, None
    while True:
        total += yield mean
        n += 1
        mean = total / n
a = avg()
next(a)
print(a.send(10), a.send(20), a.send(60))
