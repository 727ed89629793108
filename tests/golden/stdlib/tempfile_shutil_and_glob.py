import glob
import os
import shutil
import tempfile
from pathlib import Path

root = Path(tempfile.mkdtemp(dir="."))
for name in ("a.txt", "b.py", ".hidden", "sub/c.txt", "sub/deep/d.txt"):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(name)
os.chdir(root)
print(sorted(glob.glob("*")), sorted(glob.glob("**/*.txt", recursive=True)), glob.glob("[ab].*") != [], glob.glob("nope*"), sorted(glob.glob("*", root_dir="sub")), sorted(glob.glob("*", include_hidden=True)), glob.escape("a[1]"), sorted(str(p) for p in Path(".").rglob("*.txt")))
print(shutil.copy("a.txt", "copy.txt"), shutil.copytree("sub", "tree"), sorted(os.listdir("tree")), shutil.move("copy.txt", "sub"), shutil.which("no-such-program"), shutil.rmtree("tree"), os.path.exists("tree"), Path("sub").is_dir())
with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile("w+", suffix=".x", delete=False, dir=folder) as file:
    file.write("text")
    file.seek(0)
    print(file.read(), file.name.endswith(".x"), os.path.dirname(file.name) == folder)
print(os.path.exists(folder))
with tempfile.SpooledTemporaryFile(max_size=5, mode="w+") as spooled:
    spooled.write("more than five")
    spooled.seek(0)
    print(spooled.read())
for call in (lambda: shutil.copy("a.txt", "a.txt"), lambda: shutil.copytree("sub", "sub"), lambda: shutil.rmtree("nope"), lambda: shutil.copyfile("nope", "x"), lambda: shutil.move("nope", "x"), lambda: os.rmdir("sub"), lambda: os.mkdir("sub"), lambda: os.remove("sub/nope"), lambda: os.listdir("a.txt"), lambda: Path("a.txt").mkdir(), lambda: Path("nope").unlink(), lambda: Path("nope").unlink(missing_ok=True), lambda: Path("sub").read_text(), lambda: os.rename("nope", "y"), lambda: Path("x/y/z").write_text("a")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
