# exit: 1
# stderr: whole
try:
    a, b = 1, 2, 3
except ValueError as e:
    import no_such_module_here
