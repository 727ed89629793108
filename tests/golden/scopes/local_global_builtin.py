x = "global"
def f():
    x = "local"
    return x
def g():
    return x
def h():
    global x
    x = "changed"
print(f(), g(), x)
h()
print(x, len("abc"))
def i():
    len = lambda s: "shadowed"
    return len("abc")
print(i(), len("abc"))
len = lambda s: "global shadow"
print(len("abc"))
del len
print(len("abc"))
