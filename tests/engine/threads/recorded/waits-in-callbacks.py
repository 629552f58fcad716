# Two threads take turns inside what the interpreter calls back.
import bisect
import functools
import heapq
import io
import itertools
import queue
import sys
import threading


def pingpong(label, make):
    turn = [0]
    cond = threading.Condition()
    log = []

    def step(me, n):
        with cond:
            while turn[0] != me:
                cond.wait()
            log.append((me, n))
            turn[0] = 1 - me
            cond.notify_all()

    threads = [threading.Thread(target=make(lambda n, me=me: step(me, n))) for me in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(label, len(log), log[:6])


def ordered(step):
    class Item:
        def __init__(self, n):
            self.n = n

        def __lt__(self, other):
            step((self.n, other.n))
            return self.n < other.n

        def __repr__(self):
            return f"I{self.n}"

    return Item


def m_heap(step):
    def run():
        Item = ordered(step)
        heap = []
        for n in (5, 3, 8, 1, 9, 2):
            heapq.heappush(heap, Item(n))
        heapq.heapreplace(heap, Item(7))
        heapq.heappushpop(heap, Item(4))
        heapq.heapify(heap)
        step(tuple(heapq.heappop(heap).n for _ in range(6)))

    return run


def m_pairs(step):
    def run():
        Item = ordered(step)
        heap = []
        for n in (5, 3, 8, 1):
            heapq.heappush(heap, (1, Item(n)))
        step([heapq.heappop(heap)[1].n for _ in range(4)])

    return run


def m_priority_queue(step):
    def run():
        Item = ordered(step)
        q = queue.PriorityQueue()
        for n in (5, 3, 8):
            q.put(Item(n))
        step([q.get().n for _ in range(3)])

    return run




def m_insort(step):
    def run():
        Item = ordered(step)
        items = []
        for n in (5, 3, 8, 1):
            bisect.insort(items, Item(n))
        bisect.insort(items, Item(4), key=lambda item: item)
        step([item.n for item in items])

    return run


def m_sort(step):
    def run():
        Item = ordered(step)
        items = [Item(n) for n in (3, 1, 2)]
        items.sort()
        step([item.n for item in items])
        items.sort(reverse=True)
        step([item.n for item in items])

    return run


def m_accumulate(step):
    def add(a, b):
        step((a, b))
        return a + b

    return lambda: (step(list(itertools.accumulate(range(4), add))), step([*itertools.accumulate([2, 3], add, initial=10)]))


def m_starmap(step):
    def add(a, b):
        step((a, b))
        return a + b

    return lambda: step(sum(itertools.starmap(add, [(1, 2), (3, 4)])))


def m_while(step):
    def small(n):
        step(n)
        return n < 3

    def run():
        step(list(itertools.takewhile(small, [1, 2, 3, 4])))
        step([x for x in itertools.dropwhile(small, [1, 2, 3, 4, 1])])
        step(tuple(itertools.filterfalse(small, [1, 5, 2, 7])))
        for x in itertools.takewhile(small, itertools.count(1)):
            step(("loop", x))

    return run


def m_groupby(step):
    def parity(n):
        step(n)
        return n % 2

    def run():
        for key, group in itertools.groupby([1, 3, 2, 4, 5], parity):
            step((key, list(group)))
        step([key for key, _ in itertools.groupby([1, 3, 2, 4, 5], parity)])

    return run


def m_chain(step):
    def source(n):
        for i in range(n):
            step(i)
            yield i

    def run():
        step(list(itertools.chain(source(2), [7], source(1))))
        step(list(itertools.chain.from_iterable(source(n) for n in (1, 2))))
        step(list(itertools.islice(source(9), 1, 6, 2)))
        rest = source(4)
        step(list(itertools.islice(rest, 2)))
        step(list(rest))

    return run


def m_next(step):
    def twice(n):
        step(n)
        return 2 * n

    def run():
        values = map(twice, [1, 2])
        step(next(values))
        step(next(values))
        step(next(values, "end"))
        starred = itertools.starmap(twice, [(4,)])
        step(next(starred))
        try:
            next(starred)
        except StopIteration:
            step("stopped")

    return run


def m_print(step):
    class Shown:
        def __str__(self):
            step("str")
            return "shown"

    class Out:
        def write(self, text):
            step(text)

        def flush(self):
            step("flush")

    def run():
        print(Shown(), 1, sep="-", end="!", file=Out(), flush=True)
        out = io.StringIO()
        print(Shown(), Shown(), file=out)
        step(out.getvalue())

    return run




def m_new(step):
    class Made:
        def __new__(cls, n, *, k=1):
            step(("new", n, k))
            return super().__new__(cls)

        def __init__(self, n, *, k=1):
            step(("init", n, k))
            self.n = n

    class Other:
        def __new__(cls):
            step("other")
            return 7

    def run():
        for n in range(2):
            Made(n)
        step(Made(5, k=2).n)
        step(Other())

    return run


def m_metaclass(step):
    class Meta(type):
        def __call__(cls, *args, **names):
            step(("call", cls.__name__))
            made = super().__call__(*args, **names)
            step("called")
            return made

    class Made(metaclass=Meta):
        def __init__(self, n):
            step(("init", n))

    def run():
        Made(1)
        Made(n=2)

    return run


def m_class(step):
    class Named:
        def __set_name__(self, owner, name):
            step((owner.__name__, name))

    class Base:
        def __init_subclass__(cls, /, tag=None, **rest):
            super().__init_subclass__(**rest)
            step((cls.__name__, tag))

    class Meta(type):
        @classmethod
        def __prepare__(mcs, name, bases, **rest):
            step(("prepare", name))
            return {}

        def __new__(mcs, name, bases, namespace, **rest):
            step(("new", name))
            made = super().__new__(mcs, name, bases, namespace, **rest)
            step(("made", name, made.__module__))
            return made

        def __init__(cls, name, bases, namespace, **rest):
            step(("init", name))
            super().__init__(name, bases, namespace)

    def run():
        class Child(Base, tag=3):
            a = Named()
            step("body")
            b = Named()

        class Other(Base, metaclass=Meta, tag=4):
            c = Named()

            def who(self):
                return __class__

        step(Other().who().__name__)
        made = type("Third", (Base,), {"d": Named(), "__module__": "m"})
        step(made.__module__)
        step(Meta("Fourth", (), {"e": 1}).e)

    return run


def m_exec(step):
    def run():
        exec("for i in range(2): step(i)", {"step": step})
        step(eval("step('inside') or 5"))

    return run


def m_reduce(step):
    def add(a, b):
        step((a, b))
        return a + b

    return lambda: step(functools.reduce(add, range(4)))


for name, make in list(globals().items()):
    if name.startswith("m_"):
        pingpong(name[2:], make)
