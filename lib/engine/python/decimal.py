"""Signals and contexts of decimal numbers; the numbers themselves are the machine's."""

from _namedtuple import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping
from contextvars import ContextVar as _ContextVar
from numbers import Number as _Number, Rational as _Rational

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR = "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR"
ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP = "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"
HAVE_THREADS = True
HAVE_CONTEXTVAR = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_Number.register(Decimal)


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_bits = {
    InvalidOperation: 31, FloatOperation: 32, DivisionByZero: 64, Overflow: 128, Underflow: 256,
    Subnormal: 512, Inexact: 1024, Rounded: 2048, Clamped: 4096,
}
_no_signal = """valid values for signals are:
  [InvalidOperation, FloatOperation, DivisionByZero,
   Overflow, Underflow, Subnormal, Inexact, Rounded,
   Clamped]"""


def _throw(cls, argument):
    raise cls(argument)


def _bit(signal):
    for known, bits in _bits.items():
        if known is signal:
            return bits
    raise KeyError(_no_signal)


class _SignalDict(_MutableMapping):
    """Which signals a context has met, or which of them raise."""

    __slots__ = ("_context", "_field")

    def __init__(self, context, field):
        self._context, self._field = context, field

    def __getitem__(self, key):
        return getattr(self._context, self._field) & _bit(key) != 0

    def __setitem__(self, key, value):
        bits, mask = _bit(key), getattr(self._context, self._field)
        setattr(self._context, self._field, mask | bits if value else mask & ~bits)

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_bits)

    def __len__(self):
        return len(_bits)

    def __eq__(self, other):
        if isinstance(other, _SignalDict):
            return self._set() == other._set()
        if isinstance(other, dict):
            return dict(self) == other
        return NotImplemented

    __hash__ = None

    def _set(self):
        mask = getattr(self._context, self._field)
        return [signal for signal in _bits if mask & _bits[signal]]

    def copy(self):
        return dict(self)

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{self[signal]}" for signal in self) + "}"


_SignalDict.__name__ = _SignalDict.__qualname__ = "SignalDict"


def _mask_of(signals):
    """The bits of a dict that names every signal."""
    if isinstance(signals, _SignalDict):
        return getattr(signals._context, signals._field)
    if not isinstance(signals, dict):
        raise TypeError("argument must be a signal dict")
    if len(signals) != len(_bits) or any(signal not in signals for signal in _bits):
        raise KeyError("invalid signal dict")
    return sum(_bits[signal] for signal in _bits if signals[signal])


def _mask_of_list(signals):
    """The bits of a list of signals, or of a dict."""
    if not isinstance(signals, list):
        return _mask_of(signals)
    mask = 0
    for signal in signals:
        mask |= _bit(signal)
    return mask


def _reduced(context):
    fields = context.prec, context.rounding, context.Emin, context.Emax, context.capitals, context.clamp
    return Context, (*fields, context.flags._set(), context.traps._set())


def _ratio(value):
    """Numerator and denominator of a number that is rational without being an int."""
    if isinstance(value, _Rational):
        return value.numerator, value.denominator


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow])
ExtendedContext = Context(prec=9, traps=[])
_templates = (DefaultContext, BasicContext, ExtendedContext)
_current = _ContextVar("decimal_context")


def _fresh(context):
    made = context.copy()
    made.clear_flags()
    return made


def getcontext():
    context = _current.get(None)
    if context is None:
        context = _fresh(DefaultContext)
        _current.set(context)
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if any(context is template for template in _templates):
        context = _fresh(context)
    _current.set(context)


class ContextManager:
    """Lends a copy of a context to a block."""

    def __init__(self, context):
        self._local, self._outer = context, getcontext()

    def __enter__(self):
        setcontext(self._local)
        return self._local

    def __exit__(self, *exc_info):
        setcontext(self._outer)
        return False


def _local(context, changes):
    if context is None:
        context = getcontext()
    elif not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    context = context.copy()
    for name, value in changes.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(_keyword_text.format(name))
        if value is None:
            continue
        if name in ("flags", "traps"):
            setattr(context, "_" + name, _mask_of_list(value))
        else:
            setattr(context, name, value)
    made = ContextManager.__new__(ContextManager)
    made.__init__(context)
    return made


if _takes_keywords:
    def localcontext(ctx=None, **kwargs):
        return _local(ctx, kwargs)
else:
    def localcontext(ctx=None):
        return _local(ctx, {})

if _has_ieee:
    SPEC_VERSION = __version__
    IEEE_CONTEXT_MAX_BITS = 512

    def IEEEContext(bits, /):
        """The context of an interchange format of IEEE 754 with so many bits."""
        if not 0 < bits <= IEEE_CONTEXT_MAX_BITS or bits % 32:
            raise ValueError(f"argument must be a multiple of 32, with a maximum of {IEEE_CONTEXT_MAX_BITS}")
        emax = 3 * (1 << (bits // 16 + 3))
        return Context(prec=9 * (bits // 32) - 2, rounding=ROUND_HALF_EVEN, Emin=1 - emax, Emax=emax, capitals=1, clamp=1, flags=[], traps=[])
