"""How often functions are called, and how long they take."""

import sys

from _profile_recorder import Recorder, label

__all__ = ["run", "runctx", "Profile"]


class Profile:
    """A profiler. It counts between `enable` and `disable`, and as a context manager."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        if timer is not None and timeunit:
            plain = timer
            timer = lambda: plain() * timeunit
        self._options = timer, builtins
        self.clear()

    def clear(self):
        """Forget what was counted."""
        self._recorder = Recorder(*self._options)
        self._recorder.ignored = _OWN
        self.stats = {}

    def enable(self, subcalls=True, builtins=True):
        """Begin to count."""
        if sys.getprofile() is not None:
            raise ValueError("Another profiling tool is already active")
        self._recorder.builtins = builtins
        sys.setprofile(self._recorder.event)

    def disable(self):
        """Stop counting."""
        sys.setprofile(None)
        self._recorder.end()

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = self._recorder.stats()

    def print_stats(self, sort=-1):
        """Print a table of what was counted."""
        import pstats

        sort = sort if isinstance(sort, tuple) else (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*sort).print_stats()

    def dump_stats(self, file):
        """Write what was counted to a file, for pstats."""
        import marshal

        with open(file, "wb") as out:
            self.create_stats()
            marshal.dump(self.stats, out)

    def run(self, cmd):
        """Profile a statement."""
        import __main__

        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        """Profile a call; returns its result."""
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *args):
        self.disable()


# The profiler does not count itself.
_OWN = {
    function.__code__
    for function in (Profile.enable, Profile.disable, Profile.runctx, Profile.runcall, Profile.__enter__,
                     Profile.__exit__, Profile.create_stats, Profile.snapshot_stats, Recorder.end, Recorder._leave)
}


def run(statement, filename=None, sort=-1):
    """Profile a statement; print a table, or write to a file."""
    import __main__

    runctx(statement, __main__.__dict__, __main__.__dict__, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    _profile(Profile(), statement, globals, locals, filename, sort)


def _profile(profiler, statement, globals, locals, filename, sort):
    try:
        profiler.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        if filename is None:
            profiler.print_stats(sort)
        else:
            profiler.dump_stats(filename)


def main():
    import io
    import optparse
    import os
    import runpy

    usage = "cProfile.py [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ..."
    parser = optparse.OptionParser(usage=usage)
    parser.allow_interspersed_args = False
    parser.add_option("-o", "--outfile", dest="outfile", help="Save stats to <outfile>", default=None)
    parser.add_option(
        "-s", "--sort", dest="sort", help="Sort order when printing to stdout, based on pstats.Stats class", default=2,
        choices=sorted(_sort_keys()))
    parser.add_option("-m", dest="module", action="store_true", help="Profile a library module", default=False)
    if not sys.argv[1:]:
        parser.print_usage()
        sys.exit(2)
    options, args = parser.parse_args()
    sys.argv[:] = args
    if options.outfile is not None:
        options.outfile = os.path.abspath(options.outfile)
    if not args:
        parser.print_usage()
        return parser
    if options.module:
        code = "run_module(modname, run_name='__main__', alter_sys=True)"
        names = {"run_module": runpy.run_module, "modname": args[0]}
    else:
        program = args[0]
        sys.path.insert(0, os.path.dirname(program))
        with io.open_code(program) as file:
            code = compile(file.read(), program, "exec")
        # The program's names are those of __main__, as if it were run by itself.
        names = sys.modules["__main__"].__dict__
        names.update(__file__=program, __package__=None, __cached__=None)
    try:
        runctx(code, names, None, options.outfile, options.sort)
    except BrokenPipeError as error:
        sys.stdout = None
        sys.exit(error.errno)
    return parser


def _sort_keys():
    from pstats import Stats

    return [*Stats.sort_arg_dict_default, "-1", "0", "1", "2"]


if __name__ == "__main__":
    main()
