from collections import Counter
text = """the quick brown fox jumps over the lazy dog
the dog barks and the fox runs away over the hill"""
c = Counter(text.split())
for w, n in c.most_common(3):
    print(f"{w:<6}{n:>3} {'#' * n}")
by_len = {}
for w in c:
    by_len.setdefault(len(w), []).append(w)
for k in sorted(by_len):
    print(k, sorted(by_len[k]))
