"""Tables of what profilers counted."""

import os
import re
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cmp_to_key

__all__ = ["Stats", "SortKey", "FunctionProfile", "StatsProfile"]


class SortKey(StrEnum):
    """What tables can be sorted by. Most keys have other names too."""

    CALLS = "calls", "ncalls"
    CUMULATIVE = "cumulative", "cumtime"
    FILENAME = "filename", "module"
    LINE = "line"
    NAME = "name"
    NFL = "nfl"
    PCALLS = "pcalls"
    STDNAME = "stdname"
    TIME = "time", "tottime"

    def __new__(cls, *names):
        member = str.__new__(cls, names[0])
        member._value_ = names[0]
        for name in names[1:]:
            cls._value2member_map_[name] = member
        member._all_values = names
        return member


@dataclass(unsafe_hash=True)
class FunctionProfile:
    """A function's line in a table."""

    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    """A table as data."""

    total_tt: float
    func_profiles: dict[str, FunctionProfile]


class Stats:
    """The statistics of profilers and of files that they wrote; most methods return the object itself."""

    sort_arg_dict_default = {
        "calls": (((1, -1),), "call count"),
        "ncalls": (((1, -1),), "call count"),
        "cumtime": (((3, -1),), "cumulative time"),
        "cumulative": (((3, -1),), "cumulative time"),
        "filename": (((4, 1),), "file name"),
        "line": (((5, 1),), "line number"),
        "module": (((4, 1),), "file name"),
        "name": (((6, 1),), "function name"),
        "nfl": (((6, 1), (4, 1), (5, 1)), "name/file/line"),
        "pcalls": (((0, -1),), "primitive call count"),
        "stdname": (((7, 1),), "standard name"),
        "time": (((2, -1),), "internal time"),
        "tottime": (((2, -1),), "internal time"),
    }

    def __init__(self, *args, stream=None):
        self.stream = sys.stdout if stream is None else stream
        self.init(args[0] if args else None)
        self.add(*args[1:])

    def init(self, arg):
        self.all_callees = None
        self.files = []
        self.fcn_list = None
        self.total_tt = self.total_calls = self.prim_calls = self.max_name_len = 0
        self.top_level = set()
        self.stats = {}
        self.sort_arg_dict = {}
        self.load_stats(arg)
        try:
            self.get_top_level_stats()
        except Exception:
            print("Invalid timing data %s" % (self.files[-1] if self.files else ""), file=self.stream)
            raise

    def load_stats(self, arg):
        if arg is None:
            self.stats = {}
            return
        if isinstance(arg, str):
            import marshal

            with open(arg, "rb") as file:
                self.stats = marshal.load(file)
            try:
                arg = time.ctime(os.stat(arg).st_mtime) + "    " + arg
            except OSError:
                pass
            self.files = [arg]
        elif hasattr(arg, "create_stats"):
            arg.create_stats()
            self.stats, arg.stats = arg.stats, {}
        if not self.stats:
            raise TypeError("Cannot create or construct a %r object from %r" % (self.__class__, arg))

    def get_top_level_stats(self):
        for function, (primitive, calls, own, cumulated, callers) in self.stats.items():
            self.total_calls += calls
            self.prim_calls += primitive
            self.total_tt += own
            if ("jprofile", 0, "profiler") in callers:
                self.top_level.add(function)
            self.max_name_len = max(self.max_name_len, len(func_std_string(function)))

    def add(self, *arg_list):
        """Add other statistics to these."""
        for item in reversed(arg_list):
            other = item if type(item) is type(self) else type(self)(item)
            self.files += other.files
            self.total_calls += other.total_calls
            self.prim_calls += other.prim_calls
            self.total_tt += other.total_tt
            self.top_level |= other.top_level
            self.max_name_len = max(self.max_name_len, other.max_name_len)
            self.fcn_list = None
            for function, stat in other.stats.items():
                old = self.stats.get(function, (0, 0, 0, 0, {}))
                self.stats[function] = add_func_stats(old, stat)
        return self

    def dump_stats(self, filename):
        """Write the statistics to a file."""
        import marshal

        with open(filename, "wb") as file:
            marshal.dump(self.stats, file)

    def get_sort_arg_defs(self):
        """The keys and their unambiguous abbreviations."""
        if not self.sort_arg_dict:
            found, ambiguous = {}, set()
            for word, key in self.sort_arg_dict_default.items():
                for end in range(len(word), 0, -1):
                    if word[:end] in found:
                        ambiguous.add(word[:end])
                        break
                    found[word[:end]] = key
            self.sort_arg_dict = {word: key for word, key in found.items() if word not in ambiguous}
        return self.sort_arg_dict

    def sort_stats(self, *field):
        """Sort by one key or several."""
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [{-1: "stdname", 0: "calls", 1: "time", 2: "cumulative"}[field[0]]]
        elif len(field) >= 2:
            for one in field[1:]:
                if type(one) is not type(field[0]):
                    raise TypeError("Can't have mixed argument type")
        keys = self.get_sort_arg_defs()
        order = ()
        self.sort_type = ""
        connector = ""
        for word in field:
            if isinstance(word, SortKey):
                word = word.value
            order += keys[word][0]
            self.sort_type += connector + keys[word][1]
            connector = ", "
        rows = [
            (primitive, calls, own, cumulated, *function, func_std_string(function), function)
            for function, (primitive, calls, own, cumulated, _) in self.stats.items()
        ]

        def compare(left, right):
            for place, direction in order:
                if left[place] != right[place]:
                    return -direction if left[place] < right[place] else direction
            return 0

        rows.sort(key=cmp_to_key(compare))
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        """Leave the folders away."""
        old, self.stats = self.stats, {}
        self.max_name_len = 0
        for function, (primitive, calls, own, cumulated, callers) in old.items():
            new = func_strip_path(function)
            self.max_name_len = max(self.max_name_len, len(func_std_string(new)))
            stripped = {}
            for caller, stat in callers.items():
                stripped[func_strip_path(caller)] = stat
            stat = primitive, calls, own, cumulated, stripped
            self.stats[new] = add_func_stats(self.stats[new], stat) if new in self.stats else stat
        self.top_level = {func_strip_path(function) for function in self.top_level}
        self.fcn_list = self.all_callees = None
        return self

    def calc_callees(self):
        if self.all_callees:
            return
        self.all_callees = {}
        for function, (_, _, _, _, callers) in self.stats.items():
            self.all_callees.setdefault(function, {})
            for caller, stat in callers.items():
                self.all_callees.setdefault(caller, {})[function] = stat

    # Printing. Restrictions are counts, fractions and regular expressions, each on what the one before left.

    def eval_print_amount(self, sel, list, msg):
        chosen = list
        if isinstance(sel, str):
            try:
                pattern = re.compile(sel)
            except re.PatternError:
                return list, msg + "   <Invalid regular expression %r>\n" % sel
            chosen = [function for function in list if pattern.search(func_std_string(function))]
        else:
            count = len(list)
            if isinstance(sel, float) and 0.0 <= sel < 1.0:
                chosen = list[:int(count * sel + 0.5)]
            elif isinstance(sel, int) and 0 <= sel < count:
                chosen = list[:sel]
        if len(list) != len(chosen):
            msg += "   List reduced from %r to %r due to restriction <%r>\n" % (len(list), len(chosen), sel)
        return chosen, msg

    def get_stats_profile(self):
        """The table as data."""
        rows = {}
        for function in self.fcn_list[:] if self.fcn_list else list(self.stats):
            primitive, calls, own, cumulated, _ = self.stats[function]
            number = lambda value, count: -1 if count == 0 else float(f8(value / count))
            rows[function[2]] = FunctionProfile(
                str(calls) if calls == primitive else f"{calls}/{primitive}", float(f8(own)), number(own, calls),
                float(f8(cumulated)), number(cumulated, primitive), function[0], function[1])
        return StatsProfile(float(f8(self.total_tt)), rows)

    def get_print_list(self, sel_list):
        if self.fcn_list:
            functions = self.fcn_list[:]
            message = "   Ordered by: " + self.sort_type + "\n"
        else:
            functions = list(self.stats)
            message = "   Random listing order was used\n"
        for one in sel_list:
            functions, message = self.eval_print_amount(one, functions, message)
        if not functions:
            return 0, functions
        print(message, file=self.stream)
        width = self.max_name_len
        if len(functions) < len(self.stats):
            width = max(len(func_std_string(function)) for function in functions)
        return width + 2, functions

    def print_stats(self, *amount):
        """Print the table."""
        for filename in self.files:
            print(filename, file=self.stream)
        if self.files:
            print(file=self.stream)
        for function in self.top_level:
            print(" " * 8, func_get_function_name(function), file=self.stream)
        print(" " * 8, self.total_calls, "function calls", end=" ", file=self.stream)
        if self.total_calls != self.prim_calls:
            print("(%d primitive calls)" % self.prim_calls, end=" ", file=self.stream)
        print("in %.3f seconds" % self.total_tt, file=self.stream)
        print(file=self.stream)
        _, functions = self.get_print_list(amount)
        if functions:
            self.print_title()
            for function in functions:
                self.print_line(function)
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_callees(self, *amount):
        """Print what each function called."""
        width, functions = self.get_print_list(amount)
        if functions:
            self.calc_callees()
            self.print_call_heading(width, "called...")
            for function in functions:
                self.print_call_line(width, function, self.all_callees.get(function, {}))
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_callers(self, *amount):
        """Print what each function was called by."""
        width, functions = self.get_print_list(amount)
        if functions:
            self.print_call_heading(width, "was called by...")
            for function in functions:
                self.print_call_line(width, function, self.stats[function][4], "<-")
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_call_heading(self, name_size, column_title):
        print("Function ".ljust(name_size) + column_title, file=self.stream)
        for _, _, _, _, callers in self.stats.values():
            if callers:
                if isinstance(next(iter(callers.values())), tuple):
                    print(" " * name_size + "    ncalls  tottime  cumtime", file=self.stream)
                break

    def print_call_line(self, name_size, source, call_dict, arrow="->"):
        print(func_std_string(source).ljust(name_size) + arrow, end=" ", file=self.stream)
        if not call_dict:
            print(file=self.stream)
            return
        indent = ""
        for function in sorted(call_dict):
            name, value = func_std_string(function), call_dict[function]
            if isinstance(value, tuple):
                calls, primitive, own, cumulated = value
                shown = "%d/%d" % (calls, primitive) if calls != primitive else "%d" % calls
                text = "%s %s %s  %s" % (
                    shown.rjust(7 + 2 * len(indent)) if indent else shown.rjust(7), f8(own), f8(cumulated), name)
                left = name_size + 1
            else:
                text = "%s(%r) %s" % (name, value, f8(self.stats[function][3]))
                left = name_size + 3
            print(indent * left + text, file=self.stream)
            indent = " "

    def print_line(self, func):
        primitive, calls, own, cumulated, _ = self.stats[func]
        shown = str(calls) if calls == primitive else f"{calls}/{primitive}"
        print(shown.rjust(9), f8(own), end=" ", file=self.stream)
        print(" " * 8 if calls == 0 else f8(own / calls), f8(cumulated), end=" ", file=self.stream)
        print(" " * 8 if primitive == 0 else f8(cumulated / primitive), func_std_string(func), file=self.stream)

    def print_title(self):
        print("   ncalls  tottime  percall  cumtime  percall", end=" ", file=self.stream)
        print("filename:lineno(function)", file=self.stream)


def func_strip_path(func_name):
    filename, line, name = func_name
    return os.path.basename(filename), line, name


def func_get_function_name(func):
    return func[2]


def func_std_string(func_name):
    """A function as tables show it."""
    if func_name[:2] == ("~", 0):
        name = func_name[2]
        return "{%s}" % name[1:-1] if name.startswith("<") and name.endswith(">") else name
    return "%s:%d(%s)" % func_name


def add_func_stats(target, source):
    """The sum of two entries."""
    callers = dict(target[4])
    for function, stat in source[4].items():
        old = callers.get(function)
        if old is None:
            callers[function] = stat
        elif isinstance(stat, tuple):
            callers[function] = tuple(one + other for one, other in zip(stat, old))
        else:
            callers[function] = old + stat
    return (*(one + other for one, other in zip(source[:4], target[:4])), callers)


def f8(x):
    return "%8.3f" % x
