# What many short programs use: the package keeps the code of the engine that this compiles.
class Animal:
    count = 0

    def __init__(self, name, *, legs=4):
        self.name = name
        self.legs = legs
        Animal.count += 1

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {self.legs:>2})"

    @property
    def loud(self):
        return self.name.upper()


class Dog(Animal):
    def speak(self, times=1):
        return " ".join(["woof"] * times)


def numbers(n):
    for i in range(n):
        if i % 2 == 0:
            yield i
        else:
            continue


def counter():
    total = 0

    def add(n=1):
        nonlocal total
        total += n
        return total

    return add


dog = Dog("Rex")
print(dog, dog.speak(2), dog.loud, isinstance(dog, Animal))
add = counter()
print([add(n) for n in numbers(10)], {n: n * n for n in range(3)}, {1, 2} | {3}, (1, "two", 3.0, None))
try:
    print({"a": 1}["b"])
except KeyError as error:
    print("missing", error)
finally:
    print("done")
words = sorted("the quick brown fox".split(), key=lambda word: (len(word), word))
while words and words[0] != "quick":
    words.pop(0)
print(words, 7 // 2, 7 / 2, 2 ** 100, "%d items" % len(words), a := 257, a is 257)
try:
    [].missing
except (AttributeError, ValueError) as error:
    print(error)
first, *rest = [1, 2, 3]
assert rest == [2, 3], "never"
raise ValueError("the end")
