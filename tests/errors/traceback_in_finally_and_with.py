# exit: 1
# stderr: whole
class CM:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        print("exit")


with CM():
    try:
        raise ValueError("first")
    finally:
        print("finally")
