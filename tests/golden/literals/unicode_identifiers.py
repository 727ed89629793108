été = 1
ñ = 2
名前 = "name"
print(été + ñ, 名前)
ﬁ = "ligature is normalised"
print(fi)
