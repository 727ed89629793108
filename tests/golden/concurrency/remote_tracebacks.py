# An exception from a worker shows the worker's traceback.
import multiprocessing as mp
from multiprocessing import Pool


def inner(x):
    return 1 // x


def f(x):
    return inner(x)


def main():
    with Pool(1) as p:
        try:
            p.apply(f, (0,))
        except ZeroDivisionError as e:
            import traceback
            s = "".join(traceback.format_exception(e))
            print("RemoteTraceback" in s, "in inner" in s, "return 1//x" in s, "The above exception was the direct cause" in s)
            print(type(e.__cause__), str(e.__cause__).startswith('\n"""'))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
