s = ""
for i in range(1000):
    s += chr(97 + i % 26)
t = s
s += "!"
print(len(s), len(t), s[-3:], s.count("a"), hash(s) == hash("".join([t, "!"])))
d = {"k": ""}
for i in range(100):
    d["k"] += "ab"
print(len(d["k"]), (d["k"] * 2)[199:202])
