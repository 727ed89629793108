import operator
from functools import reduce
from itertools import groupby


class Column:
    def __init__(self, name):
        self.name = name

    def __call__(self, row):
        return row[self.name]

    def __repr__(self):
        return self.name


class Expr:
    def __init__(self, f, text):
        self.f, self.text = f, text

    def __call__(self, row):
        return self.f(row)

    def __and__(self, other):
        return Expr(lambda r: self(r) and other(r), f"({self} AND {other})")

    def __or__(self, other):
        return Expr(lambda r: self(r) or other(r), f"({self} OR {other})")

    def __invert__(self):
        return Expr(lambda r: not self(r), f"NOT {self}")

    def __bool__(self):
        raise TypeError("use & and |, not and/or")

    def __repr__(self):
        return self.text


def compare(symbol, f):
    def method(self, other):
        value = other if callable(other) else lambda row: other
        return Expr(lambda row: f(self(row), value(row)), f"{self!r} {symbol} {other!r}")
    return method


for name, symbol in dict(lt="<", le="<=", gt=">", ge=">=", eq="=", ne="<>").items():
    setattr(Column, f"__{name}__", compare(symbol, getattr(operator, name)))
Column.__hash__ = lambda self: hash(self.name)


class Columns:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Column(name)


c = Columns()


class Table:
    def __init__(self, rows, steps=()):
        self.rows, self.steps = rows, steps

    def _then(self, rows, step):
        return Table(list(rows), self.steps + (step,))

    def where(self, *conditions):
        both = reduce(operator.and_, conditions)
        return self._then(filter(both, self.rows), f"WHERE {both!r}")

    def select(self, *names, **computed):
        return self._then(({**{n: r[n] for n in names}, **{k: f(r) for k, f in computed.items()}} for r in self.rows),
                          "SELECT " + ", ".join([*names, *computed]))

    def order(self, *columns, desc=False):
        return self._then(sorted(self.rows, key=lambda r: [col(r) for col in columns], reverse=desc),
                          f"ORDER BY {', '.join(map(repr, columns))}{' DESC' * desc}")

    def group(self, column, **aggregates):
        rows = sorted(self.rows, key=column)
        groups = ((k, list(g)) for k, g in groupby(rows, column))
        return self._then(({repr(column): k} | {n: f([r[n] for r in g]) for n, f in aggregates.items()}
                           for k, g in groups), f"GROUP BY {column!r}")

    def join(self, other, on):
        index = {}
        for row in other.rows:
            index.setdefault(row[on], []).append(row)
        return self._then((r | s for r in self.rows for s in index.get(r[on], ())), f"JOIN ON {on}")

    def __str__(self):
        if not self.rows:
            return "(no rows)"
        names = list(self.rows[0])
        widths = [max(len(n), *(len(str(r[n])) for r in self.rows)) for n in names]
        line = lambda cells: " | ".join(f"{str(x):{'>' if isinstance(x, (int, float)) else '<'}{w}}"
                                        for x, w in zip(cells, widths)).rstrip()
        return "\n".join([line(names), "-+-".join("-" * w for w in widths), *(line(r.values()) for r in self.rows)])


people = Table([dict(name=n, age=a, city=k) for n, a, k in
                (("Ann", 31, "Oslo"), ("Bo", 25, "Rome"), ("Cy", 40, "Oslo"), ("Di", 25, "Bern"), ("Ed", 19, "Rome"))])
cities = Table([dict(city="Oslo", land="NO"), dict(city="Rome", land="IT")])
q = people.where(c.age > 20, ~(c.city == "Bern")).join(cities, "city").order(c.land, c.age).select("name", "land",
                                                                                          older=lambda r: r["age"] + 1)
print(q, *q.steps, sep="\n")
print(people.group(c.city, age=lambda v: sum(v) / len(v), name="/".join).order(c.age, desc=True))
print((c.age < 30) | (c.name == "Cy"), people.where((c.age < 20) | (c.name >= "Di")).rows)
print(people.where(c.age > 99))
try:
    c.age > 3 and c.age < 5
except TypeError as error:
    print(error)
try:
    people.where(c.nothing == 1)
except KeyError as error:
    print("KeyError", error)
try:
    people.order(c.name, c.age).where(c.age < "x")
except TypeError as error:
    print(error)
