st = []
for i in range(3): st.append(i)
print([st.pop() for _ in range(3)], st)
q = [1, 2, 3]
while q:
    x = q.pop(0)
    print(x, end=" ")
    if x < 3: q.append(x + 3)
print()
big = list(range(1000))
for _ in range(500): big.pop(); big.pop(0)
print(big)
