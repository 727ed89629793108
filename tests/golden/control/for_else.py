for i in range(3):
    pass
else:
    print("exhausted", i)
for i in range(3):
    if i == 1:
        break
else:
    print("never")
for i in []:
    pass
else:
    print("empty")
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
