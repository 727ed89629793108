print("""one "quote" and two ""quotes"" inside""")
print('''it's '' fine''')
print(""""quoted at the start""", '''ends with a quote\'''')
print(len(""""""), len(''''''), len("""
"""), """\
no first newline""")
print("""   indentation
      is kept
""", end="")
print(""" # not a comment
""".strip())
