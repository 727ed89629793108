for i in range(3):
    pass
print(i)
for i in []:
    pass
print(i)
for i in range(3):
    i = 10
    print(i, end=" ")
print()
for x.y in [] if False else []:
    pass
l = [0]
for l[0] in range(4):
    pass
print(l)
