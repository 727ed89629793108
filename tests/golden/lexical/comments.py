# -*- coding: utf-8 -*-
#!not a shebang, only a comment
x = 1  # behind a statement
text = "# not a comment"
print(x, text)  ## twice
def f():
# a comment does not end a block
    y = 2
  # whatever its indentation
    return y
        # deeper
print(f())
if x:
    pass
    # last in a block
print(eval("1 # comment"), eval("(1 # comment\n + 1)"))
#no newline follows
