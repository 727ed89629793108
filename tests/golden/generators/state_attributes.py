def sub():
    yield 1
def g():
    yield from sub()
i = g()
print(i.gi_running, i.gi_frame is not None, i.gi_yieldfrom)
next(i)
print(type(i.gi_yieldfrom).__name__, i.gi_code.co_name)
list(i)
print(i.gi_frame, i.gi_running)
