"""join, split, splitext, normpath, relpath, commonpath and their like, with bytes and errors."""
import os.path as p


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("", "/", "a", "a/", "/a/b", "a//b", "./a", "a/.", "a/..", "../a", "//a", "///a", "a.b", ".a", "a.", "..a", "a.b.c", "a/b.c/d", ".a.b", "...", "a/...b", "~", "~x/y", "$HOME/x", "é"):
    print(repr(text), p.split(text), p.splitext(text), p.normpath(text), p.basename(text), p.dirname(text), p.isabs(text), p.splitroot(text), p.splitdrive(text))
print(p.join("a", "b", "/c", "d"), p.join("a", ""), p.join("", "a"), p.join("a/", "b"), p.join(b"a", b"b"), p.commonpath(["/a/b", "/a/c"]), p.commonpath(["a/b", "a/bc"]), p.commonprefix(["/a/b", "/a/bc"]), p.commonprefix([]), p.relpath("/a/b", "/a/c"), p.relpath("a", "a"), p.relpath("/", "/a"), p.expanduser("nothing"), p.expandvars("$NOPE_NOT/${NOPE_NOT}/x"), p.normcase("A"), p.lexists("/nope"), p.exists("/"), p.isdir("/"), p.isfile("/"), p.ismount("/"), p.islink("/"), p.samefile("/", "/."), p.sep, p.altsep, p.pardir, p.devnull, p.extsep)
for bad in ((lambda: p.join()), (lambda: p.join("a", 5)), (lambda: p.join("a", b"b")), (lambda: p.join(b"a", "b")), (lambda: p.split(5)), (lambda: p.splitext(None)), (lambda: p.commonpath([])), (lambda: p.commonpath(["/a", "b"])), (lambda: p.commonpath(["a", b"b"])), (lambda: p.relpath("")), (lambda: p.relpath("a", b"b")), (lambda: p.basename()), (lambda: p.exists("a\0b")), (lambda: p.exists(5000)), (lambda: p.getsize("/nope")), (lambda: p.isfile(None)), (lambda: p.realpath("/a/../b/./c")), (lambda: p.realpath("/nope", strict=True)), (lambda: p.abspath("/a/../b")), (lambda: p.abspath(5)), (lambda: p.expanduser(5)), (lambda: p.commonpath(5)), (lambda: p.samefile("/nope", "/"))):
    attempt(bad)
