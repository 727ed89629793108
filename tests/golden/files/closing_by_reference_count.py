import os
def write():
    f = open("x.txt", "w")
    f.write("buffered")
write()
print(open("x.txt").read())
open("y.txt", "w").write("direct")
print(open("y.txt").read())
f = open("z.txt", "w")
f.write("flushed")
f.flush()
print(open("z.txt").read())
del f
r, w = os.pipe()
os.write(w, b"pipe data")
print(os.read(r, 100))
os.close(w)
print(os.read(r, 1))
