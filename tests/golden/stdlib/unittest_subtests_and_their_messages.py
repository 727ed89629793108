# A subtest may have no message, or one that is None.
import unittest
import unittest.case


class Case(unittest.TestCase):
    def test(self):
        for args, kwargs in (((), {}), ((None,), {}), (("m",), {"x": 1}), ((), {"y": 2})):
            with self.subTest(*args, **kwargs):
                self.fail()


class Result(unittest.TestResult):
    def addSubTest(self, test, subtest, error):
        print(subtest.id().rpartition("Case.")[2], subtest._message is unittest.case._subtest_msg_sentinel)


Case("test").run(Result())
