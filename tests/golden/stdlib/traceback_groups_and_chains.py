# Exceptions that led to others, groups, notes, repeats, syntax errors and near names as traceback shows them.
import traceback


def show(error, **options):
    text = "".join(traceback.format_exception(error, **options))
    print(text.replace(__file__, "script.py"), end="")


def caught(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return error


def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise ValueError("two\nlines") from error
    except ValueError:
        raise KeyError("last")


def silent():
    try:
        1 / 0
    except ZeroDivisionError:
        raise OSError from None


def count(number):
    return count(number - 1) if number else {}["end"]


def group(size, depth=0):
    members = [caught(chain) if index == 1 else ValueError(index) for index in range(size)]
    if depth < 2:
        members.insert(0, group(size, depth + 1))
    try:
        raise ExceptionGroup(f"depth {depth}", members)
    except ExceptionGroup as error:
        error.add_note("a note\nof two lines")
        return error


class Thing:
    _hidden = colour = 1

    def method(self):
        return self.hidden


show(caught(chain))
show(caught(chain), chain=False)
show(caught(silent))
for depth in (3, 4, 40):
    show(caught(count, depth))
show(caught(count, 5), limit=2)
show(caught(count, 5), limit=-2)
show(group(2))
captured = traceback.TracebackException.from_exception(group(3), max_group_width=1, max_group_depth=1)
print("".join(captured.format()).replace(__file__, "script.py"))
print(traceback.format_exception_only(group(1), show_group=True))
for source in ("a b", "\tfoo bar", "x = (1,\n", '"é" é é', "a = 1 = 2"):
    show(caught(compile, source, "file.py", "exec"), limit=0)
for function in (lambda: Thing().color, Thing().method, lambda: prnt, lambda: [].appendd, lambda: itertools):
    print(traceback.format_exception_only(caught(function))[-1], end="")
print(repr(traceback.extract_tb(caught(count, 1).__traceback__)[1]).replace(__file__, "script.py"))
frames = traceback.StackSummary.extract(traceback.walk_tb(caught(count, 1).__traceback__), capture_locals=True)
print(frames[1].locals, frames[1].line, frames[1][2], len(frames))
captured = traceback.TracebackException.from_exception(KeyError("text"))
print(captured, captured.exc_type_str, captured.stack, captured == captured)
for args in ((5,), (None,), (ValueError(1), None)):
    try:
        print(traceback.format_exception(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
