# exit: 1
# stderr: whole
x = 5 “quoted”
