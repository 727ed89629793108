import io
import sys
import traceback


def inner(x):
    return 1 / x


def outer():
    try:
        inner(0)
    except ZeroDivisionError as error:
        raise ValueError("outer\nwith lines") from error


try:
    outer()
except ValueError as error:
    caught = error
print(traceback.format_exc() == "NoneType: None\n", "".join(traceback.format_exception(caught)), "".join(traceback.format_exception_only(caught)), sep="\n")
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(type(caught), caught), traceback.format_exception_only(None), traceback.format_exception_only(SystemExit()))
te = traceback.TracebackException.from_exception(caught, limit=1)
print(te.exc_type_str, str(te), te.stack, te.__cause__.exc_type_str, te.__suppress_context__, "".join(te.format(chain=False)))
summary = traceback.extract_tb(caught.__traceback__)
print([(f.name, f.line, f.lineno > 0, f.colno, f.end_colno) for f in summary], summary[0], len(summary), "".join(traceback.format_list(summary[-1:])), summary[0] == summary[0])
print(traceback.StackSummary.from_list([("file.py", 3, "func", "code()"), ("g.py", 4, "h", None)]).format(), traceback.FrameSummary("f", 1, "n", line="  x  ").line)


def recurse(n):
    if n == 0:
        raise RuntimeError("bottom")
    recurse(n - 1)


try:
    recurse(20)
except RuntimeError as error:
    text = traceback.format_exception(error)
    print("".join(text[1:]).count("recurse(n - 1)"), [t.strip() for t in text if "repeated" in t], len(traceback.format_tb(error.__traceback__, limit=2)), len(traceback.format_tb(error.__traceback__, -2)))
try:
    try:
        {}["a"]
    except KeyError:
        int("x")
except ValueError as error:
    print("".join(traceback.format_exception(error)), "".join(traceback.format_exception(error, chain=False)), sep="---\n")
    error.add_note("a note\nof two lines")
    error.add_note("another")
    error.__suppress_context__ = True
    print("".join(traceback.format_exception(error)))
    error.__notes__ = "not a list"
    print(traceback.format_exception_only(error))
    error.__notes__ = [1, object]
    print(traceback.format_exception_only(error)[1:])
for bad in ("def f(:\n  pass", "x = (1,\n", "a b", "'abc", "if x:\npass", "  x", "1 +", "f'{'", "x = 5 5", "print 'a'"):
    try:
        compile(bad, "<bad>", "exec")
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)))


class Odd(Exception):
    def __str__(self):
        raise RuntimeError("no str")


class Quali:
    class Fied(Exception):
        __module__ = "some.where"


print(traceback.format_exception_only(Odd()), traceback.format_exception_only(Quali.Fied("x")), traceback.format_exception_only(Exception("")), traceback.format_exception_only(Exception("a", 1)))
group = ExceptionGroup("group", [ValueError(1), ExceptionGroup("nested", [TypeError(i) for i in range(3)]), caught])
text = "".join(traceback.format_exception(group))
print(text)
many = ExceptionGroup("many", [ValueError(i) for i in range(20)])
print("".join(traceback.format_exception(many))[-120:], len(list(traceback.TracebackException.from_exception(many, max_group_width=2).format())))
loop = ValueError("loop")
other = KeyError("other")
loop.__cause__, other.__cause__ = other, loop
print("".join(traceback.format_exception(loop)))
out = io.StringIO()
traceback.print_exception(caught, file=out, chain=False)
traceback.print_stack(file=out, limit=1)
traceback.print_tb(caught.__traceback__, limit=1, file=out)
print(out.getvalue())
for frame, line in traceback.walk_tb(caught.__traceback__):
    print(frame.f_code.co_name, line)
chain = None
for i in range(2000):
    error = ValueError(i)
    error.__context__ = chain
    chain = error
try:
    print(len("".join(traceback.format_exception(chain)).splitlines()) > 100)
except RecursionError:
    print("RecursionError")
