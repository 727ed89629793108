import os
os.mkdir("d")
os.makedirs("d/e/f")
open("d/a.txt", "w").write("12345")
print(sorted(os.listdir("d")), os.path.exists("d/a.txt"), os.path.isfile("d"), os.path.isdir("d/e"), os.path.getsize("d/a.txt"))
os.rename("d/a.txt", "d/b.txt")
print(sorted(os.listdir("d")), os.path.join("a", "b"), os.path.split("/x/y.z"), os.path.splitext("a.tar.gz"), os.path.basename("/q/w"), os.path.dirname("/q/w"))
for root, dirs, files in os.walk("d"):
    print(root, sorted(dirs), sorted(files))
os.remove("d/b.txt")
os.rmdir("d/e/f")
print(os.path.exists("d/e/f"), os.path.abspath("/a/../b"), os.path.normpath("a//b/./c/.."), os.sep, os.path.isabs("/a"))
print(os.environ.get("NOT_SET_AT_ALL"), os.getenv("NOT_SET", "d"), "PATH" in os.environ)
