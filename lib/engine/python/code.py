"""An interactive interpreter to be built into programs."""

import builtins
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Compiles and runs sources in a namespace of its own; it reads nothing."""

    def __init__(self, locals=None):
        self.locals = {"__name__": "__console__", "__doc__": None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs a source if it is whole. True: it needs more lines."""
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        """Runs a code object; an exception is shown, unless it is SystemExit."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except:
            self.showtraceback()

    def showsyntaxerror(self, filename=None, **kwargs):
        """Shows the SyntaxError that was just raised."""
        error = sys.exc_info()[1]
        if filename and type(error) is SyntaxError:
            error.filename = filename
        self._show(error.with_traceback(None), False)

    def showtraceback(self):
        """Shows the exception that was just raised, from the frame that the source ran in."""
        self._show(sys.exc_info()[1], True)

    def _show(self, error, is_whole):
        try:
            sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
            if _has_last_exc:
                sys.last_exc = error
            if sys.excepthook is not sys.__excepthook__:
                sys.excepthook(type(error), error, error.__traceback__)
            elif is_whole:
                self.write("".join(traceback.format_exception(type(error), error, error.__traceback__)))
            else:
                self.write("".join(traceback.format_exception_only(type(error), error)))
        finally:
            error = None

    def write(self, data):
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Reads lines with prompts, until the input ends."""

    def __init__(self, locals=None, filename="<console>", *, local_exit=False):
        super().__init__(locals)
        self.filename = filename
        self.local_exit = local_exit
        self.resetbuffer()

    def resetbuffer(self):
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Reads and runs until the end of the input."""
        prompts = [name for name in ("ps1", "ps2") if not hasattr(sys, name)]
        for name in prompts:
            setattr(sys, name, {"ps1": ">>> ", "ps2": "... "}[name])
        if banner is None:
            more = 'Type "help", "copyright", "credits" or "license" for more information.'
            self.write(f"Python {sys.version} on {sys.platform}\n{more}\n({type(self).__name__})\n")
        elif banner:
            self.write(f"{banner!s}\n")
        leaving = [(name, getattr(builtins, name, None)) for name in ("exit", "quit")] if self.local_exit else []
        for name, _ in leaving:
            setattr(builtins, name, _Quitter(name))
        try:
            self._read()
            if exitmsg is None:
                self.write(f"now exiting {type(self).__name__}...\n")
            elif exitmsg != "":
                self.write(f"{exitmsg}\n")
        finally:
            for name, old in leaving:
                setattr(builtins, name, old)
            if _removes_prompts:
                for name in prompts:
                    delattr(sys, name)

    def _read(self):
        more = 0
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write("\n")
                    return
                more = self.push(line)
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                more = 0
            except SystemExit:
                if not self.local_exit:
                    raise
                self.write("\n")
                return

    def push(self, line, filename=None, _symbol="single"):
        """Adds a line, and runs what there is if it is whole. True: it needs more lines."""
        self.buffer.append(line)
        more = self.runsource("\n".join(self.buffer), self.filename if filename is None else filename, symbol=_symbol)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        return input(prompt)


class _Quitter:
    """`exit` and `quit` of a console that the program goes on behind."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name} or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """A console that reads with `readfunc`."""
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)
