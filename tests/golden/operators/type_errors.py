cases = ["1 + 'a'", "'a' + 1", "[] + ()", "None + 1", "'a' - 'b'", "{} * 2", "1 < 'a'", "[] < {}", "-'a'", "~1.5",
         "'a' * 'b'", "'a' * 2.0", "1 @ 2", "None < None", "1 // 'x'", "[1] * [2]", "+[]", "2 ** 'a'", "divmod(1, 'a')", "1 % []"]
for c in cases:
    try:
        print(eval(c))
    except TypeError as e:
        print(c, "->", e)
