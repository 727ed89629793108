"""Where errors begin if a comment ends the line."""
SOURCES = [
    "from # c", "import # c", "x = # c\n", "class C # c", "if x # c", "for x # c", "from a import # c", "a b # c",
    "lambda # c", "not    # c", "f(1 # c", "x = [1, # c", "from a import (b, # c\n", "f'{a lambda x:1}'", "(\\", "f((\\",
    "x = \\", 'return "ä"', 'def f(a, a):\n  "ä"; nonlocal x', 'def f(): "ä"; nonlocal x',
]
for source in SOURCES:
    try:
        compile(source, "<string>", "exec")
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))


def nested(depth):
    return f'f"{{{nested(depth - 1)}}}"' if depth else "1+1"


for depth in 149, 150, 151:
    try:
        print(eval(nested(depth)))
    except SyntaxError as error:
        print(error.msg, error.offset, error.end_offset)
for place in ("f", 1, 2), ("f", 1, 2, "x", 1), ("f", 1, 2, "x", 1, 2), ("f", 1, 2, "x", 1, 2, 3):
    try:
        print(SyntaxError("m", place))
    except TypeError as error:
        print(error)
