# exit: 1
# stderr: whole
return 5
