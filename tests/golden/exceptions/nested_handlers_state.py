import sys
def cur():
    return type(sys.exception()).__name__
try:
    1 / 0
except ZeroDivisionError:
    print(cur())
    try:
        [][0]
    except IndexError:
        print(cur())
    print(cur())
    def f():
        print("in f", cur())
        try:
            {}[1]
        except KeyError:
            print("in f", cur())
    f()
    print(cur())
print(cur())
