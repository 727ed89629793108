# difference: A pool's workers may have children
# cause: CPython forbids them all daemons, lest they be left behind. gilly's workers notice when their pool is gone, and end; what they have started ends with them. Other daemons may not have children, as in CPython.
# workaround: `concurrent.futures.ProcessPoolExecutor`, whose workers are no daemons.
from multiprocessing import Pool


def double(x):
    return 2 * x


def doubles(row):
    try:
        with Pool(2) as pool:
            return pool.map(double, row)
    except AssertionError as error:
        return str(error)


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(doubles, [[1, 2], [3]]))
