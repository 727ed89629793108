data = bytearray(range(20))
del data[2:5]
print(list(data))
del data[::3]
print(list(data))
del data[::-2]
print(list(data))
del data[10:2]
del data[1:1]
print(list(data))
data[1:3] = b""
print(list(data))
del data[:]
print(data)

# As quick for much as for little: the rest moves once.
large = bytearray(4_000_000)
while large:
    del large[:50_000]
large = bytearray(1_000_000)
del large[::2]
print(len(large))
