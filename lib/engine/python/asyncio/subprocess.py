"""Children of a loop: threads wait for what they say and for their end."""

import os
import signal
import subprocess
from _processes import read as _read
from _thread import start_new_thread
from asyncio import events, streams, tasks

__all__ = ["create_subprocess_exec", "create_subprocess_shell"]

PIPE = subprocess.PIPE
STDOUT = subprocess.STDOUT
DEVNULL = subprocess.DEVNULL
_CHUNK = 32768
_LIMIT = 65536


def _tell(loop, callback, *args):
    """From a thread; a loop that is closed hears nothing any more."""
    try:
        loop.call_soon_threadsafe(callback, *args)
    except RuntimeError:
        if not loop.is_closed():
            raise


class _Input:
    """What a child reads: a thread writes while the loop goes on."""

    def __init__(self, loop, file):
        self._loop = loop
        self._file = file
        self._waiting = []
        self._is_writing = False
        self._is_closing = False
        self._error = None
        self._drained = None
        self._closed = loop.create_future()

    def write(self, data):
        if data and self._error is None:
            self._waiting.append(bytes(data))
            self._go_on()

    def writelines(self, data):
        self.write(b"".join(data))

    def can_write_eof(self):
        return True

    def close(self):
        self._is_closing = True
        self._go_on()

    write_eof = close

    def is_closing(self):
        return self._is_closing

    def get_extra_info(self, name, default=None):
        return self._file if name == "pipe" else default

    def _go_on(self):
        if self._is_writing:
            return
        if self._waiting:
            self._is_writing = True
            data, self._waiting = b"".join(self._waiting), []
            start_new_thread(self._write_now, (data,))
            return
        if self._drained is not None:
            drained, self._drained = self._drained, None
            if not drained.done():
                drained.set_result(None)
        if self._is_closing and not self._closed.done():
            self._file._waiting = b""
            self._file.close()
            self._closed.set_result(None)

    def _write_now(self, data):
        error = None
        try:
            self._file.write(data)
            self._file.flush()
        except OSError as failure:
            error = failure
        _tell(self._loop, self._written, error)

    def _written(self, error):
        self._is_writing = False
        if error is not None:
            self._error = error
            self._waiting = []
        self._go_on()

    async def drain(self):
        if self._is_writing or self._waiting:
            if self._drained is None:
                self._drained = self._loop.create_future()
            await self._drained
        if self._error is not None:
            raise self._error

    async def wait_closed(self):
        await self._closed


class Process:
    """A child that runs a program."""

    def __init__(self, popen, loop, limit):
        self._popen = popen
        self._loop = loop
        self.pid = popen.pid
        self._code = None
        self._ended = loop.create_future()
        self.stdin = None if popen.stdin is None else _Input(loop, popen.stdin)
        self.stdout = self._reader(popen.stdout, limit)
        self.stderr = self._reader(popen.stderr, limit)
        start_new_thread(self._wait_for_end, ())

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.pid}>"

    def _reader(self, file, limit):
        if file is None:
            return None
        reader = streams.StreamReader(limit=limit, loop=self._loop)
        start_new_thread(self._pump, (file, reader))
        return reader

    def _pump(self, file, reader):
        while True:
            data = _read(file._fd, _CHUNK)
            if not data:
                break
            _tell(self._loop, reader.feed_data, data)
        file.close()
        _tell(self._loop, reader.feed_eof)

    def _wait_for_end(self):
        code = self._popen.wait()
        _tell(self._loop, self._has_ended, code)

    def _has_ended(self, code):
        self._code = code
        if not self._ended.done():
            self._ended.set_result(code)

    @property
    def returncode(self):
        return self._code

    async def wait(self):
        """Gives how it ended."""
        if self._code is None:
            await tasks.shield(self._ended)
        return self._code

    def _check(self):
        if self._code is not None:
            raise ProcessLookupError()

    def send_signal(self, sig):
        self._check()
        # Not by Popen, which would look for its end: that is the thread's.
        os.kill(self.pid, sig)

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    async def _feed(self, input):
        if input is not None:
            self.stdin.write(input)
            try:
                await self.stdin.drain()
            except (BrokenPipeError, ConnectionResetError):
                # It does not want it.
                pass
        self.stdin.close()

    async def _nothing(self):
        return None

    async def communicate(self, input=None):
        """Sends what there is to send, takes all that comes, and waits for the end."""
        feeding = self._nothing() if self.stdin is None else self._feed(input)
        reading = [self._nothing() if reader is None else reader.read() for reader in (self.stdout, self.stderr)]
        _, stdout, stderr = await tasks.gather(feeding, *reading)
        await self.wait()
        return stdout, stderr


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=_LIMIT, **kwds):
    """Starts a program with its arguments."""
    for name in "universal_newlines", "text", "encoding", "errors":
        if kwds.get(name):
            raise ValueError("universal_newlines must be False" if name == "universal_newlines" else f"{name} must be False" if name == "text" else f"{name} must be None")
    popen = subprocess.Popen((program, *args), stdin=stdin, stdout=stdout, stderr=stderr, bufsize=0, **kwds)
    return Process(popen, events.get_running_loop(), limit)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=_LIMIT, **kwds):
    """There is no shell in this machine: it says so."""
    return subprocess.Popen(cmd, shell=True)
