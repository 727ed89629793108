x = 10
s = "t"
print(f"{x=} {x = } {s=} {s=!s} {x=:>5} {x+1=}")
print(f"{x * 2  =  }")
