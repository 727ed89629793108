counter = 0


class Account:
    balance = 0


def get():
    return counter


def put(value):
    global counter
    counter = value


def twice():
    return 2 * get()


def balance_of(account):
    return account.balance


def set_balance(amount, account):
    account.balance = amount


def loses():
    put(get() + 1)


def loses_further_down():
    put(twice())


def loses_half_of_it_here():
    global counter
    counter = get() + 1


def loses_of_an_object(mine, other):
    set_balance(balance_of(mine) + 1, mine)
    set_balance(balance_of(other) + 1, mine)


def changed():
    return counter


def unknown():
    put(changed() + 1)


changed = len
