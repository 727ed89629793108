"""Keys made of passwords by a function that takes much memory."""

import hashlib


def attempt(*arguments, **keywords):
    try:
        return hashlib.scrypt(*arguments, **keywords).hex()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(attempt(b"", salt=b"", n=16, r=1, p=1))
print(attempt(b"password", salt=b"NaCl", n=1024, r=8, p=16))
print(attempt(b"pleaseletmein", salt=b"SodiumChloride", n=16384, r=8, p=1, dklen=20))
print(attempt(bytearray(b"pw"), salt=memoryview(b"s"), n=2**15, r=8, p=1, maxmem=2**26, dklen=8))
print(attempt(b"pw", salt=b"s", n=2**15, r=8, p=1))
usual = {"salt": b"s", "n": 16, "r": 1, "p": 1}
for wrong in {"n": 15}, {"n": 1}, {"n": -16}, {"r": 0}, {"p": 0}, {"dklen": 0}, {"maxmem": -1}, {"salt": "text"}:
    print(wrong, attempt(b"pw", **{**usual, **wrong}))
for missing in usual:
    print("without", missing, attempt(b"pw", **{name: value for name, value in usual.items() if name != missing}))
