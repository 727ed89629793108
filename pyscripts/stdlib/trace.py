"""Shows lines as they run, and counts them."""

import dis
import inspect
import linecache
import os
import sys
import sysconfig
import token
import tokenize

__all__ = ["Trace", "CoverageResults"]

PRAGMA_NOCOVER = "#pragma NO COVER"


class _Ignore:
    """Which files and modules are left out."""

    def __init__(self, modules=None, dirs=None):
        self._modules = set(modules or ())
        self._dirs = [os.path.normpath(folder) for folder in dirs or ()]
        self._known = {"<string>": True}

    def names(self, filename, modulename):
        """Is a module left out?"""
        if modulename not in self._known:
            self._known[modulename] = self._decide(filename, modulename)
        return self._known[modulename]

    def _decide(self, filename, modulename):
        if modulename in self._modules or any(modulename.startswith(name + ".") for name in self._modules):
            return True
        if filename is None:
            return True
        return any(filename.startswith(folder + os.sep) for folder in self._dirs)


def _modname(path):
    return os.path.splitext(os.path.basename(path))[0]


def _fullmodname(path):
    """The dotted name of a file below sys.path."""
    path = os.path.normcase(path)
    longest = ""
    for folder in map(os.path.normcase, sys.path):
        if path.startswith(folder) and path[len(folder):len(folder) + 1] == os.sep and len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    return os.path.splitext(base.replace(os.sep, "."))[0].lstrip(".")


class CoverageResults:
    """What a trace has counted."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = dict(counts or {})
        self.calledfuncs = dict(calledfuncs or {})
        self.callers = dict(callers or {})
        self.counter = self.counts.copy()
        self.infile, self.outfile = infile, outfile
        if infile:
            import pickle

            try:
                with open(infile, "rb") as file:
                    counts, calledfuncs, callers = pickle.load(file)
                self.update(self.__class__(counts, calledfuncs, callers=callers))
            except (OSError, EOFError, ValueError) as error:
                print("Skipping counts file %r: %s" % (infile, error), file=sys.stderr)

    def is_ignored_filename(self, filename):
        return filename.startswith("<") and filename.endswith(">")

    def update(self, other):
        """Add what another trace has counted."""
        for key, count in other.counts.items():
            self.counts[key] = self.counts.get(key, 0) + count
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None, *, ignore_missing_files=False):
        """Write what was counted: functions and calls to stdout, lines to a .cover file per module."""
        if self.calledfuncs:
            print()
            print("functions called:")
            for filename, modulename, function in sorted(self.calledfuncs):
                print("filename: %s, modulename: %s, funcname: %s" % (filename, modulename, function))
        if self.callers:
            print()
            print("calling relationships:")
            last_file = last_callee = ""
            for (file, module, function), (callee_file, callee_module, callee) in sorted(self.callers):
                if file != last_file:
                    print()
                    print("***", file, "***")
                    last_file, last_callee = file, ""
                if callee_file != file and last_callee != callee_file:
                    print("  -->", callee_file)
                    last_callee = callee_file
                print("    %s.%s -> %s.%s" % (module, function, callee_module, callee))
        per_file = {}
        for (filename, line), count in self.counts.items():
            per_file.setdefault(filename, {})[line] = count
        sums = {}
        for filename, lines in per_file.items():
            if self.is_ignored_filename(filename):
                continue
            if ignore_missing_files and not os.path.isfile(filename):
                continue
            folder, module = coverdir, _fullmodname(filename)
            if coverdir is None:
                folder, module = os.path.dirname(os.path.abspath(filename)), _modname(filename)
            elif not os.path.exists(folder):
                os.makedirs(folder)
            executable = _find_executable_linenos(filename) if show_missing else {}
            source = linecache.getlines(filename)
            path = os.path.join(folder, module + ".cover")
            with open(filename, "rb") as file:
                encoding, _ = tokenize.detect_encoding(file.readline)
            hits, total = self.write_results_file(path, source, executable, lines, encoding)
            if summary and total:
                sums[module] = total, int(100 * hits / total), module, filename
        if summary and sums:
            print("lines   cov%   module   (path)")
            for module in sorted(sums):
                print("%5d   %3d%%   %s   (%s)" % sums[module])
        if self.outfile:
            import pickle

            try:
                with open(self.outfile, "wb") as file:
                    pickle.dump((self.counts, self.calledfuncs, self.callers), file, 1)
            except OSError as error:
                print("Can't save counts files because %s" % error, file=sys.stderr)

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Write a file's lines with their counts; returns how many ran, and how many could."""
        try:
            out = open(path, "w", encoding=encoding)
        except OSError as error:
            print("trace: Could not open %r for writing: %s - skipping" % (path, error), file=sys.stderr)
            return 0, 0
        hits = total = 0
        with out:
            for number, line in enumerate(lines, 1):
                if number in lines_hit:
                    out.write("%5d: " % lines_hit[number])
                    hits += 1
                    total += 1
                elif number in lnotab and PRAGMA_NOCOVER not in line:
                    out.write(">>>>>> ")
                    total += 1
                else:
                    out.write("       ")
                out.write(line.expandtabs(8))
        return hits, total


def _find_executable_linenos(filename):
    """The lines of a file that something can run on."""
    try:
        with tokenize.open(filename) as file:
            source = file.read()
            encoding = file.encoding
    except OSError as error:
        print("Not printing coverage data for %r: %s" % (filename, error), file=sys.stderr)
        return {}
    texts = _lines_of_texts(filename, encoding)
    found = {}
    waiting = [compile(source, filename, "exec")]
    while waiting:
        code = waiting.pop()
        for _, line in dis.findlinestarts(code):
            if line and line not in texts:
                found[line] = 1
        waiting += [constant for constant in code.co_consts if inspect.iscode(constant)]
    return found


def _lines_of_texts(filename, encoding):
    """The lines of texts that stand alone, such as docstrings."""
    lines, before = set(), token.INDENT
    with open(filename, encoding=encoding) as file:
        for kind, _, start, end, _ in tokenize.generate_tokens(file.readline):
            if kind == token.STRING and before == token.INDENT:
                lines.update(range(start[0], end[0] + 1))
            before = kind
    return lines


class Trace:
    """Runs code and counts or shows its lines, the functions that are called, or who calls whom."""

    def __init__(
        self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None, outfile=None,
        timing=False,
    ):
        self.infile, self.outfile = infile, outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts, self._calledfuncs, self._callers = {}, {}, {}
        self.pathtobasename = {}
        self.donothing = 0
        self.trace, self.count = trace, count
        self.start_time = None
        if timing:
            from time import monotonic

            self.start_time = monotonic()
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace or count:
            self.globaltrace = self.globaltrace_lt
            self.localtrace = (
                self.localtrace_trace_and_count if trace and count else
                self.localtrace_trace if trace else self.localtrace_count)
        else:
            self.donothing = 1

    def run(self, cmd):
        """Trace a statement."""
        import __main__

        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        globals = {} if globals is None else globals
        locals = {} if locals is None else locals
        self._begin()
        try:
            exec(cmd, globals, locals)
        finally:
            self._end()

    def runfunc(self, func, /, *args, **kw):
        """Trace a call; returns its result."""
        if not self.donothing:
            sys.settrace(self.globaltrace)
        try:
            return func(*args, **kw)
        finally:
            if not self.donothing:
                sys.settrace(None)

    def _begin(self):
        if not self.donothing:
            import threading

            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)

    def _end(self):
        if not self.donothing:
            import threading

            sys.settrace(None)
            threading.settrace(None)

    def file_module_function_of(self, frame):
        """A frame's file, module, and function with its class if that can be found out."""
        code = frame.f_code
        module = _modname(code.co_filename) if code.co_filename else None
        name = code.co_name
        owner, _, _ = code.co_qualname.rpartition(".")
        if owner and "<locals>" not in owner:
            name = f"{owner.rpartition('.')[2]}.{name}"
        return code.co_filename, module, name

    def globaltrace_trackcallers(self, frame, why, arg):
        if why == "call":
            edge = self.file_module_function_of(frame.f_back), self.file_module_function_of(frame)
            self._callers[edge] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        if why == "call":
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        if why != "call":
            return None
        filename = frame.f_globals.get("__file__")
        if not filename:
            return None
        module = _modname(filename)
        if self.ignore.names(filename, module):
            return None
        if self.trace:
            print(" --- modulename: %s, funcname: %s" % (module, frame.f_code.co_name))
        return self.localtrace

    def _count(self, frame):
        key = frame.f_code.co_filename, frame.f_lineno
        self.counts[key] = self.counts.get(key, 0) + 1

    def _show(self, frame):
        if self.start_time:
            from time import monotonic

            print("%.2f" % (monotonic() - self.start_time), end=" ")
        filename, line = frame.f_code.co_filename, frame.f_lineno
        text = linecache.getline(filename, line)
        print("%s(%d): " % (os.path.basename(filename), line), text, end="")

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == "line":
            self._count(frame)
            self._show(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == "line":
            self._show(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == "line":
            self._count(frame)
        return self.localtrace

    def results(self):
        """What was counted."""
        return CoverageResults(
            self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs,
            callers=self._callers)


def main():
    import argparse

    parser = argparse.ArgumentParser(prog="trace")
    parser.add_argument("--version", action="version", version="trace 2.0")
    group = parser.add_argument_group("Main options", "One of these (or --report) must be given")
    group.add_argument("-c", "--count", action="store_true", help="Count the number of times each line is executed")
    group.add_argument("-t", "--trace", action="store_true", help="Print each line before it is executed")
    group.add_argument("-l", "--listfuncs", action="store_true", help="Keep track of which functions are executed")
    group.add_argument("-T", "--trackcalls", action="store_true", help="Keep track of which functions call which")
    group = parser.add_argument_group("Modifiers")
    group.add_argument("-r", "--report", action="store_true", help="Generate a report from a counts file")
    group.add_argument("-R", "--no-report", action="store_true", help="Do not generate the coverage report files")
    group.add_argument("-f", "--file", help="File to accumulate counts over several runs")
    group.add_argument("-C", "--coverdir", help="Folder of the report files")
    group.add_argument("-m", "--missing", action="store_true", help="Annotate lines that were not executed")
    group.add_argument("-s", "--summary", action="store_true", help="Write a brief summary for each file to stdout")
    group.add_argument("-g", "--timing", action="store_true", help="Prefix each line with the time since the start")
    group = parser.add_argument_group("Filters", "Can be specified multiple times")
    group.add_argument("--ignore-module", action="append", default=[], help="Ignore the given modules")
    group.add_argument("--ignore-dir", action="append", default=[], help="Ignore files in the given folders")
    parser.add_argument("--module", action="store_true", default=False, help="Trace a module")
    parser.add_argument("progname", nargs="?", help="file to run as main program")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="arguments to the program")
    options = parser.parse_args()
    modules = [name.strip() for given in options.ignore_module for name in given.split(",")]
    places = {"$prefix": sysconfig.get_path("stdlib"), "$exec_prefix": sysconfig.get_path("platstdlib")}
    folders = []
    for given in options.ignore_dir:
        for folder in given.split(os.pathsep):
            for name, place in places.items():
                folder = folder.replace(name, place)
            folders.append(os.path.normpath(os.path.expanduser(os.path.expandvars(folder))))
    if options.report:
        if not options.file:
            parser.error("-r/--report requires -f/--file")
        results = CoverageResults(infile=options.file, outfile=options.file)
        return results.write_results(options.missing, options.summary, options.coverdir)
    if not any([options.trace, options.count, options.listfuncs, options.trackcalls]):
        parser.error("must specify one of --trace, --count, --report, --listfuncs, or --trackcalls")
    if options.listfuncs and (options.count or options.trace):
        parser.error("cannot specify both --listfuncs and (--trace or --count)")
    if options.summary and not options.count:
        parser.error("--summary can only be used with --count or --report")
    if options.progname is None:
        parser.error("progname is missing: required with the main options")
    tracer = Trace(
        options.count, options.trace, countfuncs=options.listfuncs, countcallers=options.trackcalls,
        ignoremods=modules, ignoredirs=folders, infile=options.file, outfile=options.file, timing=options.timing)
    try:
        _run_program(tracer, options)
    except OSError as error:
        sys.exit("Cannot run file %r because: %s" % (sys.argv[0], error))
    except SystemExit:
        pass
    if not options.no_report:
        tracer.results().write_results(options.missing, options.summary, options.coverdir)


def _run_program(tracer, options):
    if options.module:
        import runpy

        sys.argv = [options.progname, *options.arguments]
        _, spec, code = runpy._module_details(options.progname)
        sys.argv[0] = code.co_filename
        names = {
            "__name__": "__main__", "__file__": code.co_filename, "__package__": spec.parent,
            "__loader__": spec.loader, "__spec__": spec, "__cached__": None,
        }
    else:
        sys.argv = [options.progname, *options.arguments]
        sys.path[0] = os.path.dirname(options.progname)
        with open(options.progname, "rb") as file:
            code = compile(file.read(), options.progname, "exec")
        names = {"__file__": options.progname, "__name__": "__main__", "__package__": None, "__cached__": None}
    tracer.runctx(code, names, names)


if __name__ == "__main__":
    main()
