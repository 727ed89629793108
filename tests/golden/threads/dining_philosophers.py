import threading
forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5
def eat(i):
    a, b = sorted((i, (i + 1) % 5))
    for _ in range(20):
        with forks[a], forks[b]:
            meals[i] += 1
ts = [threading.Thread(target=eat, args=(i,)) for i in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(meals, [f.locked() for f in forks])
