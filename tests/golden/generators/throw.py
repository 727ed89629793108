def g():
    while True:
        try:
            x = yield "ready"
        except ValueError as e:
            print("caught", e)
            yield "recovered"
i = g()
print(next(i), i.throw(ValueError("bad")), next(i))
try:
    i.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
print(next(i, "finished"))
j = g()
try:
    j.throw(ValueError("early"))
except ValueError as e:
    print("not started", e)
k = g()
next(k)
print(k.throw(ValueError))
