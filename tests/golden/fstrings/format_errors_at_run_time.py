"""What a field's value, conversion and spec can raise."""
class Bad:
    def __format__(self, spec):
        if spec == "int":
            return 5
        raise ValueError(f"spec {spec!r}")

    def __str__(self): return 5
    def __repr__(self): raise KeyError("repr")


b = Bad()
for source in ("f'{b}'", "f'{b:int}'", "f'{b!s}'", "f'{b!r}'", "f'{b!a}'", "f'{undefined}'", "f'{1/0}'", "f'{1:s}'", "f'{\"a\":d}'", "f'{1:{2}{3}}'", "f'{1:{\"x\" * 3}}'", "f'{1.5:d}'", "f'{None:5}'", "f'{[]:5}'", "f'{[]}'", "f'{object():x}'[:5]", "f'{{}}'", "f'{1!r:d}'", "f'{b=}'", "f'{(yield)}'", "f'{1:{1:{1}}}'", "f'{1:5}{1/0}{undefined}'", "f'{1:,,}'", "f'{1:.2}'", "f'{1j:d}'", "f'{\"a\":=5}'", "f'{type:5}'", "f'{b\"x\":5}'", "f'{1:c}{97:c}'", "f'{-1:c}'"):
    try:
        print(source, repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)
