assert True
try:
    assert 0
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert [] , "message"
except AssertionError as e:
    print(repr(e))
try:
    assert 1 == 2, (1, 2)
except AssertionError as e:
    print(e.args)
