# exit: 1
# stderr: whole
print "hello"
