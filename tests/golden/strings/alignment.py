print("[" + "ab".center(7) + "]", "ab".center(5, "*"), "ab".ljust(5, "."), "ab".rjust(5), "42".zfill(5), "-42".zfill(6), "+1".zfill(4), "abc".center(2), "a".center(4, "-"))
try:
    "a".center(5, "ab")
except TypeError as e:
    print(e)
