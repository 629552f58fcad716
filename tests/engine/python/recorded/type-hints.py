import typing
from typing import *
print(List[int], Dict[str, List[int]], Tuple[int, ...], Callable[[int], str], Callable[..., Any], Type[int], Any, Literal[1, "a"], Annotated[int, "m"], ClassVar[int])
print(get_origin(List[int]), get_args(Dict[str,int]), get_args(Callable[[int], str]), get_origin(list[int]), get_origin(int))
T = TypeVar("T"); K = TypeVar("K", bound=int)
print(T, K, List[T][int], List[T].__parameters__, T.__name__, K.__bound__)
class S(Generic[T]):
    def __init__(self, x: T): self.x = x
print(S[int], S[int](3).x, S.__parameters__, S.__orig_bases__, S[int](3).__orig_class__, S.__mro__)
class P(NamedTuple):
    x: int
    y: int = 2
    def s(self): return self.x + self.y
print(P(1), P(1).s(), P._fields, P._field_defaults, P.__annotations__, P.__bases__)
Q = NamedTuple("Q", [("a", int)])
print(Q(1))
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
print(TD(a=1), TD.__annotations__, TD.__required_keys__, TD.__total__)
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), isinstance(3, Closer), issubclass(F, Closer))
try: Closer()
except TypeError as e: print(e)
def f(a: int, b: "str" = "x", *c: Optional[int]) -> List["int"]: ...
print(get_type_hints(f))
print(Optional[int] == Union[int, None], Union[int, int], Union[int, str, int] == Union[str, int], Optional[int], Union[int, str, None])
U = NewType("U", int); print(U(3), U.__name__, U.__supertype__)
for g in (lambda: isinstance([], List[int]), lambda: Any(), lambda: List[int, str], lambda: S[int, str], lambda: isinstance(1, Union[int,str]), lambda: TypeVar("X", int)):
    try: print("ok", g())
    except Exception as e: print(type(e).__name__, e)
class St(Generic[T], List[T]): pass
print(St.__mro__, St([1]))
print(cast(int, "x"), TYPE_CHECKING, typing.Iterable[int], Mapping[str, int], isinstance([], typing.Iterable))
print(list[T][int], dict[str, T][int], list[T].__parameters__)
print(List[int].__origin__, hash(List[int])==hash(List[int]), List[int] == List[int], repr(Generic[T]), Self, NoReturn)
@overload
def z(a: int) -> int: ...
@overload
def z(a: str) -> str: ...
def z(a): return a
print(z(1))
@final
class Fin: pass
print(Fin.__final__)
def gg[T: int, *Ts, **PP](x: T) -> T: return x
print(gg.__type_params__, gg.__type_params__[0].__bound__, gg.__annotations__)
class CC[A, B = int]: pass
print(CC[str], CC.__orig_bases__, CC.__parameters__, CC.__mro__)
type L[T] = list[T]
print(L[int], L.__value__, L.__type_params__, L[int].__args__)
print(get_type_hints(P), Optional[List["P"]])
