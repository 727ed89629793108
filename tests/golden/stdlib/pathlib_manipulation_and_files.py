import os
from pathlib import Path, PurePath, PurePosixPath

for text in """
PurePosixPath("a/b/../c//./d/"), PurePosixPath(), PurePosixPath("/"), PurePosixPath("//a"), PurePosixPath("///a"), PurePosixPath("a", "/b", "c"), PurePosixPath("a") / "b" / PurePosixPath("c"), "x" / PurePosixPath("y")
PurePosixPath("/a/b.tar.gz").suffixes, PurePosixPath("/a/b.tar.gz").stem, PurePosixPath(".bashrc").suffix, PurePosixPath("a.").suffix, PurePosixPath("/").name, PurePosixPath("a/..").name, PurePosixPath("..a.b").suffixes
PurePosixPath("/a/b").parts, list(PurePosixPath("a/b/c").parents), PurePosixPath("/a/b").parents[-1], PurePosixPath("/a/b/c").parents[0:2], PurePosixPath("a").parent, PurePosixPath("/").parent
PurePosixPath("a/b/c").parents[5]
PurePosixPath("/a/b").relative_to("/a"), PurePosixPath("/a/b").relative_to("/a/c", walk_up=True), PurePosixPath("/a").is_relative_to("/"), PurePosixPath("a/b").is_relative_to("b")
PurePosixPath("/a/b").relative_to("b")
PurePosixPath("/a/b").relative_to("../x", walk_up=True)
PurePosixPath("a/b.txt").with_name("c"), PurePosixPath("a/b.txt").with_suffix(".md"), PurePosixPath("a/b.txt").with_suffix(""), PurePosixPath("a/b.tar.gz").with_stem("x"), PurePosixPath("a").with_segments("x", "y")
PurePosixPath("/").with_name("x")
PurePosixPath("a").with_name("b/c")
PurePosixPath("a").with_suffix("x")
PurePosixPath("a").with_suffix(".")
PurePosixPath("a").with_name("")
PurePosixPath("a/b.py").match("*.py"), PurePosixPath("/a/b/c.py").match("b/*.py"), PurePosixPath("a.py").match("/a.py"), PurePosixPath("a/b/c").full_match("a/**"), PurePosixPath("a/b/c").full_match("**/c"), PurePosixPath("A").match("a", case_sensitive=False)
PurePosixPath("a").match("")
PurePosixPath("a") == PurePosixPath("a/"), PurePosixPath("a") < PurePosixPath("b"), hash(PurePosixPath("a")) == hash(PurePosixPath("./a")), sorted([PurePosixPath("b"), PurePosixPath("a/c"), PurePosixPath("a")])
PurePosixPath("a") < "b"
PurePosixPath("/a b").as_uri(), PurePosixPath("a").as_posix(), bytes(PurePosixPath("é")), os.fspath(PurePosixPath("x")), repr(PurePosixPath("x'y")), PurePosixPath("a").joinpath("b", "c"), PurePosixPath("/a").is_absolute()
PurePosixPath("a").as_uri()
PurePosixPath(5)
PurePosixPath(b"a")
PurePosixPath("a") / 5
PurePath("x").__class__.__name__, Path("x").__class__.__name__, isinstance(Path(), PurePosixPath), Path.from_uri("file:///tmp/x"), PurePosixPath("a").is_reserved() if 0 else 0
Path.from_uri("http://x")
setattr(PurePosixPath("a"), "name", "b")
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
root = Path("tree")
(root / "a" / "b").mkdir(parents=True)
(root / "a" / "f.txt").write_text("line 1\nline 2\n", encoding="utf-8")
(root / "a" / "b" / "g.py").write_bytes(b"\x00\x01")
(root / ".hidden").touch()
(root / "link").symlink_to("a", target_is_directory=True)
(root / "dangling").symlink_to("nowhere")
show = lambda paths: sorted(p.as_posix() for p in paths)
print(show(root.iterdir()), show(root.glob("*")), show(root.glob("**/*")), show(root.rglob("*.py")), show(root.glob("*/")), show(root.glob("a/*.txt")), show(root.glob("?")), show(root.glob("**")), show(root.rglob("[!a]*.txt")))
print([(p.as_posix(), sorted(d), sorted(f)) for p, d, f in root.walk()], [(p.as_posix(), d, f) for p, d, f in root.walk(top_down=False)][-1][0])
f = root / "a" / "f.txt"
print(f.read_text(), f.stat().st_size, f.exists(), f.is_file(), f.is_dir(), (root / "link").is_symlink(), (root / "dangling").exists(), (root / "dangling").is_symlink(), os.readlink(root / "link"), (root / "link").readlink(), (root / "link/f.txt").samefile(f))
print(f.rename(root / "moved.txt"), (root / "moved.txt").replace(root / "again.txt"), f.exists(), (root / "again.txt").suffix, (root / "none").unlink(missing_ok=True), (root / "again.txt").resolve().relative_to(Path.cwd()))
for call in (lambda: (root / "a").rmdir(), lambda: (root / "none").unlink(), lambda: (root / "a").mkdir(), lambda: (root / "a").mkdir(exist_ok=True), lambda: (root / "x/y").mkdir(), lambda: (root / "a").read_text(), lambda: (root / "none").stat(),
             lambda: (root / "again.txt").mkdir(exist_ok=True), lambda: list((root / "none").iterdir()), lambda: (root / "again.txt").touch(exist_ok=False), lambda: list(root.glob("")), lambda: list(root.glob("/x")),
             lambda: (root / "again.txt").write_text(5), lambda: (root / "again.txt").write_bytes("x"), lambda: (root / "again.txt").open("q"), lambda: Path("\0").stat(), lambda: Path("\0").exists(), lambda: Path("~nobody_here").expanduser()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
(root / "again.txt").chmod(0o640)
print(oct((root / "again.txt").stat().st_mode & 0o777), (root / "hard").hardlink_to(root / "again.txt"), (root / "hard").stat().st_nlink, (root / "again.txt").open().readline(), Path("a/../b").absolute().name, Path("x").exists(), Path(".").resolve() == Path.cwd())
