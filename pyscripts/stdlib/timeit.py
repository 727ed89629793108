"""How long small pieces of code take."""

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_TEMPLATE = """
def inner(_it, _timer{parameters}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {statement}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def _indented(source, indent):
    return source.replace("\n", "\n" + " " * indent)


class Timer:
    """Measures a statement, given as text or as a function."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        space = dict() if globals is None else globals
        parameters = ""
        if isinstance(setup, str):
            compile(setup, "<timeit-src>", "exec")
            setup_text = _indented(setup, 4)
        elif callable(setup):
            names["_setup"] = setup
            parameters += ", _setup=_setup"
            setup_text = "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(setup + "\n" + stmt if isinstance(setup, str) else stmt, "<timeit-src>", "exec")
            statement = _indented(stmt, 8)
        elif callable(stmt):
            names["_stmt"] = stmt
            parameters += ", _stmt=_stmt"
            statement = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = _TEMPLATE.format(parameters=parameters, setup=setup_text, statement=statement)
        code = compile(self.src, "<timeit-src>", "exec")
        exec(code, space, names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        """Print the traceback of the statement's failure."""
        import linecache
        import traceback

        linecache.cache["<timeit-src>"] = len(self.src), None, self.src.split("\n"), "<timeit-src>"
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds for so many rounds; cycles are not collected meanwhile."""
        rounds = itertools.repeat(None, number)
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(rounds, self.timer)
        finally:
            if was_enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """Several measurements."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """So many rounds that they take a fifth of a second, and what they took."""
        scale = 1
        while True:
            for factor in 1, 2, 5:
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Seconds for so many rounds of a statement."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Several measurements of a statement."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def main(args=None, *, _wrap_timer=None):
    """`python -m timeit`."""
    import getopt

    try:
        options, words = getopt.getopt(
            sys.argv[1:] if args is None else args, "n:u:s:r:pvh",
            ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"],
        )
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    timer, number, setup, repeats, unit, verbose = default_timer, 0, [], default_repeat, None, 0
    for option, argument in options:
        if option in ("-n", "--number"):
            number = int(argument)
        elif option in ("-s", "--setup"):
            setup.append(argument)
        elif option in ("-u", "--unit"):
            if argument not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = argument
        elif option in ("-r", "--repeat"):
            repeats = max(1, int(argument))
        elif option in ("-p", "--process"):
            timer = time.process_time
        elif option in ("-v", "--verbose"):
            verbose += 1
        else:
            print(__doc__)
            return 0
    measured = Timer("\n".join(words) or "pass", "\n".join(setup) or "pass", timer)
    try:
        if number == 0:
            number, _ = measured.autorange()
        times = [taken / number for taken in measured.repeat(repeats, number)]
    except BaseException:
        measured.print_exc()
        return 1

    def shown(seconds):
        name = unit or next((name for name in ("sec", "msec", "usec") if seconds >= _UNITS[name]), "nsec")
        return f"{seconds / _UNITS[name]:.3g} {name}"

    if verbose:
        print(f"raw times: {', '.join(map(shown, times))}\n")
    best, worst = min(times), max(times)
    print(f"{number} loop{'s' if number != 1 else ''}, best of {repeats}: {shown(best)} per loop")
    if worst >= best * 4:
        import warnings

        warnings.warn_explicit(
            "The test results are likely unreliable. The worst time "
            f"({shown(worst)}) was more than four times slower than the best time ({shown(best)}).",
            UserWarning, "", 0,
        )
    return None


if __name__ == "__main__":
    sys.exit(main())
