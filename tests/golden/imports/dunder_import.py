print(__import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__.endswith("path"), __import__("os.path", None, None, [""]).__name__.endswith("path"))
def spy(name, globals=None, locals=None, fromlist=(), level=0):
    print("import", name, fromlist, level, globals is not None, locals is None)
    return f"<{name}>" if not fromlist else type("M", (), {"x": 1, "__name__": name})
exec("import a\nprint(a)\nimport b as c\nprint(c)\nfrom d import x\nprint(x)\nfrom .e import x as y\nfrom .. import x",
     {"__builtins__": {"__import__": spy, "print": print}})
def nested():
    import p.q
    return p
nested.__builtins__
for arguments in ((), (1,), ("",), ("os", None, None, (), -1), ("no.such.module",), ("os.nothing",)):
    try:
        __import__(*arguments)
    except (TypeError, ValueError, ImportError) as e:
        print(type(e).__name__, e)
try:
    exec("from .x import y", {"__package__": ""})
except ImportError as e:
    print(e)
