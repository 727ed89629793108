import threading
data = list(range(1000))
results = [0] * 4
def part(i): results[i] = sum(data[i * 250:(i + 1) * 250])
ts = [threading.Thread(target=part, args=(i,)) for i in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(results, sum(results) == sum(data))
