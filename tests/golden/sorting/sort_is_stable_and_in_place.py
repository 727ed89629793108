records = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(records, key=lambda r: r[1]), sorted(records, key=lambda r: r[1], reverse=True), sorted(sorted(records), key=lambda r: -r[1]), records.sort(), records)
values = [3, 1, 2]
same = values
values.sort(reverse=True)
print(same, sorted([True, 0, 2, False, 1.5]), sorted("bAcB"), sorted("bAcB", key=str.lower), sorted([[2], [1, 5], []]), sorted([(2, "a"), (1, "b")]), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), sorted([-0.0, 0.0]), sorted([1, 1.0, True]))


class Counted:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Counted.compared += 1
        return self.n < other.n


for data in (range(64), range(64, 0, -1), [1] * 64, list(range(32)) * 2):
    Counted.compared = 0
    result = [c.n for c in sorted(map(Counted, data))]
    print(result == sorted(data), Counted.compared)
