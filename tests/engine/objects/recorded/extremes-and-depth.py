"""What min, max and sys.setrecursionlimit say of arguments that they refuse."""
import sys


def extremes():
    for function in (max, min):
        for args, keywords in (((), {"x": 1}), ((), {}), ((), {"key": len}), ((), {"default": 1}), ((1, 2), {"x": 1}), ((1, 2), {"default": 1}), (([],), {}),
                               (([],), {"default": 3}), ((1,), {}), (([1],), {"foo": 1}), ((1, 2), {"key": None}), (([],), {"defualt": 1, "key": None})):
            try:
                print(function(*args, **keywords))
            except (TypeError, ValueError) as error:
                print(function.__name__, type(error).__name__, error)


def limit(depth):
    try:
        sys.setrecursionlimit(depth)
        print("set")
    except (RecursionError, ValueError) as error:
        print(type(error).__name__, error)


def deeper():
    limit(1)
    limit(2)
    limit(3)


extremes()
limit(1)
limit(0)
limit(-1)
limit(2)
deeper()
