"""Counting words, letters and bigrams of a text, and printing aligned tables with format specs."""
import collections
import itertools
import re
import statistics
import textwrap

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the
season of Darkness, it was the spring of hope, it was the winter of despair."""
words = re.findall(r"[a-z]+", TEXT.lower())
counts = collections.Counter(words)
width = max(map(len, counts))
for word, n in sorted(counts.most_common(8), key=lambda p: (-p[1], p[0])):
    print(f"{word:<{width}} {n:>3} {'#' * n:<12}|{n / len(words):>7.2%}|{n / len(words):e}")
letters = collections.Counter(itertools.chain.from_iterable(words))
print(*(f"{c}:{n}" for c, n in letters.most_common(5)), sep=", ", end=".\n")
pairs = collections.Counter(itertools.pairwise(words))
print(pairs.most_common(2), len(pairs), sum(pairs.values()))
lengths = [len(word) for word in words]
print(statistics.mean(lengths), statistics.median(lengths), statistics.multimode(lengths), round(statistics.pstdev(lengths), 6), max(words, key=len), min(words, key=lambda w: (len(w), w)))
groups = {k: sorted(set(g)) for k, g in itertools.groupby(sorted(words, key=len), key=len)}
print(groups[3], {k: len(v) for k, v in groups.items()})
print(textwrap.fill(" ".join(w.capitalize() for w in groups[5] + groups[6]), 30, initial_indent="* ", subsequent_indent="  "))
sentences = [part.strip() for part in TEXT.split(",")]
table = [(i, s.split()[-1], len(s)) for i, s in enumerate(sentences, 1)]
head = ("No", "Last", "Length")
sizes = [max(len(str(row[c])) for row in [head, *table]) for c in range(3)]
line = "+".join("-" * (size + 2) for size in sizes)
print(line, "|".join(f" {h:^{s}} " for h, s in zip(head, sizes)), line, sep="\n")
for row in table[:4]:
    print("|".join(f" {v:>{s}} " if isinstance(v, int) else f" {v:<{s}} " for v, s in zip(row, sizes)))
print(line)
index = collections.defaultdict(list)
for place, word in enumerate(words):
    index[word].append(place)
print({w: places[:3] for w, places in sorted(index.items()) if len(places) > 8}, [w for w in index if index[w] == [0]])
acronym = "".join(map(str.upper, (w[0] for w in groups[7])))
print(acronym, acronym[::-1], acronym.translate(str.maketrans("BD", "bd", "AEIOU")), "-".join(acronym.lower()))
