"""Numbers and kinds of the instructions of this version."""

import dis as _dis

__all__ = [_name for _name in _dis.__all__ if _name in _dis._OPCODE_NAMES]
for _name in __all__:
    globals()[_name] = getattr(_dis, _name)
del _name, _dis
