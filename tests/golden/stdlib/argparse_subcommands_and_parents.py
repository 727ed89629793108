import argparse
import io
import sys


class Parser(argparse.ArgumentParser):
    def exit(self, status=0, message=None):
        raise SystemExit((status, message))


base = argparse.ArgumentParser(add_help=False)
base.add_argument("--debug", action="store_true")
base.add_argument_group("shared").add_argument("--log", default="none")
top = Parser("app", parents=[base])
top.add_argument("--config", default="c.ini")
subs = top.add_subparsers(dest="command", title="verbs", help="what to do")
add = subs.add_parser("add", parents=[base], aliases=["a", "plus"])
add.add_argument("numbers", nargs="+", type=int)
add.set_defaults(func=lambda args: sum(args.numbers))
show = subs.add_parser("show", exit_on_error=True)
show.add_argument("what", nargs="?", default="all")
nested = show.add_subparsers(dest="detail")
nested.add_parser("deep").add_argument("--depth", type=int, default=1)
show.set_defaults(func=lambda args: (args.what, args.detail))
for line in ("add 1 2 3", "plus 4", "--debug add 1 --log x", "add --debug 1", "show x deep --depth 3", "--config z show x deep"):
    args = top.parse_args(line.split())
    print(line, "->", {k: v for k, v in sorted(vars(args).items()) if k != "func"}, args.func(args) if hasattr(args, "func") else None)
for line in ("sub", "add", "add x", "show x shallow", "--unknown", "add 1 --nope", "-h", "add -h"):
    old = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err = io.StringIO(), io.StringIO()
    try:
        top.parse_args(line.split())
    except SystemExit as exit:
        status = exit.code
    finally:
        sys.stdout, sys.stderr = old
    print(line, status, out.getvalue(), err.getvalue())
quiet = argparse.ArgumentParser("quiet", exit_on_error=False)
quiet.add_argument("--n", type=int)
quiet.add_argument("--k", choices="abc")
for line in ("--n x", "--k d", "--n", "--z"):
    try:
        print(quiet.parse_args(line.split()))
    except argparse.ArgumentError as error:
        print("ArgumentError", error, error.argument_name, error.message)
    except SystemExit as exit:
        print("exit", exit.code)
mixed = Parser("mixed")
mixed.add_argument("--foo")
mixed.add_argument("cmd")
mixed.add_argument("rest", nargs="*", type=int)
print(mixed.parse_intermixed_args("do 1 --foo bar 2 3".split()), mixed.parse_known_intermixed_args("do 1 --foo bar 2 --x".split()))
files = Parser("files", fromfile_prefix_chars="@")
files.add_argument("words", nargs="*")
with open("args.txt", "w") as file:
    file.write("one\ntwo words\n@more.txt\n")
with open("more.txt", "w") as file:
    file.write("three\n")
print(files.parse_args(["zero", "@args.txt"]))
try:
    files.parse_args(["@missing.txt"])
except SystemExit as exit:
    print(exit.code[0])
try:
    Parser("conflict").add_argument("-h")
except argparse.ArgumentError as error:
    print(error)
resolved = Parser("resolve", conflict_handler="resolve")
resolved.add_argument("-h", help="not help")
print(resolved.parse_args(["-h", "5"]), resolved.format_usage())
