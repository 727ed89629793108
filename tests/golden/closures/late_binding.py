def f():
    fs = []
    for i in range(3):
        def g():
            return i
        fs.append(g)
    i = 99
    return [g() for g in fs]
print(f())
def h():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = 5
    return inner()
print(h())
