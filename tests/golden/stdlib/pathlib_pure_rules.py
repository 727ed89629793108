from pathlib import PurePosixPath as P

p = P("/usr/lib/../x.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parents[1], list(p.parents)[-1], p.parts, p.root, p.anchor, p.drive == "", p.is_absolute(), p.as_uri(), str(P("a//b/./c/")), P("a") / "b" / "/c", "x" / P("y"), P(), P(""), P("a", "b"), P("/") / "..")
print(p.with_name("y"), p.with_suffix(".zip"), p.with_suffix(""), p.with_stem("z"), p.with_segments("q"), P("/a/b").relative_to("/a"), P("/a/b").relative_to("/a/c", walk_up=True), P("/a/b").is_relative_to("/a"), P("a.py").match("*.py"), P("/a/b/c.py").match("b/*.py"), P("a/b/c").full_match("a/**"), P("a") < P("b"), P("a") == P("a/"), hash(P("a")) == hash(P("./a")), repr(P("é")), P(".hidden").suffix == "", P("a.").suffix, P("x").joinpath("a", "b"), bytes(P("é")))
for call in (lambda: P("a").relative_to("b"), lambda: P("/").with_name("x"), lambda: P("a").with_name("b/c"), lambda: P("a").with_suffix("x"), lambda: P("a").with_suffix("."), lambda: P("a") / 5, lambda: P(5), lambda: P("a").parents[5], lambda: P("a").as_uri(), lambda: P("a").match(""), lambda: P(b"a"), lambda: P("a") + "b", lambda: P("a").with_name(""), lambda: setattr(P("a"), "name", 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
