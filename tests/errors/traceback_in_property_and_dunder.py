# exit: 1
# stderr: whole
class V:
    @property
    def p(self):
        return self + 1

    def __add__(self, other):
        raise NotImplementedError


V().p
