# exit: 1
# stderr: whole
raise ExceptionGroup("several", [ValueError("a"), TypeError("b")])
