"""Functions of complex numbers, by the formulas of Kahan's "Branch Cuts for Complex Elementary Functions"."""

import math as _math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)
_LARGE = 1.7976931348623157e308 / 4.0
_SQRT_LARGE = _LARGE ** 0.5
_SQRT_MIN = 2.2250738585072014e-308 ** 0.5
_LOG_LARGE = _math.log(_LARGE)
_LN2, _LN10 = _math.log(2.0), _math.log(10.0)


def _complex(x):
    if isinstance(x, complex):
        return x
    if isinstance(x, (str, bytes)) or not any(hasattr(type(x), name) for name in ("__complex__", "__float__", "__index__")):
        raise TypeError(f"must be real number, not {type(x).__name__}")
    return complex(x)


def _real(x):
    if isinstance(x, (str, bytes, complex)) or not any(hasattr(type(x), name) for name in ("__float__", "__index__")):
        raise TypeError(f"must be real number, not {type(x).__name__}")
    return float(x)


def _turned(z):
    """z times i."""
    return complex(-z.imag, z.real)


def _turned_back(z):
    return complex(z.imag, -z.real)


def _sqrt(z):
    if z.real == 0.0 and z.imag == 0.0:
        return complex(0.0, z.imag)
    x, y = abs(z.real), abs(z.imag)
    if _math.isinf(y):
        return complex(inf, z.imag)
    if x < 2.3e-308 and y < 2.3e-308:
        s = _math.ldexp(_math.sqrt(_math.ldexp(x, 53) + _math.hypot(_math.ldexp(x, 53), _math.ldexp(y, 53))), -27)
    else:
        s = 2.0 * _math.sqrt(x / 8.0 + _math.hypot(x / 8.0, y / 8.0))
    d = y / (2.0 * s)
    if z.real >= 0.0:
        return complex(s, _math.copysign(d, z.imag))
    return complex(d, _math.copysign(s, z.imag))


@_builtin
def sqrt(z, /):
    return _sqrt(_complex(z))


def _is_large(z):
    return abs(z.real) > _LARGE or abs(z.imag) > _LARGE


@_builtin
def acos(z, /):
    z = _complex(z)
    if _is_large(z):
        size = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + _LN2 * 2.0
        return complex(_math.atan2(abs(z.imag), z.real), -_math.copysign(size, z.imag))
    low, high = _sqrt(complex(1.0 - z.real, -z.imag)), _sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(low.real, high.real), _math.asinh(high.real * low.imag - high.imag * low.real))


@_builtin
def acosh(z, /):
    z = _complex(z)
    if _is_large(z):
        return complex(_math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + _LN2 * 2.0, _math.atan2(z.imag, z.real))
    low, high = _sqrt(complex(z.real - 1.0, z.imag)), _sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(low.real * high.real + low.imag * high.imag), 2.0 * _math.atan2(low.imag, high.real))


@_builtin
def asinh(z, /):
    z = _complex(z)
    if _is_large(z):
        size = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + _LN2 * 2.0
        return complex(_math.copysign(size, z.real), _math.atan2(z.imag, abs(z.real)))
    low, high = _sqrt(complex(1.0 + z.imag, -z.real)), _sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(low.real * high.imag - high.real * low.imag), _math.atan2(z.imag, low.real * high.real - low.imag * high.imag))


@_builtin
def asin(z, /):
    return _turned_back(asinh(_turned(_complex(z))))


@_builtin
def atanh(z, /):
    z = _complex(z)
    if _math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    x, y = z.real, abs(z.imag)
    if x > _SQRT_LARGE or y > _SQRT_LARGE:
        h = _math.hypot(x / 2.0, z.imag / 2.0)
        return complex(x / 4.0 / h / h, -_math.copysign(pi / 2.0, -z.imag))
    if x == 1.0 and y < _SQRT_MIN:
        if y == 0.0:
            raise ValueError("math domain error")
        return complex(-_math.log(_math.sqrt(y) / _math.sqrt(_math.hypot(y, 2.0))), _math.copysign(_math.atan2(2.0, -y) / 2, z.imag))
    return complex(_math.log1p(4.0 * x / ((1 - x) * (1 - x) + y * y)) / 4.0, -_math.atan2(-2.0 * z.imag, (1 - x) * (1 + x) - y * y) / 2.0)


@_builtin
def atan(z, /):
    return _turned_back(atanh(_turned(_complex(z))))


def _grown(z, first, second):
    """first(x) cos y + i second(x) sin y, without overflow on the way."""
    if not _math.isfinite(z.real) and z.imag == 0.0:
        return complex(first(z.real), z.imag * _math.copysign(1.0, second(z.real)))
    if _math.isnan(z.real) or _math.isnan(z.imag):
        return complex(nan, nan)
    if abs(z.real) > _LOG_LARGE and _math.isfinite(z.real):
        shrunk = z.real - _math.copysign(1.0, z.real)
        result = complex(_math.cos(z.imag) * first(shrunk) * e, _math.sin(z.imag) * second(shrunk) * e)
    else:
        result = complex(_math.cos(z.imag) * first(z.real), _math.sin(z.imag) * second(z.real))
    if _math.isfinite(z.real) and (_math.isinf(result.real) or _math.isinf(result.imag)):
        raise OverflowError("math range error")
    return result


@_builtin
def cosh(z, /):
    return _grown(_complex(z), _math.cosh, _math.sinh)


@_builtin
def sinh(z, /):
    return _grown(_complex(z), _math.sinh, _math.cosh)


@_builtin
def cos(z, /):
    return cosh(_turned(_complex(z)))


@_builtin
def sin(z, /):
    return _turned_back(sinh(_turned(_complex(z))))


@_builtin
def exp(z, /):
    return _grown(_complex(z), _math.exp, _math.exp)


@_builtin
def tanh(z, /):
    z = _complex(z)
    if abs(z.real) > _LOG_LARGE:
        return complex(_math.copysign(1.0, z.real), 4.0 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2.0 * abs(z.real)))
    tx, ty, cx = _math.tanh(z.real), _math.tan(z.imag), 1.0 / _math.cosh(z.real)
    both = tx * ty
    bottom = 1.0 + both * both
    return complex(tx * (1.0 + ty * ty) / bottom, ((ty / bottom) * cx) * cx)


@_builtin
def tan(z, /):
    return _turned_back(tanh(_turned(_complex(z))))


def _log(z):
    x, y = abs(z.real), abs(z.imag)
    if x == 0.0 and y == 0.0:
        raise ValueError("math domain error")
    if x > _LARGE or y > _LARGE:
        size = _math.log(_math.hypot(x / 2.0, y / 2.0)) + _LN2
    else:
        h = _math.hypot(x, y)
        if 0.71 <= h <= 1.73:
            low, high = min(x, y), max(x, y)
            size = _math.log1p((high - 1) * (high + 1) + low * low) / 2.0
        else:
            size = _math.log(h)
    return complex(size, _math.atan2(z.imag, z.real))


@_builtin
def log(z, base=None, /):
    result = _log(_complex(z))
    return result if base is None else result / _log(_complex(base))


@_builtin
def log10(z, /):
    result = _log(_complex(z))
    return complex(result.real / _LN10, result.imag / _LN10)


@_builtin
def phase(z, /):
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


@_builtin
def polar(z, /):
    z = _complex(z)
    return abs(z), _math.atan2(z.imag, z.real)


@_builtin
def rect(r, phi, /):
    r, phi = _real(r), _real(phi)
    if phi == 0.0:
        return complex(r, r * phi if _math.isfinite(r) else phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


@_builtin
def isfinite(z, /):
    z = _complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


@_builtin
def isinf(z, /):
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


@_builtin
def isnan(z, /):
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


@_builtin
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b, rel_tol, abs_tol = _complex(a), _complex(b), _real(rel_tol), _real(abs_tol)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    distance = abs(a - b)
    return distance <= rel_tol * abs(b) or distance <= rel_tol * abs(a) or distance <= abs_tol


del _builtin, _seal
