"""What stands in a queue for an item whose interpreter has ended."""


class ItemInterpreterDestroyed(Exception):
    """The interpreter that sent the item is gone."""


class UnboundItem:
    """An item that no interpreter answers for any more."""

    __slots__ = ()
    _MODULE = __name__
    _NAME = "UNBOUND"

    def __new__(cls):
        raise Exception(f"use {cls._MODULE}.{cls._NAME}")

    def __repr__(self):
        return f"{self._MODULE}.{self._NAME}"


def singleton(kind, module):
    """The one item of a module."""
    cls = type(f"Unbound{kind.capitalize()}Item", (UnboundItem,), {"__slots__": (), "_MODULE": module})
    return object.__new__(cls)


UNBOUND_ERROR = object()
UNBOUND_REMOVE = object()
