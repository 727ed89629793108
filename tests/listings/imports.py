import os.path as p
from sys import argv, exit as leave
