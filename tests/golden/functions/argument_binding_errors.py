def f(a, b=2, *args, c, d=4, **rest):
    return a, b, args, c, d, rest


def positional(a, b, /, c):
    return a, b, c


def keyword_only(*, x, y=1):
    return x, y


def nothing():
    pass


for source in ("f()", "f(1)", "f(1, c=3)", "f(1, 2, 3, c=4)", "f(1, a=2, c=3)", "f(c=3, b=1)", "f(*[1], **{'c': 2, 'z': 3})", "f(1, c=2, **{'c': 3})", "f(1, c=2, **{5: 3})", "f(*5, c=1)", "f(1, c=1, **5)", "f(**{'a': 1}, **{'a': 2}, c=3)", "positional(1, b=2, c=3)", "positional(1, 2)", "positional(a=1, b=2, c=3)", "positional(1, 2, 3, 4)", "positional(1, 2, c=3)", "keyword_only(1)", "keyword_only()", "keyword_only(x=1, z=2)", "nothing(1)", "nothing(a=1)", "nothing(*[], **{})", "(lambda x: x)()", "(lambda x, y, z: x)(1)", "f(1, *'ab', c=3, *[5])"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, "|", error)
