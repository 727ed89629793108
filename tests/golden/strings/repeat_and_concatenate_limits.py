print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 10**15, "a" * True, ("x" + "y") + "z")


class Index:
    def __index__(self):
        return 2


print("ab" * Index(), Index() * "ab")
for call in (lambda: "a" * 2**62, lambda: "ab" * 2**63, lambda: "a" * 1.5, lambda: "a" * "b", lambda: "a" + 1, lambda: 1 + "a", lambda: "a" + None, lambda: "a" + b"b", lambda: "a" - "b", lambda: "a" @ "b", lambda: -"a", lambda: "a" * None):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
