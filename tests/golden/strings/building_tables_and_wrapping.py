words = "the quick brown fox jumps over the lazy dog again and again".split()
line, out = "", []
for w in words:
    if len(line) + len(w) + bool(line) > 16:
        out.append(line)
        line = w
    else:
        line += " " * bool(line) + w
out.append(line)
for l in out: print(f"|{l:^18}|{l!r:<20}|{len(l):02d}")
print("=" * 20, "\n".join(f"{i:>3}. {w.capitalize():<8}" for i, w in enumerate(words[:3], 1)), sep="\n")
print("".join(c.upper() if i % 2 else c for i, c in enumerate("alternate")), " ".join(w[::-1] for w in words[:4]), "-".join("abc").join("[]"))
caesar = lambda s, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("hello", 3), -3))
