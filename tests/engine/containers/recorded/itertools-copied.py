# Iterators of itertools in the middle of their work: how they are made again, copied and pickled, up to 3.13
import copy
import itertools
import operator
import pickle
import re
import warnings

warnings.simplefilter("ignore")
makers = {
    "count": [lambda: itertools.count(), lambda: itertools.count(5, 2), lambda: itertools.count(1.5, 0.5), lambda: itertools.count(2 ** 70), lambda: itertools.count(step=-1)],
    "repeat": [lambda: itertools.repeat(1), lambda: itertools.repeat("a", 3)],
    "cycle": [lambda: itertools.cycle("abc"), lambda: itertools.cycle([])],
    "chain": [lambda: itertools.chain("ab", "cd"), lambda: itertools.chain(), lambda: itertools.chain.from_iterable(["ab", "cd"])],
    "islice": [lambda: itertools.islice("abcdefgh", 5), lambda: itertools.islice("abcdefgh", 1, 7, 2), lambda: itertools.islice(iter("abcdefgh"), 2, None)],
    "accumulate": [lambda: itertools.accumulate([1, 2, 3, 4]), lambda: itertools.accumulate([1, 2, 3], operator.mul), lambda: itertools.accumulate([1, 2, 3], initial=10), lambda: itertools.accumulate([None, 1, 2], operator.is_)],
    "product": [lambda: itertools.product("ab", "cd"), lambda: itertools.product(range(2), repeat=2), lambda: itertools.product(), lambda: itertools.product("ab", "")],
    "permutations": [lambda: itertools.permutations("abc"), lambda: itertools.permutations("abcd", 2), lambda: itertools.permutations("a", 3)],
    "combinations": [lambda: itertools.combinations("abcd", 2), lambda: itertools.combinations("a", 2), lambda: itertools.combinations("abc", 0)],
    "with replacement": [lambda: itertools.combinations_with_replacement("abc", 2), lambda: itertools.combinations_with_replacement("", 2)],
    "groupby": [lambda: itertools.groupby("aabbc"), lambda: itertools.groupby("aAb", str.upper)],
    "zip_longest": [lambda: itertools.zip_longest("abc", "d"), lambda: itertools.zip_longest("a", "bcd", fillvalue=0), lambda: itertools.zip_longest()],
    "takewhile": [lambda: itertools.takewhile(str.isalpha, "ab1c")],
    "dropwhile": [lambda: itertools.dropwhile(str.isdigit, "12ab1c")],
    "filterfalse": [lambda: itertools.filterfalse(str.isalpha, "a1b2"), lambda: itertools.filterfalse(None, [0, 1, 2, ""])],
    "compress": [lambda: itertools.compress("abcd", [1, 0, 1, 1])],
    "starmap": [lambda: itertools.starmap(pow, [(2, 3), (3, 2), (1, 1)])],
    "pairwise": [lambda: itertools.pairwise("abc")],
}


def shown(part):
    if isinstance(part, (tuple, list)):
        text = ", ".join(map(shown, part))
        return f"({text})" if isinstance(part, tuple) else f"[{text}]"
    if isinstance(part, type):
        return part.__name__
    if hasattr(part, "__next__"):
        return type(part).__name__ + (shown(part.__reduce__()) if hasattr(type(part), "__setstate__") else "")
    return getattr(part, "__name__", "?") if callable(part) else repr(part)


def rest(iterator):
    return [item if not isinstance(item, tuple) or not item or not hasattr(item[-1], "__next__") else (item[0], list(item[1])) for item in itertools.islice(iterator, 6)]


def attempt(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for name, variants in makers.items():
    for variant, make in enumerate(variants):
        print(name, variant, "states", hasattr(make(), "__setstate__"))
        for steps in 0, 1, 2, 3, 20:
            iterator = make()
            for _ in range(steps):
                next(iterator, None)
            print(" ", steps, attempt(lambda: shown(iterator.__reduce__())))
            if "pickle" in str(attempt(lambda: copy.deepcopy(iterator))):
                print("   no copy", attempt(lambda: copy.copy(iterator)), attempt(lambda: pickle.dumps(iterator)))
                continue
            print("   copied", rest(copy.deepcopy(iterator)), "pickled", attempt(lambda: rest(pickle.loads(pickle.dumps(iterator)))), "itself", rest(iterator))

group = next(itertools.groupby("aab"))[1]
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    attempt(lambda: itertools.count().__reduce__())
    attempt(lambda: itertools.chain().__setstate__((iter([]),)))
    attempt(lambda: group.__reduce__())
    attempt(lambda: copy.copy(itertools.cycle("ab")))
    attempt(lambda: copy.copy(itertools.tee("ab")[0]))
    print(*[(str(w.message), w.category.__name__) for w in seen], sep="\n")
warnings.simplefilter("error")
print(attempt(lambda: itertools.count().__reduce__()))
