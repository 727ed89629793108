import argparse
import os

os.environ["COLUMNS"] = "80"
p = argparse.ArgumentParser(prog="tool", description="A tool that does many things, described in a text that is longer than "
                            "one line of the terminal.", epilog="See also: other tools.")
p.add_argument("source", help="where from")
p.add_argument("targets", nargs="*", metavar="TARGET", help="where to (default: %(default)s)", default=["here"])
p.add_argument("-v", "--verbose", action="count", default=0, help="say more; may be repeated")
p.add_argument("--level", type=int, choices=range(1, 4), default=2, help="%(type)s from %(choices)s, %(prog)s uses %(default)d")
p.add_argument("--very-long-option-name-that-wraps", metavar=("A", "B"), nargs=2, help="takes two")
p.add_argument("--hidden", help=argparse.SUPPRESS)
p.add_argument("--no-help")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("--flag", action=argparse.BooleanOptionalAction, help="on or off", default=True)
group = p.add_argument_group("output", "where results go")
group.add_argument("-o", "--out", metavar="FILE", required=True)
either = p.add_mutually_exclusive_group(required=True)
either.add_argument("--json", action="store_const", const="json", dest="form")
either.add_argument("--text", action="store_const", const="text", dest="form", help="100%% text")
print(p.format_help())
print(p.format_usage())
for formatter in (argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter,
                  argparse.MetavarTypeHelpFormatter):
    q = argparse.ArgumentParser("q", formatter_class=formatter, description="two\n  lines", add_help=False, usage="%(prog)s [stuff]")
    q.add_argument("--n", type=int, default=3, help="a\n number")
    q.add_argument("x", type=float, help="x value", nargs="?")
    print(q.format_help())
sub = argparse.ArgumentParser("git")
commands = sub.add_subparsers(title="commands", dest="command", required=True, metavar="CMD")
clone = commands.add_parser("clone", help="copy a repository", aliases=["cl"], description="Copies.")
clone.add_argument("url")
commands.add_parser("pull", help="get changes")
commands.add_parser("secret")
print(sub.format_help(), clone.format_help(), sep="")
empty = argparse.ArgumentParser("empty", add_help=False)
print(repr(empty.format_help()), repr(argparse.ArgumentParser("e").format_usage()))
many = argparse.ArgumentParser("many-options-program", add_help=False)
for letter in "abcdefghijkl":
    many.add_argument(f"-{letter}", f"--option-{letter}", required=letter == "c")
many.add_argument("files", nargs="+")
print(many.format_usage())
