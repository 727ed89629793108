import io
import contextlib
from optparse import *
from optparse import OptionGroup, Values, AmbiguousOptionError


def make(**more):
    parser = OptionParser(usage="%prog [options] FILE", version="%prog 1.0", description="What " * 30, prog="prog",
                          epilog="The end " * 12, **more)
    parser.add_option("-f", "--file", dest="filename", help="write report to FILE [default: %default]", metavar="FILE")
    parser.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="don't print " * 10)
    parser.add_option("-n", type="int", dest="num", default="0x10")
    parser.add_option("-x", "--ratio", type="float", help=SUPPRESS_HELP)
    parser.add_option("-c", action="count", dest="count", help="more")
    parser.add_option("-a", "--append", action="append", type=int)
    parser.add_option("--point", nargs=2, type="complex", help="a point with a long name")
    parser.add_option("--color", choices=["red", "green"], default="red")
    parser.add_option("--const", action="store_const", const=42)
    parser.add_option("--add-const", action="append_const", const=1, dest="consts")
    parser.add_option("--call", action="callback", callback=called, type="string", callback_args=(1, 2), dest="called")
    group = OptionGroup(parser, "Dangerous", "Caution")
    group.add_option("-g", action="store_true", help="Group option.")
    parser.add_option_group(group)
    return parser


def called(option, opt, value, parser, *args, **kwargs):
    print("called", option, opt, value, args, kwargs)
    parser.values.called = value


def attempt(parser, words):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            values, rest = parser.parse_args(words)
        print(words, sorted(vars(values).items()), rest, out.getvalue())
    except SystemExit as exit:
        print(words, "exit", exit.code, out.getvalue(), err.getvalue())


parser = make()
for words in (
    [], ["-f", "a", "b", "--quiet", "c"], ["-fa", "-n12", "-n", "0b101", "--", "-q"], ["--file=x=y", "-ccc"],
    ["--append", "1", "-a2", "-a", "x"], ["--point", "1", "2j", "z"], ["--point", "1"], ["--color", "blue"],
    ["--co", "x"], ["--con"], ["--nothing"], ["-z"], ["--quiet=1"], ["--call", "v", "-g"], ["-n", "08"], ["-n", "x"],
    ["--ratio", "abc"], ["--version"], ["-f"], ["--add-const", "--add-const"], ["-", "x"], ["-qcf", "F"], ["--ratio=2"],
):
    attempt(parser, words)
print(parser.format_help())
print(make(formatter=TitledHelpFormatter(width=60)).format_help())
parser.disable_interspersed_args()
attempt(parser, ["-q", "a", "-f", "b"])
parser.set_defaults(filename="given", verbose=3)
parser.remove_option("-x")
attempt(parser, ["-x"])
print(parser.has_option("-f"), parser.has_option("--ratio"), parser.get_option("--file"), parser.get_option_group("-g").title)
for make_it in (
    lambda: Option(), lambda: Option("f"), lambda: Option("-"), lambda: Option("-fo"), lambda: Option("-f", action="x"),
    lambda: Option("-f", type="x"), lambda: Option("-f", action="count", type="int"), lambda: Option("-f", foo=1),
    lambda: Option("-f", type="choice"), lambda: Option("-f", choices="ab", type="choice"),
    lambda: Option("-f", const=1), lambda: Option("-f", action="callback"), lambda: Option("-f", callback=len),
    lambda: Option("-f", action="store_true", nargs=1), lambda: parser.add_option("-f"), lambda: parser.add_option(1),
    lambda: parser.remove_option("--no"), lambda: OptionParser(conflict_handler="x"), lambda: Option("---f"),
    lambda: Option("-f", action="callback", callback=called, callback_args=[1]), lambda: Option("-f", choices=["a"], type="int"),
):
    try:
        print(make_it())
    except Exception as error:
        print(type(error).__name__, error)
resolving = OptionParser(conflict_handler="resolve", usage=SUPPRESS_USAGE, add_help_option=False)
resolving.add_option("-n", "--dry-run", action="store_true", help="dry")
resolving.add_option("-n", "--noisy", action="store_true", help="noisy")
print(resolving.format_help())
print(Values({"a": 1}) == {"a": 1}, str(Values({"b": 2})), Values({"c": None}).ensure_value("c", 5))
