def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


print((0).to_bytes(0), (0).to_bytes(3, "little"), (65535).to_bytes(2), (-128).to_bytes(1, signed=True), (True).to_bytes())
print((1).to_bytes(length=2, byteorder="little"), (2**64).to_bytes(9, "big"), (-(2**63)).to_bytes(8, "little", signed=True))
attempt(lambda: (128).to_bytes(1, signed=True))
attempt(lambda: (-129).to_bytes(1, signed=True))
attempt(lambda: (1).to_bytes(0))
attempt(lambda: (1).to_bytes(-1))
attempt(lambda: (1).to_bytes("2"))
attempt(lambda: (1).to_bytes(1, "native"))
attempt(lambda: (1).to_bytes(1, 3))
attempt(lambda: (1).to_bytes(1, "big", True))
attempt(lambda: (1).to_bytes(2**62))
