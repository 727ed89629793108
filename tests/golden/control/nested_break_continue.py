out = []
for i in range(4):
    for j in range(4):
        if j == i:
            continue
        if j > 2:
            break
        out.append((i, j))
    if i == 2:
        break
print(out)
i = 0
while True:
    i += 1
    try:
        if i < 3:
            continue
        break
    finally:
        print("finally", i)
