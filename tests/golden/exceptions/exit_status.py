# exit: 3
import sys
try:
    sys.exit(3)
finally:
    print("cleanup")
