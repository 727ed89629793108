def attempt(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error, "|", error.name, type(getattr(error, "obj", None)).__name__)


class Thing:
    pass


attempt(lambda: undefined_name)
attempt(lambda: Thing.missing)
attempt(lambda: Thing().missing)
attempt(lambda: (1).missing)
attempt(lambda: __import__("no_module_here"))
print(NameError("m", name="n").name, AttributeError("m", name="n", obj=3).obj, ImportError("m", name="n", path="p").path, ImportError("m", name_from="f").name_from, NameError("m").name)
for cls in (NameError, AttributeError, ImportError, KeyError):
    try:
        cls("m", other=1)
    except TypeError as error:
        print(error)
try:
    from os import nothing_like_this
except ImportError as error:
    print(error.name, error.name_from, error.msg.split(" (")[0])
e = ModuleNotFoundError("text", name="mod")
print(e, e.msg, e.name, e.path, e.args)
