class Deck:
    def __init__(self): self.cards = list("abcde")
    def __len__(self): return len(self.cards)
    def __getitem__(self, i):
        print("get", i)
        return self.cards[i]
    def __setitem__(self, i, v): self.cards[i] = v
    def __delitem__(self, i): del self.cards[i]
    def __contains__(self, x): return x == "joker"
d = Deck()
d[0] = "z"
del d[1]
print(len(d), d[0], d[-1], d[1:3], "joker" in d, "z" in d, bool(d))
print(d[::2], d[1, 2:3] if 0 else "")
print(list(d))
print(list(reversed(d)))
