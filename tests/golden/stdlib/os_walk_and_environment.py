# Directories made, walked and removed; the environment as a mapping; paths as objects.
import os

top = f"/tmp/gilly-os-{os.getpid()}"
os.mkdir(top)
os.chdir(top)


def show(*results):
    for place, directories, files in results:
        print(place, sorted(directories), sorted(files))


os.makedirs("a/b/c")
os.makedirs("a/d/.")
os.makedirs("a/b/c", exist_ok=True)
for name in ("a/one.txt", "a/b/two.txt", "a/b/c/three.txt"):
    with open(name, "w") as file:
        file.write(name)
os.symlink("b", "a/link")
os.symlink("nowhere", "a/dangling")

print("top-down")
for place, directories, files in os.walk("a"):
    directories.sort()
    show((place, directories, files))
print("bottom-up")
show(*sorted(os.walk("a", topdown=False)))
print("links followed")
show(*sorted(os.walk("a", followlinks=True)))
print("pruned")
for place, directories, files in os.walk("a"):
    directories[:] = [name for name in directories if name != "b"]
    show((place, directories, files))
print("errors")
print(list(os.walk("missing")), list(os.walk("missing", onerror=print)))
print("with descriptors")
for place, directories, files, descriptor in os.fwalk("a"):
    directories.sort()
    show((place, directories, files))
    print(os.stat("two.txt", dir_fd=descriptor).st_size if "two.txt" in files else None)

for path, options in (("a/b", {}), ("a/one.txt", {"exist_ok": True}), ("a/one.txt/x", {})):
    try:
        os.makedirs(path, **options)
    except OSError as error:
        print(type(error).__name__, error)
os.renames("a/b/c/three.txt", "new/place/three.txt")
print(os.path.exists("a/b/c"), os.listdir("new/place"))
os.remove("new/place/three.txt")
os.removedirs("new/place")
print(os.path.exists("new"))
with os.scandir("a") as entries:
    print(sorted((entry.name, entry.is_dir(), entry.is_file(), entry.is_symlink()) for entry in entries))

os.environ["GILLY_TEST"] = "été"
print(os.getenv("GILLY_TEST"), os.environb[b"GILLY_TEST"], os.getenv("GILLY_NOT", 3), "GILLY_TEST" in os.environ)
print(os.popen("echo $GILLY_TEST").read(), end="")
print(os.environ.pop("GILLY_TEST"), os.environ.get("GILLY_TEST"))
print((os.environ | {"X": 1})["X"], os.environ.setdefault("GILLY_TEST", "a"), type(os.environ.copy()))
for action in (lambda: os.environ["GILLY_NOT"], lambda: os.environ.__setitem__("a", 1),
               lambda: os.environ.__delitem__("GILLY_NOT"), lambda: os.environb["a"], lambda: os.fspath(3),
               lambda: os.popen(3), lambda: os.popen("ls", "x"), lambda: os.fdopen("x"), lambda: os.PathLike(),
               lambda: os.get_exec_path({"PATH": "a", b"PATH": b"b"}), lambda: os.execvp("gilly-missing", ["x"])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Place:
    def __fspath__(self):
        return "a/one.txt"


print(isinstance(Place(), os.PathLike), issubclass(str, os.PathLike), os.PathLike[str], os.fsencode(Place()))
print(open(Place()).read(), ascii(os.fsdecode(b"a\xff")), os.fsencode("a\udcff"), os.get_exec_path({"PATH": "x:y"}))
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 3"), os.popen("exit 2").close(), os.popen("true").close())
with os.fdopen(os.open("a/one.txt", os.O_RDONLY)) as file:
    print(file.read(), os.name, repr(os.linesep), os.path.__name__)
os.chdir("/")
for place, directories, files in os.walk(top, topdown=False):
    for name in directories:
        path = os.path.join(place, name)
        os.unlink(path) if os.path.islink(path) else os.rmdir(path)
    for name in files:
        os.remove(os.path.join(place, name))
os.rmdir(top)
print(os.path.exists(top))
