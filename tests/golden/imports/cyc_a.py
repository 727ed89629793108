import cyc_b
x = 1
from cyc_b import y
