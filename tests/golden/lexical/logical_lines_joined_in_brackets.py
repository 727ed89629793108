total = (1 +
         2  # a comment may stand inside

         + 3)
print(total)
print([
    "a",
  "b",
        "c",
], {
  "k":
      "v"
}["k"
])
if (True and
not False):
    print("the indentation inside brackets is free")
def f(a,
  b):
 return (a,
b)
print(f(1,
        2))
