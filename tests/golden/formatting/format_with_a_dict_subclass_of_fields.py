"""Double-star arguments ask keys() and __getitem__ of a mapping, but not __missing__ of one that lacks a name."""


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


class Loud(dict):
    def __getitem__(self, key):
        return "loud " + super().__getitem__(key)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: "{a}".format(**Missing()))
attempt(lambda: "{a}".format_map(Missing()))
attempt(lambda: "{a}".format(**Loud(a="1")))
attempt(lambda: "{a}".format_map(Loud(a="1")))
attempt(lambda: "%(a)s" % Missing())
attempt(lambda: "%(a)s" % Loud(a="1"))
attempt(lambda: dict(**Loud(a="1")))
attempt(lambda: dict(Loud(a="1")))
attempt(lambda: {**Loud(a="1")})
attempt(lambda: "{a} {0}".format_map({"a": 1}))
attempt(lambda: "{}".format_map({"": "empty"}))
attempt(lambda: "{a[b]}".format_map({"a": Missing()}))
attempt(lambda: "{a.b}".format(**{"a": Missing()}))
