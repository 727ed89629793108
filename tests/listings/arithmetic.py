x = 1
y = x + 2 * x - 3
z = -y ** 2 // x
