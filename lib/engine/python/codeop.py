"""Compiles what may be incomplete, as an interactive prompt gets it line by line."""

import __future__

_features = [getattr(__future__, name) for name in __future__.all_feature_names]

__all__ = ["compile_command", "Compile", "CommandCompiler"]


def _maybe_compile(compiler, source, filename, symbol):
    """The code object, or None where more lines could make it valid; a SyntaxError where none can."""
    if all(not line.strip() or line.strip().startswith("#") for line in source.split("\n")):
        if symbol == "eval":
            return None
        source = "pass"
    elif _needs_more(source, symbol):
        return None
    return compiler(source, filename, symbol)


def compile_command(source, filename="<input>", symbol="single"):
    """Compiles a command, or gives None when it is incomplete."""
    return _maybe_compile(compile, source, filename, symbol)


class Compile:
    """Compiles as `compile` does, and remembers the features that a source has asked of the future."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol, flags=0, **kwargs):
        code = compile(source, filename, symbol, self.flags | flags, True)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """Compiles commands one after the other; what a `from __future__` statement says holds for those that follow."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)
