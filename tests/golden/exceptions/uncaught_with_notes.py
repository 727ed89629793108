# exit: 1
# stderr: whole
e = ValueError("multi\nline")
e.add_note("a note")
e.add_note("two\nlines")
raise e
