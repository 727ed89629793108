total = 0
for i in range(10):
    if i == 5:
        continue
    total += i
else:
    total = 0
while total < 10:
    total += 1
    if total == 7:
        break
