# What dir() tells of enums, enums made of a module's constants, pickling by name, checks, and what has no members.
import enum
import pickle
import sys
from enum import Enum, Flag, IntEnum, IntFlag


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Number(IntEnum):
    ONE = 1
    TWO = 2


class Word(str, Enum):
    HELLO = "hello"

    @property
    def loud(self):
        return self.upper()


class Plain(Enum):
    A = 1

    def method(self):
        pass


for cls in (Plain, Word, Number):
    print(cls.__name__, [name for name in dir(cls) if name[0] != "_"], "__new__" in dir(cls))
    for each in cls:
        print(each, [name for name in dir(each) if name[0] != "_"])

PORT_A = 2
PORT_B = 1
PORT_NAME = "x"
made = IntEnum._convert_("Port", __name__, lambda name: name in ("PORT_A", "PORT_B"))
print(list(made), Port is made, PORT_A is made.PORT_A)


class Empty(Enum):
    pass


class EmptyFlag(Flag):
    pass


def by_super():
    class Made(Enum):
        A = 1

        def __new__(cls, value):
            return super().__new__(cls, value)


for make in (lambda: Empty(7), lambda: EmptyFlag(7), by_super):
    attempt(make)
print(sorted(enum.__all__))
if hasattr(enum, "pickle_by_enum_name"):
    class Named(Enum):
        A = object()
        __reduce_ex__ = enum.pickle_by_enum_name

    print(pickle.loads(pickle.dumps(Named.A)) is Named.A, enum.show_flag_values(13))

    def incomplete():
        @enum.verify(enum.CONTINUOUS)
        class Bits(IntFlag):
            A = 1
            C = 4

    def unnamed():
        @enum.verify(enum.NAMED_FLAGS)
        class Bits(Flag):
            A = 1
            AB = 3
            CD = 12

    attempt(incomplete)
    attempt(unnamed)
if hasattr(Enum, "_add_alias_"):
    class Color(Enum):
        RED = 1
        BLUE = 2

    Color.RED._add_alias_("ROSSO")
    Color.BLUE._add_value_alias_("two")
    print(Color.ROSSO, Color["ROSSO"], Color("two"), list(Color))
    attempt(lambda: Color.RED._add_alias_("BLUE"))
    attempt(lambda: Color.RED._add_value_alias_("two"))


class Masked(Flag):
    A = 1
    B = 2
    MASK = 255


print(~Masked.A, ~Masked(0) == Masked.A | Masked.B)
