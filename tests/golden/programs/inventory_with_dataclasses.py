from dataclasses import dataclass, field
@dataclass(order=True)
class Item:
    name: str
    price: float = field(compare=False)
    count: int = 0
    @property
    def total(self) -> float:
        return self.price * self.count
@dataclass
class Stock:
    items: dict[str, Item] = field(default_factory=dict)
    def add(self, name, price, n=1):
        self.items.setdefault(name, Item(name, price)).count += n
        return self
    def report(self):
        return "\n".join(f"{i.name:.<10}{i.count:>4} x {i.price:>7.2f} = {i.total:>9,.2f}" for i in sorted(self.items.values()))
s = Stock().add("bolt", 0.25, 1000).add("nut", 0.1, 500).add("bolt", 0.25, 5).add("anvil", 199.99)
print(s.report())
print(s.items["nut"], sum(i.total for i in s.items.values()))
