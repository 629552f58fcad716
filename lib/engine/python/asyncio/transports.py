"""Connections as an event loop drives them, over the modelled sockets."""

import socket
from asyncio import events, futures, tasks

__all__ = ["BaseTransport", "ReadTransport", "WriteTransport", "Transport"]

_CHUNK = 256 * 1024
_HIGH_WATER = 64 * 1024


class BaseTransport:
    __slots__ = ("_extra",)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)


class ReadTransport(BaseTransport):
    __slots__ = ()


class WriteTransport(BaseTransport):
    __slots__ = ()


class Transport(ReadTransport, WriteTransport):
    __slots__ = ()


class _SelectorSocketTransport(Transport):
    """A stream: what comes is handed to the protocol, what cannot be sent at once is kept."""

    __slots__ = ("_loop", "_sock", "_protocol", "_server", "_buffer", "_closing", "_ended", "_lost", "_is_paused", "_reads", "_high", "_low", "__weakref__")

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(extra)
        self._loop, self._sock, self._protocol, self._server = loop, sock, protocol, server
        self._buffer = bytearray()
        self._closing = self._ended = self._is_paused = False
        self._lost = 0
        self._reads = True
        self._high, self._low = _HIGH_WATER, _HIGH_WATER // 4
        self._extra.update(socket=sock, sockname=sock.getsockname(), peername=sock._peer)
        if server is not None:
            server._attach(self)
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._sock is None:
            info.append("closed")
        elif self._closing:
            info.append("closing")
        return f"<{' '.join(info)}>"

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    # Reading.

    def _start_reading(self):
        if not self._closing and self._reads:
            self._loop._add_reader(self._sock, self._read_ready)

    def is_reading(self):
        return self._reads and not self._closing

    def pause_reading(self):
        if self.is_reading():
            self._reads = False
            self._loop._remove_reader(self._sock)

    def resume_reading(self):
        if not self._closing and not self._reads:
            self._reads = True
            self._loop._add_reader(self._sock, self._read_ready)

    def _read_ready(self):
        if self._lost:
            return
        try:
            data = self._sock.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError as error:
            self._fail(error)
            return
        if data:
            self._protocol.data_received(data)
        elif self._protocol.eof_received():
            self._loop._remove_reader(self._sock)
        else:
            self.close()

    # Writing.

    def get_write_buffer_size(self):
        return len(self._buffer)

    def get_write_buffer_limits(self):
        return self._low, self._high

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = _HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low
        self._pause_if_full()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._ended:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._lost:
            self._lost += 1
            return
        data = bytes(data)
        if not self._buffer and data:
            data = data[self._sent(data) :]
            if not data:
                return
            self._loop._add_writer(self._sock, self._write_ready)
        self._buffer += data
        self._pause_if_full()

    def _sent(self, data):
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            self._fail(error)
            return len(data)

    def _write_ready(self):
        if self._lost:
            return
        del self._buffer[: self._sent(bytes(self._buffer))]
        if self._is_paused and len(self._buffer) <= self._low:
            self._is_paused = False
            self._protocol.resume_writing()
        if self._buffer:
            return
        if self._sock is not None:
            self._loop._remove_writer(self._sock)
        if self._closing:
            self._call_lost(None)
        elif self._ended:
            self._sock.shutdown(socket.SHUT_WR)

    def writelines(self, parts):
        self.write(b"".join(parts))

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._ended:
            return
        self._ended = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def _pause_if_full(self):
        if not self._is_paused and len(self._buffer) > self._high:
            self._is_paused = True
            self._protocol.pause_writing()

    # The end.

    def is_closing(self):
        return self._closing

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock)
        if not self._buffer:
            self._lost += 1
            self._loop._remove_writer(self._sock)
            self._loop.call_soon(self._call_lost, None)

    def abort(self):
        self._fail(None)

    def _fail(self, error):
        if self._lost:
            return
        self._buffer.clear()
        self._loop._remove_writer(self._sock)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock)
        self._lost += 1
        self._loop.call_soon(self._call_lost, error)

    def _call_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._sock.close()
            self._sock = self._protocol = self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)


_SelectorSocketTransport.__module__ = "asyncio.selector_events"


class Server(events.AbstractServer):
    """What listens for a loop, and the connections that came."""

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._factory = protocol_factory
        self._backlog = backlog
        self._clients = {}
        self._waiters = []
        self._serving = False
        self._forever = None

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _attach(self, transport):
        self._clients[id(transport)] = transport

    def _detach(self, transport):
        self._clients.pop(id(transport), None)
        if not self._clients and self._sockets is None:
            self._wake()

    def _wake(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._add_reader(sock, self._accept, sock)

    def _accept(self, listener):
        while True:
            try:
                sock, _ = listener.accept()
            except BlockingIOError:
                return
            sock.setblocking(False)
            self._loop.create_task(self._welcome(sock))

    async def _welcome(self, sock):
        waiter = self._loop.create_future()
        _SelectorSocketTransport(self._loop, sock, self._factory(), waiter, server=self)
        await waiter

    async def start_serving(self):
        self._start()
        await tasks.sleep(0)

    async def serve_forever(self):
        """Serves until it is cancelled."""
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except BaseException:
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._forever = None

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._remove_reader(sock)
            sock.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        if not self._clients:
            self._wake()

    def close_clients(self):
        for transport in list(self._clients.values()):
            transport.close()

    def abort_clients(self):
        for transport in list(self._clients.values()):
            transport.abort()

    async def wait_closed(self):
        """Waits until it is closed and, where the version does, until its connections are."""
        if self._waiters is None or (not _servers_wait and self._sockets is None):
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        self.close()
        await self.wait_closed()


Server.__module__ = "asyncio.base_events"
if not _queues_shut_down:
    del Server.close_clients, Server.abort_clients


async def serve(loop, factory, host, port, sock, backlog, start_serving, family=socket.AF_INET):
    """A server at an address."""
    if sock is None:
        if host is None and port is None:
            raise ValueError("Neither host/port nor sock were specified")
        sock = socket.socket(family)
        try:
            sock.bind((host or "0.0.0.0", port or 0) if family is socket.AF_INET else host)
        except OSError as error:
            sock.close()
            raise OSError(error.errno, f"error while attempting to bind on address {(host, port)!r}: {error.strerror.lower()}") from None
    sock.setblocking(False)
    server = Server(loop, [sock], factory, backlog)
    if start_serving:
        server._start()
        # The first connections may come now.
        await tasks.sleep(0)
    return server


async def connect(loop, factory, host, port, sock, family=socket.AF_INET):
    """A connection to an address: its transport and protocol."""
    if sock is None:
        if host is None and port is None:
            raise ValueError("host and port was not specified and no sock specified")
        sock = socket.socket(family)
        sock.setblocking(False)
        address = (host or "127.0.0.1", port) if family is socket.AF_INET else host
        try:
            sock.connect(address)
        except ConnectionRefusedError as error:
            sock.close()
            raise ConnectionRefusedError(error.errno, f"Connect call failed {address if family is not socket.AF_INET else sock._at(address, 'connect')!r}") from None
        except BaseException:
            sock.close()
            raise
        await _readiness(loop, sock, False)
    sock.setblocking(False)
    protocol = factory()
    waiter = loop.create_future()
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def when_ready(loop, sock, is_reading, attempt):
    """Tries until the socket does not ask to wait."""
    if sock.gettimeout() != 0 and loop.get_debug():
        raise ValueError("the socket must be non-blocking")
    while True:
        before = sock.gettimeout()
        sock.setblocking(False)
        try:
            return attempt()
        except BlockingIOError:
            pass
        finally:
            sock.settimeout(before)
        await _readiness(loop, sock, is_reading)


async def _readiness(loop, sock, is_reading):
    ready = loop.create_future()
    (loop._add_reader if is_reading else loop._add_writer)(sock, futures._set_result_unless_cancelled, ready, None)
    try:
        await ready
    finally:
        (loop._remove_reader if is_reading else loop._remove_writer)(sock)
