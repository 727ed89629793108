from functools import cache, reduce
from itertools import accumulate, combinations
from math import inf


def knapsack(items, capacity):
    best = {0: (0, ())}
    for name, weight, value in items:
        for w, (v, chosen) in list(best.items()):
            if w + weight <= capacity and best.get(w + weight, (-1,))[0] < v + value:
                best[w + weight] = v + value, chosen + (name,)
    return max(best.values(), key=lambda b: b[0])


items = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("sugar", 15, 60), ("tin", 68, 45), ("banana", 27, 60), ("apple", 39, 40), ("cheese", 23, 30), ("beer", 52, 10)]
print(knapsack(items, 200), knapsack([], 5), knapsack(items, 0))
brute = max((sum(i[2] for i in c) for n in range(6) for c in combinations(items[:8], n) if sum(i[1] for i in c) <= 120), default=0)
print(brute, knapsack(items[:8], 120)[0])


def lcs(a, b):
    @cache
    def f(i, j):
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + f(i + 1, j + 1)
        return max(f(i + 1, j), f(i, j + 1), key=len)
    return f(0, 0)


print(lcs("thisisatest", "testing123testing"), lcs("1234", "1224533324"), repr(lcs("abc", "xyz")))


def align(a, b, gap=-1, same=1, other=-1):
    score = [[gap * (i + j) if not i or not j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            score[i][j] = max(score[i - 1][j - 1] + (same if x == y else other), score[i - 1][j] + gap, score[i][j - 1] + gap)
    i, j, top, bottom = len(a), len(b), [], []
    while i or j:
        if i and j and score[i][j] == score[i - 1][j - 1] + (same if a[i - 1] == b[j - 1] else other):
            i, j = i - 1, j - 1
            top.append(a[i])
            bottom.append(b[j])
        elif i and score[i][j] == score[i - 1][j] + gap:
            i -= 1
            top.append(a[i])
            bottom.append("-")
        else:
            j -= 1
            top.append("-")
            bottom.append(b[j])
    return score[-1][-1], "".join(reversed(top)), "".join(reversed(bottom))


print(*align("GATTACA", "GCATGCU"), sep="\n")


def levenshtein(a, b):
    row = range(len(b) + 1)
    for i, x in enumerate(a, 1):
        row = list(accumulate(enumerate(b), lambda left, jy, row=row, x=x: min(left + 1, row[jy[0] + 1] + 1, row[jy[0]] + (jy[1] != x)), initial=i))
    return row[len(b)]


print([levenshtein(*p.split(",")) for p in ("kitten,sitting", "rosettacode,raisethysword", ",abc", "same,same")])


def coins(amount, kinds):
    ways, fewest = [1] + [0] * amount, [0] + [inf] * amount
    for k in kinds:
        for n in range(k, amount + 1):
            ways[n] += ways[n - k]
            fewest[n] = min(fewest[n], fewest[n - k] + 1)
    return ways[amount], fewest[amount]


print(coins(100, (1, 5, 10, 25)), coins(1000, (1, 5, 10, 25, 50, 100)), coins(3, (2, 4)), coins(0, ()))


def matrix_chain(dims):
    @cache
    def cost(i, j):
        if i == j:
            return 0, chr(65 + i)
        return min((cost(i, k)[0] + cost(k + 1, j)[0] + dims[i] * dims[k + 1] * dims[j + 1], f"({cost(i, k)[1]}{cost(k + 1, j)[1]})") for k in range(i, j))
    return cost(0, len(dims) - 2)


print(matrix_chain((5, 6, 3, 1)), matrix_chain((1, 5, 25, 30, 100, 70, 2, 1, 100, 250, 1, 1000, 2)))
print(reduce(lambda best, x: (max(x, best[0] + x), max(best[1], best[0] + x, x)), [-2, 1, -3, 4, -1, 2, 1, -5, 4], (-inf, -inf))[1])
