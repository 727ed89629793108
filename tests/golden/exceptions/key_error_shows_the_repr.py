print(KeyError("a"), KeyError("a", "b"), KeyError(), KeyError(1), KeyError("it's"), KeyError(""), KeyError(("t",)), str(KeyError("\n")), repr(KeyError("a")))
print(LookupError("a"), IndexError("a"), str(KeyError(KeyError("in"))))


class Named(KeyError):
    def __str__(self):
        return f"no {self.args[0]}"


print(Named("key"), repr(Named("key")))
try:
    {}[()]
except KeyError as error:
    print(error, error.args)
try:
    {}[(1, 2)]
except KeyError as error:
    print(error, error.args)
try:
    {}[None]
except KeyError as error:
    print(error, error.args)
