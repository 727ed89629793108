# Which part of a line a traceback stresses.
import linecache
import traceback

none, number, numbers = None, 1, [1]


def call(*args, **kwargs):
    raise ValueError


def same(value=None, *args, **kwargs):
    return value


def show(source, name):
    linecache.cache[name] = len(source), None, source.splitlines(True), name
    try:
        exec(compile(source, name, "exec"), dict(globals()))
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        print("".join(frame for frame in traceback.format_list(frames) if name in frame), end="")
        print("".join(traceback.format_exception_only(error)), end="")


for source in """x = number + none
x = number+(none)
x = number * 2 + none ** 2
x = number ** -none
x = -none
x = number < none
x = (number) + ( none )
x = same(1)+none # a comment
x = call()
x = call() + 1
x = same(call)(1, 2)
call()
numbers[0] = call()
x = numbers[7]
x = numbers[0] [7]
x = same(numbers)[none]
x = none.field
x = none.method(1)
none[1]
x = [1, 2, call()]
same(x=call())
x, y = numbers
if call(): pass
assert none, "text"
raise KeyError("x")
x = f"{number + none}"
x = "é" + number
x = 1_000//0
x = 1e+5 - none
del numbers[3]
undefined
import sys; sys.undefined
x = same(|  1,|  2,|  call(3),|  4)
x = (number +|    # comment|    none)
x = same(1,|  2,|  3,|  4|)(1,|  2)
x = number \\|  + none""".split("\n"):
    source = source.replace("|", "\n")
    show(source, "<alone>")
    show("def inside():\n    " + source.replace("\n", "\n    ") + "\ninside()\n", "<inside>")
