# resource: limits, what has been used, and what is refused.
import resource


def tell(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
print(soft > 0, hard >= soft or hard == resource.RLIM_INFINITY)
print(resource.setrlimit(resource.RLIMIT_CORE, (0, 0)), resource.getrlimit(resource.RLIMIT_CORE))
print(resource.prlimit(0, resource.RLIMIT_NOFILE, (soft, hard)) == (soft, hard))
used = resource.getrusage(resource.RUSAGE_SELF)
print(type(used).__name__, len(used), used.ru_utime >= 0, used.ru_maxrss > 1000, used[0] == used.ru_utime)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_nvcsw >= 0, resource.getpagesize() % 1024, resource.error is OSError)
tell(resource.getrlimit, 99)
tell(resource.getrusage, 99)
tell(resource.setrlimit, 99, (1, 2))
tell(resource.setrlimit, resource.RLIMIT_NOFILE, (1,))
tell(resource.setrlimit, resource.RLIMIT_NOFILE, 5)
tell(resource.setrlimit, resource.RLIMIT_NOFILE, (10, 5))
tell(resource.setrlimit, resource.RLIMIT_NOFILE, ("a", 5))
tell(resource.getrlimit, "a")
