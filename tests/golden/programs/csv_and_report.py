rows = """name,age,city
Ann,31,Oslo
Bob,25,Rome
Cid,40,Oslo""".splitlines()
head, *body = [r.split(",") for r in rows]
people = [dict(zip(head, r)) for r in body]
for p in people:
    p["age"] = int(p["age"])
cities = {}
for p in people:
    cities.setdefault(p["city"], []).append(p["age"])
print(sorted(people, key=lambda p: p["age"])[0]["name"], {c: sum(a) / len(a) for c, a in cities.items()})
w = [max(len(str(p[h])) for p in people + [dict(zip(head, head))]) for h in head]
for r in [head] + body:
    print(" | ".join(str(v).ljust(n) for v, n in zip(r, w)))
