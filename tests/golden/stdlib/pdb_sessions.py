# stdin: l\nn\np i\ns\na\nr\np __return__\nb 29\nc\np total\ntbreak inner\nb\nc\nd\n!x = 50\nc\nwhatis inner\nwhatis total\npp [1]\ncl 1\nundefined\nstep 5\nenable\ndisable\nenable 1\nignore\ncondition\nsource\nunalias\nuntil x\njump\nuntil 1\nll\nx = 3 ;; p x\ndisplay total\nn\nc\nq\nl\np n\ng\nexceptions\nexceptions 0\nexceptions 5\nexceptions x\nq\nn\np a\nc\nn\nr\nretval\nc\n
import pdb


def inner(x, *more, key=None):
    y = x + 1
    return y


def outer(n):
    total = 0
    for i in range(n):
        total += inner(i)
    return total


def fails(n):
    try:
        return 1 // n
    except ZeroDivisionError as error:
        raise ValueError("no number") from error


def work():
    pdb.set_trace()
    i = 7
    inner(i, 8, key=9)
    total = outer(2)
    total = outer(3)
    total += 1
    return total


print(work())

try:
    fails(0)
except ValueError as error:
    try:
        pdb.post_mortem(error)
    except BaseException as other:
        print(type(other))
pdb.run("a = 1\nb = 2\n", {})
print(pdb.runcall(inner, 4))
