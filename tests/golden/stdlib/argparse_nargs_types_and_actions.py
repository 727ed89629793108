import argparse


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (option_string, values.upper()))


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise SystemExit(f"error: {message}")


def run(build, *lines, **kw):
    for line in lines:
        p = Parser("prog", **kw)
        build(p)
        try:
            print(line, "->", p.parse_args(line.split()))
        except SystemExit as exit:
            print(line, "!!", exit)


def numbers(p):
    p.add_argument("first")
    p.add_argument("rest", nargs="*", type=int)
    p.add_argument("-p", nargs="+", type=float)
    p.add_argument("-q", nargs="?", const="const", default="default")
    p.add_argument("-r", nargs=argparse.REMAINDER)


run(numbers, "a", "a 1 2", "a -p 1 2 -q", "-q x a", "-p 1 -- a 5", "", "a x", "-p", "a -r -x --y z", "a -1", "-q -p 1 a", "a -p x")


def actions(p):
    p.add_argument("--up", action=Upper)
    p.add_argument("--add", action="append", type=int)
    p.add_argument("--ext", action="extend", nargs="+", default=["d"])
    p.add_argument("-t", action="store_true")
    p.add_argument("-f", action="store_false", dest="no_f")
    p.add_argument("-c", action="append_const", const=7)
    p.add_argument("-vv", "--very", action="count")
    p.add_argument("--kind", choices=["one", "two"], default="zero")


run(actions, "--up abc", "--add 1 --add 2", "--ext a b --ext c", "-tf", "-c -c", "-vv -vv", "--kind one", "--kind three", "--ki two",
    "--add", "--add x", "--u=x", "-t1", "--tt", "-tc", "--up=", "extra", "--add=1 --nope 2")
run(actions, "--ki two", "--up x", allow_abbrev=False)


def exclusive(p):
    g = p.add_mutually_exclusive_group()
    g.add_argument("--a", action="store_true")
    g.add_argument("--b")
    g.add_argument("pos", nargs="?")
    p.add_argument("--abc")
    p.add_argument("--abd")


run(exclusive, "--a", "--a --b 1", "--b 1 x", "--ab 3", "--b=1 --b=2", "x --a")


def typed(p):
    def even(text):
        n = int(text)
        if n % 2:
            raise argparse.ArgumentTypeError(f"{n} is odd")
        return n
    p.add_argument("n", type=even)
    p.add_argument("--m", type=lambda s: {"x": 1}[s])
    p.add_argument("--default-text", type=int, default="12")
    p.add_argument("--file", type=argparse.FileType("r"))


run(typed, "4", "5", "x", "4 --file /nonexistent/file", "4 --default-text 3", "4 --default-text 0x10")
try:
    typed(p := Parser("prog"))
    p.parse_args(["4", "--m", "y"])
except KeyError as error:
    print("KeyError", error)
p = Parser("prog", prefix_chars="+-", argument_default=argparse.SUPPRESS)
p.add_argument("+x", "++extra")
p.add_argument("--y")
print(p.parse_args(["+x", "1"]), p.parse_args([]), p.parse_known_args(["a", "--z", "+x", "2", "--", "-q"]))
p.set_defaults(y=5, q=6)
print(p.parse_args([]), p.get_default("q"), p.parse_args([], argparse.Namespace(extra=0)))
for bad in (lambda: p.add_argument("--y"), lambda: p.add_argument("-z", nargs=0), lambda: p.add_argument("a", required=True),
            lambda: p.add_argument("--b", action="nothing"), lambda: p.add_argument("--c", type=5), lambda: p.add_argument("a", "-b"),
            lambda: p.add_argument("--d", action="store_true", nargs=1), lambda: p.add_argument("--e", nargs="x"), lambda: p.add_argument("+")):
    try:
        bad()
    except (ValueError, TypeError, argparse.ArgumentError) as error:
        print(type(error).__name__, error)
n = argparse.Namespace(b=1, a="x")
print(n, n == argparse.Namespace(a="x", b=1), "a" in n, vars(n))
