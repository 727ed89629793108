"""An unexpected keyword argument close to a parameter's name is answered with a suggestion."""


def attempt(function, **keywords):
    try:
        print(function(**keywords))
    except TypeError as error:
        print(error)


def f(first=1, second=2, *, third=3):
    return first, second, third


def positional(first, /, second=2):
    return first, second


attempt(f, fisrt=1)
attempt(f, secnd=1)
attempt(f, thrid=1)
attempt(f, zzz=1)
attempt(f, First=1)
attempt(f, **{"": 1})
attempt(lambda **k: positional(1, **k), first=3)
attempt(lambda **k: positional(1, **k), secon=3)
attempt(positional, first=1)
attempt(print, spe="")
attempt(sorted, iterable=[])
attempt(lambda **k: sorted([], **k), revers=1)
attempt(int, bas=2)
attempt(str, encodin="x")
attempt(lambda **k: "a".split(**k), max_split=1)
attempt(lambda **k: [].sort(**k), kye=1)
attempt(lambda **k: open("x", **k), encodings="x")
attempt(lambda **k: enumerate([], **k), strt=1)
attempt(lambda **k: sum([], **k), begin=1)
attempt(lambda **k: round(1.5, **k), ndigit=1)
attempt(lambda **k: max(1, 2, **k), keys=1)
attempt(lambda **k: zip([], **k), stric=True)
attempt(lambda **k: complex(1, **k), imagg=1)
attempt(lambda **k: bytes("a", **k), encodng=1)


class Made:
    def __init__(self, width, height=1):
        pass


attempt(Made, widht=1)
attempt(lambda **k: Made(1, **k), heigth=1)
