"""How objects go from one process to another."""

import copyreg
import pickle

__all__ = ["ForkingPickler", "register", "dump"]


class ForkingPickler(pickle.Pickler):
    """A pickler that also knows what only processes have."""

    _extra_reducers = {}

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**copyreg.dispatch_table, **self._extra_reducers}

    @classmethod
    def register(cls, type, reduce):
        """How objects of this type are reduced."""
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        sink = pickle._Sink()
        cls(sink, protocol).dump(obj)
        return sink.data

    loads = pickle.loads


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    ForkingPickler(file, protocol).dump(obj)
