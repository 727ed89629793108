# zipfile.Path walks an archive as a tree of folders.
import io
import zipfile


def tell(function, *arguments, **options):
    """Prints what a call gives, or how it fails."""
    try:
        print(function(*arguments, **options))
    except Exception as error:
        print(type(error).__name__, error)


archive = zipfile.ZipFile(io.BytesIO(), "w")
for name in "a.txt", "b/c.txt", "b/d/e.txt", "b/d/f.py", "g/":
    archive.writestr(name, f"contents of {name}" if not name.endswith("/") else "")
archive.filename = "all.zip"
root = zipfile.Path(archive)
print([str(path) for path in root.iterdir()], root, repr(root / "b"))
path = root / "b" / "d" / "e.txt"
print(path, path.name, path.stem, path.suffix, path.parent, path.is_file(), path.exists(), path.at)
print(path.read_text(encoding="utf-8"), path.read_bytes(), path.open("rb").read(3))
print((root / "b").is_dir(), (root / "g").is_dir(), (root / "nope").exists(), (root / "a.txt") == root.joinpath("a.txt"))
print(sorted(map(str, root.glob("*.txt"))), sorted(map(str, root.rglob("*.py"))), path.match("*.txt"))
tell((root / "nope").open)
tell((root / "b").open)
tell(list, (root / "b").iterdir())
tell((root / "a.txt").iterdir)
archive.close()
