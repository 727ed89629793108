e = BaseException(1, "two")
print(e.args, str(e), repr(e), e.__cause__, e.__context__, e.__traceback__, e.__suppress_context__, hasattr(e, "__notes__"))
e.args = [3]
print(e.args, str(e), repr(e), str(Exception()), repr(Exception()), str(Exception("a")), str(Exception(("t",))), repr(Exception("it's")))
e.extra = 5
print(e.__dict__, Exception(1) == Exception(1), e.with_traceback(None) is e)
for call in (lambda: setattr(e, "args", 3), lambda: setattr(e, "__cause__", 3), lambda: setattr(e, "__context__", "x"), lambda: setattr(e, "__traceback__", 3), lambda: e.with_traceback(3), lambda: delattr(e, "args"), lambda: delattr(e, "__cause__"), lambda: delattr(e, "__traceback__"), lambda: BaseException(a=1), lambda: e.with_traceback(), lambda: setattr(e, "__dict__", 3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
e.__cause__ = ValueError()
print(e.__suppress_context__, repr(e.__cause__), e.__reduce__()[:2])
