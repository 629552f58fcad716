"""A child with an interpreter of its own."""

import pickle
from _processes import _spawn
from multiprocessing import context, popen_fork, process, reduction, spawn

__all__ = ["Popen"]


class Popen(popen_fork.Popen):
    method = "spawn"

    def __init__(self, process_obj, method="spawn"):
        self.method = method
        super().__init__(process_obj)

    def _launch(self, process_obj):
        preparation = spawn.get_preparation_data(process_obj._name)
        preparation["start_method"] = self.method
        context.set_spawning_popen(self)
        try:
            data = pickle.dumps((bytes(reduction.ForkingPickler.dumps(preparation)), bytes(reduction.ForkingPickler.dumps(process_obj))))
        finally:
            context.set_spawning_popen(None)
        self.pid = _spawn("from multiprocessing.spawn import _main; _main(_data)", data)
        self.sentinel = -self.pid
