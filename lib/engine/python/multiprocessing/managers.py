"""Objects that live in a process of their own; others use them through proxies."""

import os
import queue
import sys
import threading
import traceback
import types
from multiprocessing import context, process, reduction, util
from multiprocessing.connection import Client, Listener

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]

for _view in ({}.keys, {}.values, {}.items):
    reduction.register(type(_view()), lambda view: (list, (list(view),)))
del _view


class Token:
    """Says which object of which manager is meant."""

    __slots__ = ("typeid", "address", "id")

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __getstate__(self):
        return self.typeid, self.address, self.id

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        return f"{self.__class__.__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


class RemoteError(Exception):
    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


def _public_methods(obj):
    return [name for name in dir(obj) if name[0] != "_" and callable(getattr(obj, name))]


class _Server:
    """What runs in the manager's process: a thread for each connection."""

    def __init__(self, registry, address, authkey):
        self.registry = registry
        self.listener = Listener(address, authkey=authkey)
        self.objects = {}
        self.lock = threading.Lock()
        self.ended = threading.Event()

    def serve(self):
        threading.Thread(target=self._accept, daemon=True).start()
        self.ended.wait()
        sys.exit(0)

    def _accept(self):
        while True:
            try:
                connection = self.listener.accept()
            except context.AuthenticationError:
                continue
            threading.Thread(target=self._answer_all, args=(connection,), daemon=True).start()

    def _answer_all(self, connection):
        while True:
            try:
                ident, name, args, kwargs = connection.recv()
            except EOFError:
                return
            try:
                answer = self._create(name, args, kwargs) if ident is None else self._call(ident, name, args, kwargs)
            except Exception as error:
                answer = "#ERROR", error
            try:
                connection.send(answer)
            except Exception:
                connection.send(("#UNSERIALIZABLE", traceback.format_exc()))
            if answer == ("#RETURN", None) and ident is None and name == "#shutdown":
                self.ended.set()

    def _create(self, typeid, args, kwargs):
        if typeid == "#shutdown":
            return "#RETURN", None
        make, exposed, method_to_typeid, _ = self.registry[typeid]
        made = args[0] if make is None else make(*args, **kwargs)
        if exposed is None:
            exposed = _public_methods(made)
        return "#RETURN", self._keep(made, typeid, list(exposed) + list(method_to_typeid or ()))

    def _keep(self, obj, typeid, exposed):
        with self.lock:
            ident = f"{id(obj):x}"
            self.objects.setdefault(ident, (obj, typeid, exposed))
        return ident, tuple(exposed)

    def _call(self, ident, name, args, kwargs):
        obj, typeid, exposed = self.objects[ident]
        if name == "#GETVALUE":
            return "#RETURN", obj
        if name == "#STR":
            return "#RETURN", str(obj)
        if name not in exposed:
            raise AttributeError(f"method {name!r} of {type(obj)!r} object is not in exposed={set(exposed)!r}")
        result = getattr(obj, name)(*args, **kwargs)
        method_to_typeid = self.registry[typeid][2] or {}
        if name in method_to_typeid:
            of = method_to_typeid[name]
            return "#PROXY", (of, *self._keep(result, of, self.registry[of][1] or _public_methods(result)))
        return "#RETURN", result


def _ask(connection, request):
    connection.send(request)
    return connection.recv()


class BaseProxy:
    """Stands for an object of a manager's process."""

    _exposed_ = ()
    _method_to_typeid_ = None

    def __init__(self, token, manager=None, authkey=None, exposed=None):
        self._token = token
        self._id = token.id
        self._manager = manager
        self._authkey = process.current_process().authkey if authkey is None else authkey
        # A connection for each thread of each process.
        self._connections = threading.local()

    def _callmethod(self, methodname, args=(), kwds={}):
        connections = self._connections
        if getattr(connections, "pid", None) != os.getpid():
            connections.pid = os.getpid()
            connections.one = Client(self._token.address, authkey=bytes(self._authkey))
        kind, result = _ask(connections.one, (self._id, methodname, args, kwds))
        if kind == "#RETURN":
            return result
        if kind == "#PROXY":
            typeid, ident, exposed = result
            return _registry_of(self)[typeid][3](Token(typeid, self._token.address, ident), self._manager, self._authkey, exposed)
        raise result if kind == "#ERROR" else RemoteError(result)

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        return _rebuild, (type(self) if type(self).__name__ != "AutoProxy" else None, self._token, getattr(self, "_exposed", None))

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>"

    def __str__(self):
        try:
            return self._callmethod("__repr__") if "__repr__" in self._exposed_ else self._callmethod("#STR")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def _registry_of(proxy):
    return SyncManager._registry if proxy._manager is None else proxy._manager._registry


def _rebuild(cls, token, exposed):
    if cls is None:
        return AutoProxy(token, exposed=exposed)
    return cls(token)


def MakeProxyType(name, exposed):
    """A class of proxies whose methods are the exposed ones."""
    names = {"_exposed_": tuple(exposed)}
    for method in exposed:
        def call(self, /, *args, _method=method, **kwargs):
            return self._callmethod(_method, args, kwargs)
        call.__name__ = method
        names[method] = call
    return type(name, (BaseProxy,), names)


def AutoProxy(token, manager=None, authkey=None, exposed=None):
    """A proxy for the public methods of whatever it is."""
    made = MakeProxyType(f"AutoProxy[{token.typeid}]", exposed)(token, manager, authkey)
    made._exposed = exposed
    return made


class BaseManager:
    """Starts the process that holds the objects, and makes proxies."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, **more):
        self._authkey = process.current_process().authkey if authkey is None else process.AuthenticationString(authkey)
        self._address = address
        self._ctx = ctx or context._default_context.get_context()
        self._state = "initial"

    address = property(lambda self: self._address)

    def start(self, initializer=None, initargs=()):
        """Starts the manager's process."""
        if self._state != "initial":
            raise context.ProcessError({"started": "Already started server", "shutdown": "Manager has shut down"}[self._state])
        reader, writer = self._ctx.Pipe(duplex=False)
        self._process = self._ctx.Process(target=type(self)._run_server, args=(self._registry, self._address, bytes(self._authkey), writer, initializer, initargs))
        self._process.name = type(self).__name__ + "-" + ":".join(str(i) for i in self._process._identity)
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state = "started"
        self._finalizer = util.Finalize(self, type(self)._finalize_manager, args=(self._process, self._address, bytes(self._authkey)), exitpriority=0)

    @classmethod
    def _run_server(cls, registry, address, authkey, writer, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        server = _Server(registry, address, authkey)
        writer.send(server.listener.address)
        writer.close()
        server.serve()

    @staticmethod
    def _finalize_manager(process, address, authkey):
        if not process.is_alive():
            return
        try:
            connection = Client(address, authkey=authkey)
            _ask(connection, (None, "#shutdown", (), {}))
            connection.close()
        except Exception:
            pass
        process.join(timeout=1.0)
        if process.is_alive():
            process.terminate()
            process.join()

    def shutdown(self):
        """Ends the process, and with it the objects."""
        self._state = "shutdown"
        self._finalizer()

    def connect(self):
        """Uses the process of another manager at the address."""
        Client(self._address, authkey=bytes(self._authkey)).close()
        self._state = "started"

    def get_server(self):
        raise NotImplementedError("BaseManager.get_server")

    def join(self, timeout=None):
        self._process.join(timeout)

    def __enter__(self):
        if self._state == "initial":
            self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    def _create(self, typeid, args, kwargs):
        if self._state != "started":
            raise AssertionError("server not yet started")
        connection = Client(self._address, authkey=bytes(self._authkey))
        try:
            kind, result = _ask(connection, (None, typeid, args, kwargs))
        finally:
            connection.close()
        if kind != "#RETURN":
            raise result if kind == "#ERROR" else RemoteError(result)
        ident, exposed = result
        return self._registry[typeid][3](Token(typeid, self._address, ident), self, self._authkey, exposed)

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """A kind of objects that the manager makes."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None) or None
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = callable, exposed, method_to_typeid, proxytype
        if create_method:
            def create(self, /, *args, **kwargs):
                return self._create(typeid, args, kwargs)
            create.__name__ = typeid
            setattr(cls, typeid, create)


class IteratorProxy(BaseProxy):
    _exposed_ = ("__next__", "send", "throw", "close")

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod("__next__", args)


class AcquirerProxy(BaseProxy):
    _exposed_ = ("acquire", "release", "locked") if _locks_tell_all else ("acquire", "release")

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod("acquire", (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod("release")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    _exposed_ = ("acquire", "release", "wait", "notify", "notify_all")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def notify(self, n=1):
        return self._callmethod("notify", (n,))

    def notify_all(self):
        return self._callmethod("notify_all")

    wait_for = threading.Condition.wait_for


EventProxy = MakeProxyType("EventProxy", ("is_set", "set", "clear", "wait"))
BarrierProxy = MakeProxyType("BarrierProxy", ("wait", "abort", "reset"))


class Namespace:
    """Attributes, and nothing else."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(sorted(f'{name}={value!r}' for name, value in self.__dict__.items() if not name.startswith('_')))})"


class NamespaceProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, "_callmethod")("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        return self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        return self._callmethod("__delattr__", (key,))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    value = property(get, set)

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"


class ValueProxy(BaseProxy):
    _exposed_ = ("get", "set")
    __class_getitem__ = classmethod(types.GenericAlias)

    def get(self):
        return self._callmethod("get")

    def set(self, value):
        return self._callmethod("set", (value,))

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    import array
    return array.array(typecode, sequence)


_LIST = ("__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__reversed__", "__rmul__", "__setitem__",
         "append", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort", "__imul__")


class ListProxy(MakeProxyType("BaseListProxy", _LIST)):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


_DICT = ("__contains__", "__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__", "clear", "copy", "get", "items", "keys",
         "pop", "popitem", "setdefault", "update", "values")
DictProxy = MakeProxyType("DictProxy", _DICT)
DictProxy._method_to_typeid_ = {"__iter__": "Iterator"}
ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))
BasePoolProxy = MakeProxyType("PoolProxy", ("apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async", "starmap", "starmap_async", "terminate"))
BasePoolProxy._method_to_typeid_ = {"apply_async": "AsyncResult", "map_async": "AsyncResult", "starmap_async": "AsyncResult", "imap": "Iterator", "imap_unordered": "Iterator"}


class PoolProxy(BasePoolProxy):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class SyncManager(BaseManager):
    """A manager for what threads share: locks, queues, lists, dicts, values."""


def _pool(*args, **kwargs):
    return context._default_context.get_context().Pool(*args, **kwargs)


for _row in (
    ("Queue", queue.Queue), ("JoinableQueue", queue.Queue), ("Event", threading.Event, EventProxy), ("Lock", threading.Lock, AcquirerProxy),
    ("RLock", threading.RLock, AcquirerProxy), ("Semaphore", threading.Semaphore, AcquirerProxy), ("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy),
    ("Condition", threading.Condition, ConditionProxy), ("Barrier", threading.Barrier, BarrierProxy), ("Pool", _pool, PoolProxy),
    ("list", list, ListProxy), ("dict", dict, DictProxy), ("Value", Value, ValueProxy), ("Array", Array, ArrayProxy), ("Namespace", Namespace, NamespaceProxy),
):
    SyncManager.register(*_row)
del _row
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)


class SharedMemoryManager(BaseManager):
    """Gives blocks of shared memory and unlinks them at its end."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._blocks = []

    def SharedMemory(self, size):
        from multiprocessing.shared_memory import SharedMemory
        made = SharedMemory(None, create=True, size=size)
        self._blocks.append(made)
        return made

    def ShareableList(self, sequence):
        from multiprocessing.shared_memory import ShareableList
        made = ShareableList(sequence)
        self._blocks.append(made.shm)
        return made

    def __exit__(self, *args):
        for block in self._blocks:
            try:
                block.unlink()
            except FileNotFoundError:
                pass
        super().__exit__(*args)
