n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print(n)
else:
    print("else ran")
while True:
    break
else:
    print("never")
i = 0
while i < 10:
    i += 1
    if i == 5:
        break
else:
    print("no")
print(i)
