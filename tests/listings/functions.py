def add(a, b=1, *rest, c, **options):
    return a + b + c


add(1, c=2)
