# Two threads that wait for each other in every call of a key function, and in generators that zip goes through.
import threading

gate = threading.Barrier(2, timeout=10)
seen = {"a": [], "b": []}


def meet(x):
    gate.wait()
    seen[threading.current_thread().name].append(x)
    return x


def numbers(n):
    for i in range(n):
        gate.wait()
        yield i


def failing(x):
    meet(x)
    raise KeyError(x)


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n % 10 < other.n % 10

    def __gt__(self, other):
        return self.n % 10 > other.n % 10

    def __repr__(self):
        return f"Odd({self.n})"


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__, str(error)


def body(results):
    items = [3, 1, 2]
    results.append(sorted(items, key=meet))
    results.append(sorted(items, key=meet, reverse=True))
    results.append(sorted([Odd(21), Odd(11), Odd(30)], key=lambda odd: (meet(odd.n), odd)[1]))
    results.append(items.sort(key=meet))
    results.append(items)
    items.sort(key=lambda x: -meet(x), reverse=True)
    results.append(items[:])
    list.sort(items, key=lambda x: (meet(x), -x)[1])
    results.append(items)
    results.append((min(items, key=meet), max(items, key=meet), min(3, 2, 5, key=meet), max("ab", "c", key=lambda t: meet(len(t)))))
    results.append((max([Odd(12), Odd(22)], key=lambda odd: (meet(0), odd)[1]), min([], key=meet, default="none"), sorted([], key=meet)))
    results.append(attempt(lambda: min([], key=meet)))
    results.append(attempt(lambda: min(1, 2, key=meet, default=0)) == attempt(lambda: min(1, 2, key=abs, default=0)))
    results.append(attempt(lambda: sorted([1, 2], key=failing)))
    results.append(attempt(lambda: [2, 1].sort(key=failing)))
    results.append(attempt(lambda: sorted([1, "x"], key=meet)))
    results.append(attempt(lambda: changing.sort(key=lambda x: (meet(x), changing.append(x))[0])) if threading.current_thread().name == "a" else attempt(lambda: sorted([5, 4], key=meet)))
    results.append(list(zip(numbers(3), "abc")))
    results.append([pair for pair in zip(numbers(2), numbers(3))])
    results.append(dict(zip("xy", numbers(2))))
    for left, right in zip("pq", numbers(2)):
        results.append(left + str(right))
    results.append(attempt(lambda: sorted(numbers(3), key=lambda x: -meet(x))))


changing = [7, 8]
a, b = [], []
threads = [threading.Thread(target=body, args=(out,), name=name) for name, out in (("a", a), ("b", b))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for one, other in zip(a, b):
    print(one, "" if one == other or repr(one) == repr(other) else other)
print(len(seen["a"]), seen["a"][:20])
print(seen["a"] == seen["b"], sorted(changing))
