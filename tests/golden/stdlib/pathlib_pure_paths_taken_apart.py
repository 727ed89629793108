"""Parts, suffixes, stems, joins, relatives, matches and errors of pure POSIX paths."""
import pathlib


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

P = pathlib.PurePosixPath
for text in ("", ".", "/", "//", "///", "a", "a/", "/a/b.tar.gz", "a/./b", "a/../b", "..", "../..", ".hidden", "a.", "a..b", ".a.b", "a//b", "//a/b", "é/😀", "a b", "~", "a\\b"):
    p = P(text)
    print(repr(text), repr(p), p.parts, repr(p.name), repr(p.stem), repr(p.suffix), p.suffixes, str(p.parent), p.anchor, p.is_absolute(), [str(q) for q in p.parents])
a = P("/a/b/c.txt")
print(a / "d", a / "/d", "x" / P("y"), a.joinpath("..", "e"), a.with_name("d.py"), a.with_stem("d"), a.with_suffix(".py"), a.with_suffix(""), a.relative_to("/a"), a.relative_to("/a/x", walk_up=True), a.is_relative_to("/a"), a.is_relative_to("/ab"), a.match("*.txt"), a.match("b/*"), a.match("/a/*"), a.full_match("/a/**"), a.full_match("**/c.txt"), a.as_posix(), a.as_uri(), a == P("/a/b/c.txt"), a < P("/b"), hash(a) == hash(P("/a//b/c.txt")), bytes(a), P("a", "b", "/c", "d"), P(P("x"), "y"), a.parents[0], a.parents[-1], len(a.parents), a.parents[0:2], P("a").with_segments("b"), sorted([P("b"), P("a/c"), P("a")]))
for bad in ((lambda: P("").with_name("x")), (lambda: a.with_name("")), (lambda: a.with_name("a/b")), (lambda: a.with_name(".")), (lambda: a.with_suffix("py")), (lambda: a.with_suffix(".")), (lambda: a.with_suffix("./")), (lambda: P("/").with_suffix(".a")), (lambda: a.with_stem("")), (lambda: a.relative_to("/x")), (lambda: a.relative_to("b")), (lambda: P("a").relative_to("../b", walk_up=True)), (lambda: P("a").as_uri()), (lambda: P(5)), (lambda: P(b"a")), (lambda: a / 5), (lambda: 5 / a), (lambda: a + "b"), (lambda: a < "b"), (lambda: a == "/a/b/c.txt"), (lambda: a.match("")), (lambda: a.parents[9]), (lambda: a.relative_to()), (lambda: P(None)), (lambda: a.joinpath(5)), (lambda: setattr(a, "name", 1)), (lambda: iter(a)), (lambda: a["x"]), (lambda: P("a\0b"))):
    attempt(bad)
