class NoExit:
    def __enter__(self): ...
class NoEnter:
    def __exit__(self, *a): ...
for c in (NoExit, NoEnter, int):
    try:
        with c():
            pass
    except TypeError as e:
        print(e)
class BadEnter:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
try:
    with BadEnter():
        pass
except ValueError as e:
    print(e)
class BadExit:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit")
try:
    with BadExit():
        raise ValueError("body")
except KeyError as e:
    print(repr(e), repr(e.__context__))
