"""How chained, suppressed and nested exceptions are shown, with their notes and groups."""
import traceback


def show(function):
    try:
        function()
    except BaseException as error:
        text = "".join(traceback.format_exception(error))
        print("\n".join(line for line in text.splitlines() if not line.lstrip().startswith(("File", "^", "~")) and not line.startswith("    ")))
        print("-----")


def cause():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e


def context():
    try:
        {}["k"]
    except KeyError:
        raise ValueError


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("alone") from None


def three():
    try:
        cause()
    except ValueError as e:
        raise TypeError("third") from e


def loop():
    a, b = ValueError("a"), KeyError("b")
    a.__context__, b.__context__ = b, a
    raise a


def group():
    raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError("t"), KeyError("k")])])


def noted():
    e = ValueError("v")
    e.add_note("note one")
    e.add_note("note\ntwo")
    raise e


class Odd(Exception):
    def __str__(self): raise RuntimeError("no text")


class Multi(Exception):
    def __str__(self): return "line 1\nline 2"


def odd(): raise Odd
def multi(): raise Multi
def empty(): raise ValueError("")
def syntax(): compile("x = = 1", "file.py", "exec")
def indent(): compile("if 1:\nx", "file.py", "exec")
def nested_class():
    class Local(Exception): pass
    raise Local("l")
def exit_(): raise SystemExit(3)
def import_(): import nothing_here_at_all
def attribute(): [].appendd
def name(): prnt
def key(): {}["missing"]
def oserror(): open("/nope/nope")
def unicode_(): "é".encode("ascii")
def stop(): next(iter([]))
def recursion(): recursion()


for f in (cause, context, suppressed, three, loop, group, noted, odd, multi, empty, syntax, indent, nested_class, exit_, import_, attribute, name, key, oserror, unicode_, stop):
    show(f)
try:
    recursion()
except RecursionError as e:
    print(len(traceback.extract_tb(e.__traceback__)) > 100, e)
