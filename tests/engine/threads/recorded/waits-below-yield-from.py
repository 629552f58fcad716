"""Threads wait for one another in the iterators that `yield from` goes through."""
import itertools
import threading

turns = [threading.Event(), threading.Event()]


def steps(name):
    for number in range(3):
        turns[name].wait()
        turns[name].clear()
        turns[1 - name].set()
        yield number


def through(iterator):
    return (yield from iterator)


def both(make):
    turns[0].set()
    turns[1].clear()
    results = [None, None]

    def work(name):
        results[name] = list(through(make(name)))

    threads = [threading.Thread(target=work, args=(name,)) for name in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(results)


both(lambda name: map(str, steps(name)))
both(lambda name: zip(steps(name), "abc"))
both(lambda name: filter(None, steps(name)))
both(lambda name: enumerate(steps(name)))
both(lambda name: itertools.chain("a", steps(name)))
both(lambda name: itertools.tee(steps(name))[0])
