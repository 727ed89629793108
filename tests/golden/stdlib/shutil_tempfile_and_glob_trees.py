import glob
import os
import shutil
import stat
import tempfile

os.makedirs("src/sub/deep")
for name in ("src/a.txt", "src/b.py", "src/sub/c.txt", "src/sub/deep/d.bin", "src/.hidden"):
    with open(name, "w") as file:
        file.write(name)
os.symlink("a.txt", "src/link")
os.chmod("src/b.py", 0o750)
walk = lambda top: sorted(os.path.join(r, n) for r, d, f in os.walk(top) for n in d + f)
print(shutil.copytree("src", "copy", ignore=shutil.ignore_patterns("*.bin", ".h*")), walk("copy"), os.path.islink("copy/link"), shutil.copytree("src", "copy2", symlinks=True) and os.path.islink("copy2/link"))
for call in (lambda: shutil.copytree("src", "copy"), lambda: shutil.copytree("none", "x"), lambda: shutil.copyfile("src/a.txt", "src/a.txt"), lambda: shutil.copyfile("src", "x"), lambda: shutil.copyfile("none", "x"),
             lambda: shutil.rmtree("none"), lambda: shutil.rmtree("src/a.txt"), lambda: shutil.move("none", "x"), lambda: shutil.move("src", "src/sub"), lambda: shutil.copy("src/a.txt", "no/dir/x"),
             lambda: os.removedirs("src"), lambda: os.rmdir("src"), lambda: os.makedirs("src")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:90])
print(shutil.copytree("src", "copy", dirs_exist_ok=True), len(walk("copy")), shutil.copy("src/b.py", "x.py"), oct(os.stat("x.py").st_mode & 0o777), shutil.copyfile("src/b.py", "y.py"), shutil.copy2("src/a.txt", "copy/sub"), os.stat("copy/sub/a.txt").st_mtime == os.stat("src/a.txt").st_mtime)
print(shutil.move("copy2", "moved"), os.path.exists("copy2"), shutil.move("x.py", "moved"), shutil.rmtree("moved"), os.path.exists("moved"), shutil.rmtree("none", ignore_errors=True))
errors = []
shutil.rmtree("none", onexc=lambda function, path, error: errors.append((function.__name__, path, type(error).__name__)))
print(errors, shutil.which("sh") is not None, shutil.which("no-such-program"), shutil.which("y.py", path="."), shutil.disk_usage(".").total > 0, shutil.get_terminal_size((70, 20)).columns > 0)
print(sorted(glob.glob("src/*")), sorted(glob.glob("src/**", recursive=True)), sorted(glob.glob("**/*.txt", recursive=True)), glob.glob("src/.*"), sorted(glob.glob("src/**/", recursive=True)), sorted(glob.glob("*.txt", root_dir="src")),
      sorted(glob.glob("src/[ab].*")), glob.glob("none/*"), glob.glob("src/a.txt"), sorted(glob.glob("src/*", include_hidden=True)), glob.escape("a[b]*?"), sorted(glob.iglob("src/?.py")), glob.has_magic("a*"), glob.translate("*.py"))
with tempfile.TemporaryDirectory(prefix="pre-", suffix="-suf", dir=".") as name:
    print(os.path.basename(name).startswith("pre-"), name.endswith("-suf"), stat.S_IMODE(os.stat(name).st_mode) == 0o700)
    with open(os.path.join(name, "f"), "w"):
        pass
print(os.path.exists(name))
with tempfile.NamedTemporaryFile("w+", dir=".", delete_on_close=False) as file:
    file.write("text")
    file.close()
    print(open(file.name).read(), os.path.exists(file.name))
print(os.path.exists(file.name), repr(file)[:26])
with tempfile.TemporaryFile() as file:
    print(file.write(b"abc"), file.seek(0), file.read(), file.mode)
s = tempfile.SpooledTemporaryFile(max_size=5, mode="w+")
s.write("abc")
print(s._rolled, s.write("defgh"), s._rolled, s.seek(0), s.read(), s.close(), s.closed)
fd, name = tempfile.mkstemp(".x", "y", ".", text=True)
os.close(fd)
os.remove(name)
d = tempfile.mkdtemp(dir=".")
os.rmdir(d)
print(os.path.basename(name)[0], name[-2:], tempfile.gettempprefix(), len(next(tempfile._get_candidate_names())), os.path.isabs(d), tempfile.gettempdirb() == os.fsencode(tempfile.gettempdir()))
t = tempfile.TemporaryDirectory(dir=".", delete=False)
t.cleanup()
print(os.path.exists(t.name), repr(t)[:20])
with open("src/a.txt", "rb") as a, open("out", "wb") as b:
    shutil.copyfileobj(a, b, 2)
print(open("out").read(), os.path.getsize("out"), os.path.samefile("src/a.txt", "src/link"), stat.filemode(os.stat("src/b.py").st_mode), stat.filemode(os.lstat("src/link").st_mode)[0], os.access("src/b.py", os.X_OK))
with os.scandir("src") as entries:
    print(sorted((e.name, e.is_file(), e.is_dir(), e.is_symlink(), e.is_file(follow_symlinks=False)) for e in entries))
print(os.listdir("src/sub") and sorted(os.listdir("src/sub")), os.path.commonpath(["a/b/c", "a/b/d"]), os.path.commonprefix(["abc", "abd"]), os.path.relpath("src/sub", "copy"), os.path.splitext("a/.b"), os.path.normpath("a/../../b//c/."), os.path.expandvars("$HOME_NOT_SET/${X"))
