print("a"if True else"b", [x for(x)in(1,)])
print(1+ 2 -   3*4, "a""b"'c', not(False))
a=[1,2 , 3];print(a [0], a
[1], (lambda:0) ())
print(1 .real, 1..real, 1.0.real, a . __len__ ())
print(- - -1, not not 1, ~ ~ 5, 2 ** - 1)
for x in(1,2):print(x,end=' ')
print()
