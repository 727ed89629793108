# exit: 1
# stderr: whole
exec("a = 1\nb = a / 0\n")
