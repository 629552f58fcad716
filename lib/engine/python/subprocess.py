"""Other programs. In this machine room there is one: the interpreter, with the program given to it."""

import os
import pickle
import signal
import sys
import threading
import time
from _pipe_files import Reader, Writer
from _processes import _hand_over, _poll, _spawn, _wait_for, close as _close, pipe as _pipe, read as _read
from sys import audit as _audit
from types import GenericAlias

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE, STDOUT, DEVNULL = -1, -2, -3
_CHUNK = 32768
# What a pipe takes without anybody who reads.
_CAPACITY = 65536
# From the start of a child to its first line, in microseconds: measured for `python -c ""`.
_START_MICROSECONDS = 20_000


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """A child that was to succeed has failed."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."
        try:
            return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
        except ValueError:
            return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A child was waited for in vain."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = CalledProcessError.stdout


class CompletedProcess:
    """What a child has left."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        parts += [f"{name}={value!r}" for name, value in (("stdout", self.stdout), ("stderr", self.stderr)) if value is not None]
        return f"{type(self).__name__}({', '.join(parts)})"

    __class_getitem__ = classmethod(GenericAlias)

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def list2cmdline(seq):
    """A list of words as one line of text."""
    words = []
    for word in map(os.fsdecode, seq):
        quoted = word.replace('"', '\\"')
        words.append(f'"{quoted}"' if not word or " " in word or "\t" in word else quoted)
    return " ".join(words)


def _python_of(words):
    """What the interpreter is told to do: its program or None, the arguments of that, and whether it holds nothing back."""
    unbuffered = False
    rest = list(words)
    while rest and rest[0].startswith("-") and rest[0] != "-":
        option = rest.pop(0)
        if option in ("-V", "--version"):
            return f"print('Python {'.'.join(map(str, sys.version_info[:3]))}')", [option], unbuffered
        if option == "-c" and rest:
            program = rest.pop(0)
            return program, ["-c", *rest], unbuffered
        if option.strip("-") and not option.startswith("--") and set(option[1:]) <= set("uBEIsSbqP"):
            unbuffered = unbuffered or "u" in option
            continue
        raise NotImplementedError(f"subprocess: the interpreter's option {option} is not modelled; run [sys.executable, '-c', program]")
    if rest and rest[0] != "-":
        path = os.path.join(os.getcwd(), rest[0])
        text = f"import sys\nsys.stderr.write({sys.executable!r} + \": can't open file {path!r}: [Errno 2] No such file or directory\\n\")\nsys.exit(2)"
        return text, rest, unbuffered
    return None, rest or [""], unbuffered


def _is_python(program):
    version = ".".join(map(str, sys.version_info[:2]))
    return program == sys.executable or program in ("python", "python3", "python" + version)


class Popen:
    """A child that runs a program."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
                 shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None,
                 text=None, umask=-1, pipesize=-1, process_group=None):
        self.returncode = self.pid = self.stdin = self.stdout = self.stderr = None
        self._is_read = {}
        self._sender = None
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.")
        self.args = args
        self.encoding, self.errors, self.pipesize = encoding, errors, pipesize
        self.text_mode = encoding or errors or text or universal_newlines
        if shell or preexec_fn is not None:
            what = "a shell" if shell else "preexec_fn"
            raise NotImplementedError(f"subprocess: there is not {what} in this machine; run [sys.executable, '-c', program]")
        words = [args] if isinstance(args, (str, bytes, os.PathLike)) else list(args)
        words = [os.fsdecode(word) for word in words]
        program = words[0] if executable is None else os.fsdecode(executable)
        _audit("subprocess.Popen", program, args, cwd, env)
        if not _is_python(program):
            raise FileNotFoundError(2, "No such file or directory", program)
        source, argv, unbuffered = _python_of(words[1:])
        self._start(source, argv, unbuffered, self._open(stdin, stdout, stderr, bufsize), cwd, env)

    def _open(self, stdin, stdout, stderr, bufsize):
        """Makes the pipes. Gives what the child has for its three streams: a number, "null", 1 or 2 of its parent's, or None."""
        if stderr == STDOUT and stdout is None:
            stderr = 1
        self._childs = []
        theirs = [self._for_child(stdin, 0), self._for_child(stdout, 1), None if stderr == STDOUT else self._for_child(stderr, 2)]
        text = bool(self.text_mode)
        if stdin == PIPE:
            self.stdin = Writer(self._mine[0], text, self.encoding, self.errors, buffered=bufsize != 0, by_lines=bufsize == 1)
        if stdout == PIPE:
            self.stdout = Reader(self._mine[1], text, self.encoding, self.errors)
        if stderr == PIPE:
            self.stderr = Reader(self._mine[2], text, self.encoding, self.errors)
        if stderr == STDOUT:
            theirs[2] = "stdout"
        return theirs

    _mine = (None, None, None)

    def _for_child(self, wanted, which):
        if wanted is None:
            return ("inherit", which)
        if wanted == DEVNULL:
            return ("null", None)
        if wanted == PIPE:
            reading, writing = _pipe()
            mine, theirs = (writing, reading) if which == 0 else (reading, writing)
            self._mine = (*self._mine[:which], mine, *self._mine[which + 1 :])
            self._childs.append(theirs)
            return ("pipe", _hand_over(theirs))
        number = wanted if isinstance(wanted, int) else wanted.fileno()
        return ("inherit", number) if number < 3 else ("pipe", _hand_over(number))

    def _start(self, source, argv, unbuffered, streams, cwd, env):
        environment = {os.fsdecode(key): os.fsdecode(value) for key, value in (os.environ if env is None else env).items()}
        data = pickle.dumps((source, argv, unbuffered, streams, os.getcwd() if cwd is None else os.fspath(cwd), environment))
        self.pid = _spawn("from subprocess import _child; _child(_data)", data, _START_MICROSECONDS)
        for number in self._childs:
            _close(number)

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        shown = repr(list(self.args) if not isinstance(self.args, (str, bytes)) else self.args)
        text = f"<{self.__class__.__name__}: returncode: {self.returncode} args: {shown}>"
        return text[:76] + "...>" if len(text) > 80 else text

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for stream in self.stdout, self.stderr:
            if stream:
                stream.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    def __del__(self):
        if self.pid is not None and self.returncode is None and self.poll() is None:
            import warnings

            warnings.warn(f"subprocess {self.pid} is still running", ResourceWarning, source=self)

    # Its end.

    def poll(self):
        if self.returncode is None:
            self._reap(0)
        return self.returncode

    def _reap(self, timeout):
        try:
            found = _wait_for(self.pid, timeout)
        except ChildProcessError:
            # Somebody else has heard of its end.
            self.returncode = 0
            return
        if found is not None:
            self.returncode = found[1]

    def wait(self, timeout=None):
        if self.returncode is None:
            self._reap(timeout)
            if self.returncode is None:
                raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, sig):
        self.poll()
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    # What it says.

    def communicate(self, input=None, timeout=None):
        """Sends what there is to send, takes all that comes, and waits for the end."""
        if self._is_read and input:
            raise ValueError("Cannot send input after starting communication")
        end = None if timeout is None else time.monotonic() + timeout
        self._send(input)
        if not self._is_read:
            self._is_read = {stream._fd: (stream, []) for stream in (self.stdout, self.stderr) if stream is not None and not stream.closed}
        self._take_all(end, timeout)
        try:
            self.wait(None if end is None else max(0, end - time.monotonic()))
        except TimeoutExpired:
            raise TimeoutExpired(self.args, timeout, *self._so_far()) from None
        if self._sender is not None:
            self._sender.join()
        given = []
        for stream in self.stdout, self.stderr:
            parts = next((parts for known, parts in self._is_read.values() if known is stream), None)
            given.append(None if stream is None else stream._given(b"".join(parts or [])))
        return tuple(given)

    def _send(self, input):
        if self.stdin is None or self._is_read or self.stdin.closed:
            return
        if input and len(input) * 4 > _CAPACITY:
            # It may have to be read from before it takes everything.
            self._sender = threading.Thread(target=self._send_now, args=(input,), daemon=True)
            self._sender.start()
        else:
            self._send_now(input)

    def _send_now(self, input):
        try:
            if input:
                self.stdin.write(input)
            self.stdin.close()
        except BrokenPipeError:
            # It does not want it.
            self.stdin._waiting = b""
            self.stdin.close()

    def _take_all(self, end, timeout):
        while True:
            waiting = [number for number, (stream, _) in self._is_read.items() if not stream.closed]
            if not waiting:
                return
            ready = _poll(waiting, None if end is None else max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutExpired(self.args, timeout, *self._so_far())
            for number in ready:
                stream, parts = self._is_read[number]
                data = _read(number, _CHUNK)
                if data:
                    parts.append(data)
                else:
                    stream.close()

    def _so_far(self):
        found = {id(stream): b"".join(parts) or None for stream, parts in self._is_read.values()}
        return found.get(id(self.stdout)), found.get(id(self.stderr))


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Runs a program and waits for it."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except BaseException:
            process.kill()
            raise
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    code = call(*popenargs, **kwargs)
    if code:
        command = kwargs.get("args")
        raise CalledProcessError(code, popenargs[0] if command is None else command)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in "stdout", "check":
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        is_text = kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") or kwargs.get("errors")
        kwargs["input"] = "" if is_text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data, code = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors), 0
    except CalledProcessError as error:
        data, code = error.output, error.returncode
    return code, data[:-1] if data[-1:] == "\n" else data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def _stream_of(row, which, unbuffered):
    """A standard stream of the child; None for the one that its parent has too."""
    from _processes import _take_over

    kind, value = row
    if kind == "inherit":
        return None if value == which else (sys.stdin, sys.stdout, sys.stderr)[value]
    number = _take_over(value) if kind == "pipe" else None
    if which == 0:
        stream = Reader(number, True)
    else:
        stream = Writer(number, True, errors="strict" if which == 1 else "backslashreplace", buffered=not unbuffered, by_lines=which == 2)
    stream.name = ("<stdin>", "<stdout>", "<stderr>")[which]
    stream._is_standard = True
    return stream


def _child(data):
    """The whole life of a child."""
    import __main__
    import atexit

    source, argv, unbuffered, rows, cwd, environment = pickle.loads(data)
    streams = [None if row == "stdout" else _stream_of(row, which, unbuffered) for which, row in enumerate(rows)]
    if streams[0] is not None:
        sys.stdin = sys.__stdin__ = streams[0]
    if streams[1] is not None:
        sys.stdout = sys.__stdout__ = streams[1]
    if rows[2] == "stdout":
        # The same end, with a buffer of its own.
        sys.stderr = sys.__stderr__ = Writer(sys.stdout._fd, True, errors="backslashreplace", by_lines=True) if isinstance(sys.stdout, Writer) else sys.stdout
    elif streams[2] is not None:
        sys.stderr = sys.__stderr__ = streams[2]
    sys.argv = argv
    os.environ.clear()
    os.environ.update(environment)
    if cwd != os.getcwd():
        os.chdir(cwd)
    del __main__._data
    # What is written after everybody else has said goodbye goes out at once.
    atexit.register(_let_go, sys.stdout)
    code = 0
    try:
        if source is None:
            source = sys.stdin.read()
        exec(compile(source, "<string>" if argv[0] == "-c" else "<stdin>", "exec"), __main__.__dict__)
    except SystemExit as error:
        code = error.code
        if code is None:
            code = 0
        elif not isinstance(code, int):
            print(code, file=sys.stderr)
            code = 1
    except BaseException as error:
        code = 1
        if sys.excepthook is not sys.__excepthook__:
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            import traceback

            traceback.print_exception(type(error), error, error.__traceback__)
        if isinstance(error, KeyboardInterrupt):
            code = 130
    sys.exit(code)


def _let_go(stream):
    if isinstance(stream, Writer):
        stream.reconfigure(write_through=True)
