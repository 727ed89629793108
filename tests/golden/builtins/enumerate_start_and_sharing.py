print(list(enumerate("ab")), list(enumerate("ab", 1)), list(enumerate(iterable="x", start=-1)))
print(list(enumerate("ab", 2**63 - 1)), list(enumerate("a", start=True)))
numbered = enumerate(iter([10, 20, 30]))
print(next(numbered), iter(numbered) is numbered, list(numbered), next(numbered, "done"))


class Index:
    def __index__(self):
        return 40


print(next(enumerate("a", Index())))
for arguments, keywords in (((), {}), ((1,), {}), (("a", 1.5), {}), (("a", "1"), {}), (("a", 1, 2), {}), (("a",), {"stop": 1})):
    try:
        print(enumerate(*arguments, **keywords))
    except TypeError as error:
        print(error)
print(enumerate[int], type(enumerate("a")).__name__)
