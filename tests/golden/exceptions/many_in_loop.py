log = []
for x in [1, 0, "a", None, [], 2]:
    try:
        log.append(10 // x)
    except ZeroDivisionError:
        log.append("zero")
        continue
    except TypeError as e:
        log.append(str(e)[-20:])
    finally:
        log.append("f")
print(log)
