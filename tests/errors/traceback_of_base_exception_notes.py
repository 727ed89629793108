# exit: 1
# stderr: whole
try:
    raise KeyError("k")
except KeyError as e:
    e.add_note("while looking")
    raise
