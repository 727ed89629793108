def g():
    try:
        yield 1
    finally:
        print("cleaned")
i = g()
next(i)
del i
print("after del")
def f():
    for x in g():
        return x
print(f())
for x in g():
    break
print("end")
