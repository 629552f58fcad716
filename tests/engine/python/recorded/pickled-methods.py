import pickle

class Counter:
    def __init__(self, start):
        self.value = start
    def add(self, more):
        self.value += more
        return self.value
    @classmethod
    def named(cls, name):
        return cls.__name__ + name
    def _Counter__hidden(self):
        return "hidden"

counter = Counter(5)
again = pickle.loads(pickle.dumps(counter.add))
print(again(2), counter.value, again.__self__ is counter, again.__name__)
print(pickle.loads(pickle.dumps(Counter.named))("!"), pickle.loads(pickle.dumps(counter.named))("?"))
print(pickle.loads(pickle.dumps("abc".upper))(), pickle.loads(pickle.dumps([3, 1].index))(1))
for function in (str.upper, dict.fromkeys, len, object.__init__, (1).__add__, int.__add__, print):
    copied = pickle.loads(pickle.dumps(function))
    print(copied.__name__, copied == function)
print(counter.add.__reduce__()[0] is getattr, len.__reduce__())
