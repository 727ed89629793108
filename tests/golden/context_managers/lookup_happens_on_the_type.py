class Plain:
    pass


class Half:
    def __enter__(self):
        return self


class Whole(Half):
    def __exit__(self, *details):
        print("exit", [getattr(d, "__name__", d) for d in details][:1])
        return "truthy"


instance = Plain()
instance.__enter__ = instance.__exit__ = lambda *a: None
for manager in (Plain(), Half(), instance, 5, None, Whole):
    try:
        with manager:
            print("body")
    except TypeError as error:
        print(error)
with Whole() as w:
    raise KeyError("swallowed")
print("after", type(w).__name__)


class EnterFails(Whole):
    def __enter__(self):
        raise OSError("no entry")


try:
    with Whole(), EnterFails():
        print("never")
except OSError as error:
    print("not reached", error)
print("the outer one swallowed it")
