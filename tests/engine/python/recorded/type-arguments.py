# What typing takes as a type, and how it refuses the rest, by version
import typing
from typing import Any, ClassVar, Dict, Final, Generic, List, Literal, NoReturn, Optional, Protocol, Type, TypeVar, Union


def show(name, f):
    try:
        text = repr(f())
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
    print(name, text)


T = TypeVar("T")
for v in 1, "a", None, [], (), (int, str), {}, ..., T, int, list[int], ClassVar[int], Final, Any, 1.5, NoReturn, ClassVar, Generic, Protocol, Optional, Literal[1]:
    n = repr(v).split(" at 0x")[0]
    show(f"Union[{n}]", lambda: typing.Union[v])
    show(f"Union[{n}, int]", lambda: typing.Union[v, int])
    show(f"Optional[{n}]", lambda: typing.Optional[v])
    show(f"List[{n}]", lambda: typing.List[v])
    show(f"Dict[str, {n}]", lambda: typing.Dict[str, v])
    show(f"Tuple[{n}]", lambda: typing.Tuple[v])
    show(f"Type[{n}]", lambda: typing.Type[v])
    if v != "a":
        show(f"ClassVar[{n}]", lambda: typing.ClassVar[v])
        show(f"Final[{n}]", lambda: typing.Final[v])
    show(f"Callable[[int], {n}]", lambda: typing.Callable[[int], v])
    if v in (int, ClassVar, ClassVar[int], Final, Generic, Protocol):
        show(f"Annotated[{n}]", lambda: typing.Annotated[v, 1])
    show(f"TypeVar[{n}]", lambda: typing.TypeVar("X", bound=v).__bound__)
    show(f"TypeVar[{n}]", lambda: typing.TypeVar("X", v, int).__constraints__)
    show(f"NewType {n}", lambda: typing.NewType("N", v).__supertype__)
    show(f"Iterable[{n}]", lambda: typing.Iterable[v])
show("Optional", lambda: Optional[()])
show("Optional2", lambda: Optional[int, str])
show("Union()", lambda: Union[()])
show("ClassVar", lambda: ClassVar[int, str])
show("Final", lambda: Final[int, str])
show("Literal", lambda: Literal[()])
show("TypeVar", lambda: TypeVar("X", int, bound=str))
show("TypeVar", lambda: TypeVar("X", int))
show("TypeVar", lambda: TypeVar("X", int, str, bound=str))
show("TypeVar", lambda: TypeVar("X", covariant=True, contravariant=True))
show("List", lambda: List[int, str])
show("Dict", lambda: Dict[int])
show("Type", lambda: Type[()])
show("Generic", lambda: Generic[int])
show("Generic", lambda: Generic[()])
show("Generic", lambda: Generic[T, T])
show("Protocol", lambda: Protocol[int])
