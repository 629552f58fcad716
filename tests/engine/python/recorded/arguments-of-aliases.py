# Aliases with other arguments: unions get smaller, Annotated keeps what it says, hints are without extras at any depth.
import math
import typing
from typing import Annotated, Dict, List, Optional, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")
for make in (
    lambda: Union[T, int][int],
    lambda: Union[T, U][int, str],
    lambda: Union[T, U][int, int],
    lambda: Optional[T][str],
    lambda: Optional[T][None],
    lambda: List[Union[T, str]][str],
    lambda: Annotated[T, 5][int],
    lambda: Annotated[List[T], "more"][int],
    lambda: List[Annotated[T, 5]][int],
    lambda: Dict[T, Annotated[U, "x", 2]][int, str],
    lambda: Annotated[Annotated[T, 1], 2][str],
    lambda: Annotated[T, 5][int].__metadata__,
    lambda: Annotated[int, 5].__origin__,
):
    print(make())


def f(a: List[Annotated[int, 1]], b: Annotated[Dict[str, Annotated[int, 2]], 3], c: "list[Annotated[str, 4]]", d: Optional[Annotated[int, 5]] = None) -> Annotated["List[Annotated[int, 6]]", 7]:
    pass


print(typing.get_type_hints(f))
print(typing.get_type_hints(f, include_extras=True))
for x, y in ((-5e-324, 1.0), (5e-324, -1.0), (0.0, -1.0), (-0.0, 1.0), (1.0, 2.0)):
    print(repr(math.nextafter(x, y)))
