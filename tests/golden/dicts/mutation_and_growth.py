d = {}
for i in range(10000): d[i] = i
for i in range(0, 10000, 2): del d[i]
print(len(d), sum(d), 3 in d, 4 in d, list(d)[:3], list(d)[-2:])
for i in range(100): d[f"s{i}"] = i
print(len(d), d["s99"])
while len(d) > 3: d.popitem()
print(d)
for k in list(d): del d[k]
print(d)
d = {"x": 1}
for k in list(d.keys()): d[k + "2"] = 2
print(d)
