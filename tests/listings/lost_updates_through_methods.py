class Counter:
    def __init__(self):
        self.count = 0

    def get(self):
        return self.count

    def put(self, value):
        self.count = value

    def step(self):
        return 1

    def loses_here(self):
        self.count = self.count + self.step()

    def loses_through_methods(self):
        self.put(self.get() + 1)

    def loses_half_of_it_here(self):
        self.put(self.count + 1)

    def has_another_self(self, other):
        self = other
        self.put(self.get() + 1)

    @property
    def twice(self):
        return 2 * self.count


class Loud(Counter):
    def loses_through_methods_of_the_base(self):
        self.put(self.get() + 1)


class Account:
    def get(self):
        return self.balance

    def put(self, balance):
        self.balance = balance

    def may_be_another_in_a_subclass(self):
        self.put(self.get() + 1)


class Savings(Account):
    def get(self):
        return 0


class Gauge:
    def read(self):
        return self.level

    def write(self, level):
        self.level = level

    def is_set_elsewhere(self):
        self.write(self.read() + 1)


counter = Counter()
loud = Loud()
account = Account()
savings = Savings()
gauge = Gauge()
gauge.read = len


def loses_of_instances():
    counter.count += 1
    counter.put(counter.get() + 1)
    loud.put(loud.get() + 1)
    account.put(account.get() + 1)


def is_of_two_instances():
    counter.put(loud.get() + 1)


def keeps():
    savings.put(savings.get() + 1)
    gauge.write(gauge.read() + 1)


def is_another(counter):
    counter.put(counter.get() + 1)
