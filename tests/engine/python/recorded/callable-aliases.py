# collections.abc.Callable[[...], ...]: parameters lie flat, are shown in brackets and can be replaced.
import copy
import pickle
import typing
from collections.abc import Callable
T = typing.TypeVar("T")
P = typing.ParamSpec("P")
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Callable[[int, str], float])
attempt(lambda: Callable[[int, str], float].__args__)
attempt(lambda: Callable[..., float])
attempt(lambda: Callable[[], float])
attempt(lambda: Callable[[], None])
attempt(lambda: Callable[[], float].__args__)
attempt(lambda: typing.get_args(Callable[[int, str], float]))
attempt(lambda: typing.get_args(Callable[..., float]))
attempt(lambda: typing.get_args(Callable[[], float]))
attempt(lambda: typing.get_origin(Callable[[], float]))
attempt(lambda: typing.Optional[Callable[[int], str]])
attempt(lambda: Callable[[int], str] | None)
attempt(lambda: hash(Callable[[int], str]) == hash(Callable[[int], str]))
attempt(lambda: Callable[[int], str] == Callable[[int], str])
attempt(lambda: Callable[[T], T][int])
attempt(lambda: Callable[[T, int], str][bool])
attempt(lambda: Callable[[T], T].__parameters__)
attempt(lambda: Callable[P, int])
attempt(lambda: Callable[P, T].__parameters__)
attempt(lambda: Callable[int, str])
attempt(lambda: Callable[int])
attempt(lambda: Callable[[int], str, int])
attempt(lambda: Callable[[list[T]], dict[str, T]][int])
attempt(lambda: Callable[[Callable[[int], str]], Callable[..., None]])
attempt(lambda: pickle.loads(pickle.dumps(Callable[[int], str])))
attempt(lambda: copy.deepcopy(Callable[[int], str]))
attempt(lambda: type(Callable[[int], str]).__name__)


def f(cb: Callable[[int], "str"], o: "Callable[[int], str] | None" = None) -> Callable[..., int]:
    pass


attempt(lambda: f.__annotations__)
attempt(lambda: isinstance(f, Callable))
attempt(lambda: isinstance(f, Callable[[int], str]))
class C(Callable[[int], str]):
    def __call__(self, x):
        return 5
attempt(lambda: C()(4))
attempt(lambda: list[Callable[[int], str]])
attempt(lambda: typing.Callable[[int, str], float] == Callable[[int, str], float])
