"""Rational numbers without rounding."""

import functools
import math
import numbers
import operator
import re
import sys

__all__ = ["Fraction"]

_PyHASH_MODULUS = sys.hash_info.modulus
_PyHASH_INF = sys.hash_info.inf

_digits = r"\d*|\d+(_\d+)*" if _reads_underscores else r"\d*"
_whole = r"\d+(_\d+)*" if _reads_underscores else r"\d+"
_slash = r"\s*/\s*" if _reads_spaces_at_slash else "/"
_RATIONAL_FORMAT = re.compile(
    rf"\A\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>{_digits})"
    rf"(?:(?:{_slash}(?P<denom>{_whole}))?|(?:\.(?P<decimal>{_digits}))?(?:E(?P<exp>[-+]?{_whole}))?)\s*\Z",
    re.IGNORECASE,
)

_layout = r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)"
if _formats:
    _width = "[0-9]+" if _groups_fraction else "0|[1-9][0-9]*"
    _fraction_format = r"(?:\.(?=[,_0-9])(?P<precision>[0-9]+)?(?P<frac>[,_])?)?" if _groups_fraction else r"(?:\.(?P<precision>0|[1-9][0-9]*))?"
    _FLOAT_FORMAT_SPECIFICATION_MATCHER = re.compile(
        rf"{_layout}(?P<z>z)?(?P<alt>\#)?(?P<zeropad>0(?=[0-9]))?(?P<width>{_width})?(?P<sep>[,_])?{_fraction_format}(?P<type>[eEfFgG%])",
        re.DOTALL,
    ).fullmatch
if _formats_plain:
    _GENERAL_FORMAT_SPECIFICATION_MATCHER = re.compile(
        rf"{_layout}(?P<alt>\#)?(?P<width>0|[1-9][0-9]*)?(?P<sep>[,_])?", re.DOTALL
    ).fullmatch


def _hash_algorithm(numerator, denominator):
    """Equal to the hash of an equal int, float or Decimal: a residue modulo a prime."""
    try:
        inverse = pow(denominator, -1, _PyHASH_MODULUS)
    except ValueError:
        value = _PyHASH_INF
    else:
        value = hash(hash(abs(numerator)) * inverse)
    result = value if numerator >= 0 else -value
    return -2 if result == -1 else result


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """Sign and count of the nearest multiple of 10 ** exponent, halves to even."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    quotient, rest = divmod(n + (d >> 1), d)
    if rest == 0 and d & 1 == 0:
        quotient &= -2
    return (quotient < 0 if no_neg_zero else n < 0), abs(quotient)


def _round_to_figures(n, d, figures):
    """Sign, digits and exponent with so many significant digits."""
    if n == 0:
        return False, 0, 1 - figures
    above, below = str(abs(n)), str(d)
    exponent = len(above) - len(below) + (below <= above) - figures
    negative, digits = _round_to_exponent(n, d, exponent)
    if len(str(digits)) == figures + 1:
        digits //= 10
        exponent += 1
    return negative, digits, exponent


def _pad(sign, body, width, fill, align):
    missing = width - len(sign) - len(body)
    padding = fill * missing
    if align == ">":
        return padding + sign + body
    if align == "<":
        return sign + body + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


def _grouped(digits, separator):
    first = 1 + (len(digits) - 1) % 3
    return digits[:first] + "".join(separator + digits[at:at + 3] for at in range(first, len(digits), 3))


def _read(text):
    """Numerator and denominator that a text denotes."""
    match = _RATIONAL_FORMAT.match(text)
    if match is None:
        raise ValueError("Invalid literal for Fraction: %r" % text)
    numerator = int(match["num"] or "0")
    denominator = 1
    if match["denom"]:
        denominator = int(match["denom"])
    else:
        decimals = (match["decimal"] or "").replace("_", "")
        if decimals:
            denominator = 10 ** len(decimals)
            numerator = numerator * denominator + int(decimals)
        exponent = int(match["exp"] or "0")
        if exponent >= 0:
            numerator *= 10 ** exponent
        else:
            denominator *= 10 ** -exponent
    return (-numerator if match["sign"] == "-" else numerator), denominator


def _has_ratio(value):
    if isinstance(value, float):
        return True
    if _takes_any_ratio:
        return not isinstance(value, type) and hasattr(value, "as_integer_ratio")
    from decimal import Decimal
    return isinstance(value, Decimal)


_no_number = (
    "argument should be a string or a Rational instance or have the as_integer_ratio() method"
    if _takes_any_ratio else "argument should be a string or a Rational instance"
)


class Fraction(numbers.Rational):
    """A quotient of two ints in lowest terms; the denominator is positive."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, str):
                numerator, denominator = _read(numerator)
            elif _has_ratio(numerator):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            else:
                raise TypeError(_no_number)
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator, self._denominator = numerator // divisor, denominator // divisor
        return self

    if _takes_any_ratio:
        @classmethod
        def from_number(cls, number):
            if type(number) is int:
                return cls._from_coprime_ints(number, 1)
            if isinstance(number, numbers.Rational):
                return cls._from_coprime_ints(number.numerator, number.denominator)
            if _has_ratio(number):
                return cls._from_coprime_ints(*number.as_integer_ratio())
            raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        made = super(Fraction, cls).__new__(cls)
        made._numerator, made._denominator = numerator, denominator
        return made

    if _formats:
        def is_integer(self):
            return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest Fraction whose denominator is no larger: a convergent of the continued fraction or one between two."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            q2 = q0 + whole * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + whole * p1, q2
            n, d = d, n - whole * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return "%s/%s" % (self._numerator, self._denominator)

    if _formats:
        def _format_float_style(self, match):
            precision = int(match["precision"] or "6")
            kind = match["type"]
            general = kind in "gG"
            if kind in "fF%":
                exponent = -precision - (2 if kind == "%" else 0)
                negative, number = _round_to_exponent(self._numerator, self._denominator, exponent, bool(match["z"]))
                scientific, places = False, precision
            else:
                figures = max(precision, 1) if general else precision + 1
                negative, number, exponent = _round_to_figures(self._numerator, self._denominator, figures)
                scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
                places = figures - 1 if scientific else -exponent
            suffix = ""
            if kind == "%":
                suffix = "%"
            elif scientific:
                suffix = f"{'E' if kind in 'EFG' else 'e'}{exponent + places:+03d}"
            digits = f"{number:0{places + 1}d}"
            leading, decimals = digits[:len(digits) - places], digits[len(digits) - places:]
            if general and not match["alt"]:
                decimals = decimals.rstrip("0")
            point = "." if match["alt"] or decimals else ""
            if _groups_fraction and match["frac"]:
                decimals = match["frac"].join(decimals[at:at + 3] for at in range(0, len(decimals), 3))
            trailing = point + decimals + suffix
            sign = "-" if negative else match["sign"].replace("-", "")
            width, separator = int(match["width"] or "0"), match["sep"]
            fill, align = match["fill"] or " ", match["align"] or ">"
            if match["zeropad"] or _groups_fraction and align == "=" and fill == "0":
                room = width - len(sign) - len(trailing)
                leading = leading.zfill(3 * room // 4 + 1 if separator else room)
            if separator:
                leading = _grouped(leading, separator)
            return _pad(sign, leading + trailing, width, fill, align)

        def __format__(self, format_spec, /):
            if not _formats_plain and not format_spec:
                return str(self)
            if _formats_plain and (match := _GENERAL_FORMAT_SPECIFICATION_MATCHER(format_spec)):
                return self._format_general(match)
            match = _FLOAT_FORMAT_SPECIFICATION_MATCHER(format_spec)
            twice = match and match["align"] is not None and match["zeropad"] is not None
            if match and not twice:
                return self._format_float_style(match)
            reason = "; can't use explicit alignment when zero-padding" if twice and not _formats_plain else ""
            raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}{reason}")

    if _formats_plain:
        def _format_general(self, match):
            separator = match["sep"] or ""
            body = f"{abs(self._numerator):{separator}}"
            if self._denominator > 1 or match["alt"]:
                body += f"/{self._denominator:{separator}}"
            sign = "-" if self._numerator < 0 else match["sign"].replace("-", "")
            return _pad(sign, body, int(match["width"] or "0"), match["fill"] or " ", match["align"] or ">")

    def _operator_fallbacks(monomorphic_operator, fallback_operator, handle_complex=True):
        """An operator and its reflection: exact with rationals, by floats with floats, by complexes with those."""
        handle_complex = handle_complex or not _refuses_complex_floor

        def forward(a, b):
            if isinstance(b, Fraction):
                return monomorphic_operator(a, b)
            if isinstance(b, int):
                return monomorphic_operator(a, Fraction(b))
            if isinstance(b, float):
                return fallback_operator(float(a), b)
            if handle_complex and isinstance(b, complex):
                return fallback_operator(float(a) if _takes_any_ratio else complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return monomorphic_operator(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return fallback_operator(float(a), float(b))
            if handle_complex and isinstance(a, numbers.Complex):
                return fallback_operator(complex(a), float(b) if _takes_any_ratio else complex(b))
            return NotImplemented

        forward.__name__ = "__" + fallback_operator.__name__ + "__"
        reverse.__name__ = "__r" + fallback_operator.__name__ + "__"
        return forward, reverse

    def _add(a, b):
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        common = math.gcd(da, db)
        if common == 1:
            return Fraction._from_coprime_ints(na * db + da * nb, da * db)
        part = da // common
        total = na * (db // common) + nb * part
        again = math.gcd(total, common)
        return Fraction._from_coprime_ints(total // again, part * (db // again))

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)

    def _sub(a, b):
        return Fraction._add(a, -b)

    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)

    def _mul(a, b):
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        across, back = math.gcd(na, db), math.gcd(nb, da)
        return Fraction._from_coprime_ints((na // across) * (nb // back), (db // across) * (da // back))

    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)

    def _div(a, b):
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % (db if _formats else (na > 0) - (na < 0)))
        above, below = math.gcd(na, nb), math.gcd(db, da)
        n, d = (na // above) * (db // below), (nb // above) * (da // below)
        return Fraction._from_coprime_ints(-n, -d) if d < 0 else Fraction._from_coprime_ints(n, d)

    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, False)

    def _divmod(a, b):
        da, db = a.denominator, b.denominator
        quotient, rest = divmod(a.numerator * db, da * b.numerator)
        return quotient, Fraction(rest, da * db)

    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, False)

    def _mod(a, b):
        da, db = a.denominator, b.denominator
        return Fraction((a.numerator * db) % (b.numerator * da), da * db)

    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, False)

    def _power(a, b):
        if not isinstance(b, numbers.Rational):
            if _declines_powers and not isinstance(b, (float, complex)):
                return NotImplemented
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        n, d = a._numerator, a._denominator
        if power >= 0:
            return Fraction._from_coprime_ints(n ** power, d ** power)
        if n < 0:
            n, d = -n, -d
        elif n == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % d ** -power)
        return Fraction._from_coprime_ints(d ** -power, n ** -power)

    def _reflected_power(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    if _takes_any_ratio:
        def __pow__(a, b, modulo=None):
            return NotImplemented if modulo is not None else a._power(b)

        def __rpow__(b, a, modulo=None):
            return NotImplemented if modulo is not None else b._reflected_power(a)
    else:
        def __pow__(a, b):
            return a._power(b)

        def __rpow__(b, a):
            return b._reflected_power(a)

    def __pos__(a):
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    if _reads_underscores:
        def __int__(a, _index=operator.index):
            if a._numerator < 0:
                return _index(-(-a._numerator // a._denominator))
            return _index(a._numerator // a._denominator)

    def __trunc__(a):
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            if twice < self._denominator or twice == self._denominator and floor % 2 == 0:
                return floor
            return floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        return _hash_algorithm(self._numerator, self._denominator)

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if not isinstance(b, float):
            return NotImplemented
        if math.isnan(b) or math.isinf(b):
            return 0.0 == b
        return a == a.from_float(b)

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if not isinstance(other, float):
            return NotImplemented
        if math.isnan(other) or math.isinf(other):
            return op(0.0, other)
        return op(self, self.from_float(other))

    def __lt__(a, b):
        return a._richcmp(b, operator.lt)

    def __gt__(a, b):
        return a._richcmp(b, operator.gt)

    def __le__(a, b):
        return a._richcmp(b, operator.le)

    def __ge__(a, b):
        return a._richcmp(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) == Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        if type(self) == Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)
