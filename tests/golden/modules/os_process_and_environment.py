import os
print(os.getpid() > 0, os.getcwd() == os.path.realpath("."), os.name, os.linesep.encode(), os.cpu_count() > 0, os.pathsep, os.curdir)
os.environ["GILLY_TEST"] = "v"
print(os.environ["GILLY_TEST"], os.getenv("GILLY_TEST"))
del os.environ["GILLY_TEST"]
print("GILLY_TEST" in os.environ)
try:
    os.environ["GILLY_TEST"]
except KeyError as e:
    print(repr(e))
try:
    os.environ["x"] = 5
except TypeError as e:
    print(e)
print(os.strerror(2), os.path.expanduser("~") != "~", os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b", "/a"))
