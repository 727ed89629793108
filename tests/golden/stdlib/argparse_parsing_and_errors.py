import argparse
import contextlib
import io

parser = argparse.ArgumentParser(prog="tool", description="Does things.")
parser.add_argument("path", help="where")
parser.add_argument("extra", nargs="*", type=int)
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--level", choices=["low", "high"], default="low")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction)
parser.add_argument("-o", dest="outs", action="append", metavar="FILE")
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
for line in ("p", "p 1 2 -vv", "p --level high --flag -o a -oB", "p --no-flag --lev high", "-- -p"):
    print(line, "->", parser.parse_args(line.split()))
print(parser.parse_known_args(["p", "--unknown", "5"]))
for line in ("", "p x", "p --level mid", "p --nope", "p -o", "--version", "p 1 --level", "p --flag=1"):
    err, out = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
        try:
            parser.parse_args(line.split())
        except SystemExit as error:
            code = error.code
    print(code, out.getvalue().strip(), err.getvalue().strip().splitlines()[-1:])
print(parser.format_usage())
sub = argparse.ArgumentParser(prog="multi", exit_on_error=False)
commands = sub.add_subparsers(dest="command", required=True)
add = commands.add_parser("add")
add.add_argument("n", type=float)
group = add.add_mutually_exclusive_group()
group.add_argument("-a", action="store_true")
group.add_argument("-b", action="store_const", const=5)
print(sub.parse_args(["add", "1.5", "-b"]), vars(sub.parse_args(["add", "2"])), argparse.Namespace(x=1) == argparse.Namespace(x=1))
