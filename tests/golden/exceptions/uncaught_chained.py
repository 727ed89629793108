# exit: 1
# stderr: whole
def load():
    return {}["missing"]
def run():
    try:
        load()
    except KeyError as e:
        raise RuntimeError("cannot run") from e
run()
