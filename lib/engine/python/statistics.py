"""Averages, spread and relations of data; sums are exact, by fractions."""

import math
import numbers
import random
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, namedtuple
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import count, groupby, repeat
from math import erf, erfc, exp, fabs, fsum, hypot, log, sqrt, tau
from operator import itemgetter

_SQRT2 = sqrt(2.0)
_random = random
if _ranks:
    from math import sumprod
else:
    def sumprod(p, q):
        return fsum(a * b for a, b in zip(p, q))


class StatisticsError(ValueError):
    pass


def _coerce(T, S):
    """The type of a sum of both, or TypeError."""
    if T is S or S is int or S is bool:
        return T
    if T is int or issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if issubclass(T, Fraction) and issubclass(S, float):
        return S
    if issubclass(T, float) and issubclass(S, Fraction):
        return T
    raise TypeError("don't know how to coerce %s and %s" % (T.__name__, S.__name__))


def _isfinite(x):
    try:
        return x.is_finite()
    except AttributeError:
        return math.isfinite(x)


def _exact_ratio(x):
    """Numerator and denominator; what is not finite stands for itself."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _convert(value, T):
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if issubclass(T, Decimal):
            return T(value.numerator) / value.denominator
        raise


def _total(partials, power=1):
    if None in partials:
        return partials[None]
    return sum(Fraction(n, d ** power) for d, n in partials.items())


def _sum(data):
    """Type, exact sum and number of the data."""
    size = 0
    types, partials = set(), {}
    for cls, values in groupby(data, type):
        types.add(cls)
        for n, d in map(_exact_ratio, values):
            size += 1
            partials[d] = partials.get(d, 0) + n
    total = _total(partials)
    return reduce(_coerce, types, int), total, size


def _ss(data, c=None):
    """Type, sum of squared distances from the mean, mean and number of the data."""
    if c is not None:
        T, squares, size = _sum((d := x - c) * d for x in data)
        return T, squares, c, size
    size = 0
    types, sums, squares = set(), defaultdict(int), defaultdict(int)
    for cls, values in groupby(data, type):
        types.add(cls)
        for n, d in map(_exact_ratio, values):
            size += 1
            sums[d] += n
            squares[d] += n * n
    if not size:
        spread = middle = Fraction(0)
    elif None in sums:
        spread = middle = sums[None]
    else:
        total = _total(sums)
        spread = (size * _total(squares, 2) - total * total) / size
        middle = total / size
    return reduce(_coerce, types, int), spread, middle, size


def _fail_neg(values, errmsg="negative value"):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def _integer_sqrt_of_frac_rto(n, m):
    root = math.isqrt(n // m)
    return root | (root * root * m != n)


_sqrt_bit_width = 2 * sys.float_info.mant_dig + 3


def _float_sqrt_of_frac(n, m):
    """The float nearest to the square root of n / m."""
    shift = (n.bit_length() - m.bit_length() - _sqrt_bit_width) // 2
    if shift >= 0:
        return (_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift) / 1
    return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)


def _decimal_sqrt_of_frac(n, m):
    if n <= 0:
        if not n:
            return Decimal("0.0")
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    nr, dr = root.as_integer_ratio()
    plus = root.next_plus()
    np, dp = plus.as_integer_ratio()
    if 4 * n * (dr * dp) ** 2 > m * (dr * np + dp * nr) ** 2:
        return plus
    minus = root.next_minus()
    nm, dm = minus.as_integer_ratio()
    if 4 * n * (dr * dm) ** 2 < m * (dr * nm + dm * nr) ** 2:
        return minus
    return root


def mean(data):
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, T)


def _weighted_mean(data, weights):
    if not isinstance(data, (list, tuple)):
        data = list(data)
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    top = sumprod(data, weights)
    bottom = fsum(weights)
    if not bottom:
        raise StatisticsError("sum of weights must be non-zero")
    return top / bottom


def _plain_fmean(data):
    try:
        n = len(data)
    except TypeError:
        data = list(data)
        n = len(data)
    total = fsum(data)
    if not n:
        raise StatisticsError("fmean requires at least one data point")
    return total / n


if _roots_exactly:
    def fmean(data, weights=None):
        return _plain_fmean(data) if weights is None else _weighted_mean(data, weights)
else:
    def fmean(data):
        return _plain_fmean(data)

if _estimates:
    def geometric_mean(data):
        n = 0
        logs, zero = [], False
        for n, x in enumerate(data, start=1):
            if x > 0.0 or math.isnan(x):
                logs.append(log(x))
            elif x == 0.0:
                zero = True
            elif _shows_negative:
                raise StatisticsError(f"No negative inputs allowed: {x!r}")
            else:
                raise StatisticsError("No negative inputs allowed", x)
        total = fsum(logs)
        if not n:
            raise StatisticsError("Must have a non-empty dataset")
        if math.isnan(total):
            return math.nan
        if zero:
            return math.nan if total == math.inf else 0.0
        return exp(total / n)
else:
    def geometric_mean(data):
        try:
            return exp(fmean(map(log, data)))
        except ValueError:
            raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    if iter(data) is data:
        data = list(data)
    negative = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, (numbers.Real, Decimal)):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError(negative)
        return x
    if weights is None:
        weights, whole = repeat(1, n), n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        _, whole, _ = _sum(w for w in _fail_neg(weights, negative))
    try:
        T, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _fail_neg(data, negative)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(whole / total, T)


def _ordered(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _ordered(data)
    middle, odd = divmod(len(data), 2)
    return data[middle] if odd else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = _ordered(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _ordered(data)
    return data[len(data) // 2]


def _interpolated(data, x, low, interval):
    first = bisect_left(data, x)
    return low + interval * (len(data) / 2 - first) / (bisect_right(data, x, lo=first) - first)


if _roots_exactly:
    def median_grouped(data, interval=1.0):
        data = _ordered(data)
        x = data[len(data) // 2]
        try:
            interval, middle = float(interval), float(x)
        except ValueError:
            raise TypeError("Value cannot be converted to a float")
        return _interpolated(data, x, middle - interval / 2.0, interval)
else:
    def median_grouped(data, interval=1):
        data = _ordered(data)
        if len(data) == 1:
            return data[0]
        x = data[len(data) // 2]
        for value in (x, interval):
            if isinstance(value, (str, bytes)):
                raise TypeError("expected number but got %r" % value)
        try:
            low = x - interval / 2
        except TypeError:
            low = float(x) - float(interval) / 2
        return _interpolated(data, x, low, interval)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    try:
        return pairs[0][0]
    except IndexError:
        raise StatisticsError("no mode for empty data") from None


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, times in counts.items() if times == most]


def _variance(data, centre, lost, name):
    T, squares, middle, n = _ss(data, centre)
    if n <= lost:
        raise StatisticsError(f"{name} requires at least {'two data points' if lost else 'one data point'}")
    return T, squares / (n - lost), middle


def variance(data, xbar=None):
    T, value, _ = _variance(data, xbar, 1, "variance")
    return _convert(value, T)


def pvariance(data, mu=None):
    T, value, _ = _variance(data, mu, 0, "pvariance")
    return _convert(value, T)


def _deviation(data, centre, lost, name):
    if not _roots_exactly:
        value = pvariance(data, centre) if lost == 0 else variance(data, centre)
        try:
            return value.sqrt()
        except AttributeError:
            return math.sqrt(value)
    T, value, _ = _variance(data, centre, lost, name)
    if issubclass(T, Decimal):
        return _decimal_sqrt_of_frac(value.numerator, value.denominator)
    if _complements and not hasattr(value, "numerator"):
        raise ValueError("inf or nan encountered in data")
    return _float_sqrt_of_frac(value.numerator, value.denominator)


def stdev(data, xbar=None):
    return _deviation(data, xbar, 1, "stdev")


def pstdev(data, mu=None):
    return _deviation(data, mu, 0, "pstdev")


def _mean_stdev(data):
    T, value, middle = _variance(data, None, 1, "stdev")
    try:
        return float(middle), _float_sqrt_of_frac(value.numerator, value.denominator)
    except AttributeError:
        return float(middle), float(middle) / float(value)


def _pairs(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return n


def _centred(values, n):
    middle = fsum(values) / n
    return [value - middle for value in values]


def covariance(x, y, /):
    n = _pairs(x, y, "covariance")
    return sumprod(_centred(x, n), _centred(y, n)) / (n - 1)


def _rank(data, /, *, key=None, reverse=False, ties="average", start=1):
    """The place of each value in order; equal ones share the average of theirs."""
    if ties != "average":
        raise ValueError(f"Unknown tie resolution method: {ties!r}")
    if key is not None:
        data = map(key, data)
    placed = sorted(zip(data, count()), reverse=reverse)
    before = start - 1
    result = [0] * len(placed)
    for _, group in groupby(placed, key=itemgetter(0)):
        group = list(group)
        rank = before + (len(group) + 1) / 2
        for _, position in group:
            result[position] = rank
        before += len(group)
    return result


def _sqrtprod(x, y):
    """sqrt(x * y) without overflow, and a little more exact."""
    root = sqrt(x * y)
    if not _estimates:
        return root
    if not math.isfinite(root):
        if math.isinf(root) and not math.isinf(x) and not math.isinf(y):
            scale = 2.0 ** -512
            return _sqrtprod(scale * x, scale * y) / scale
        return root
    if not root:
        if x and y:
            scale = 2.0 ** 537
            return _sqrtprod(scale * x, scale * y) / scale
        return root
    return root + sumprod((x, root), (y, -root)) / (2.0 * root)


def _correlated(x, y):
    try:
        return sumprod(x, y) / _sqrtprod(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


if _ranks:
    def correlation(x, y, /, *, method="linear"):
        n = _pairs(x, y, "correlation")
        if method not in {"linear", "ranked"}:
            raise ValueError(f"Unknown method: {method!r}")
        if method == "ranked":
            start = (n - 1) / -2
            return _correlated(_rank(x, start=start), _rank(y, start=start))
        return _correlated(_centred(x, n), _centred(y, n))
else:
    def correlation(x, y, /):
        n = _pairs(x, y, "correlation")
        return _correlated(_centred(x, n), _centred(y, n))

LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def _regression(x, y, proportional):
    n = _pairs(x, y, "linear regression")
    xs, ys = (x, y) if proportional else (_centred(x, n), _centred(y, n))
    try:
        slope = (sumprod(xs, ys) + 0.0) / sumprod(xs, xs)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    intercept = 0.0 if proportional else fsum(y) / n - slope * (fsum(x) / n)
    return LinearRegression(slope=slope, intercept=intercept)


if _roots_exactly:
    def linear_regression(x, y, /, *, proportional=False):
        return _regression(x, y, proportional)
else:
    def linear_regression(x, y, /):
        return _regression(x, y, False)


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1 and _estimates:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point" if _estimates else "must have at least two data points")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            at, rest = divmod(i * (size - 1), n)
            result.append((data[at] * (n - rest) + data[at + 1] * rest) / n)
        return result
    if method == "exclusive":
        for i in range(1, n):
            at = min(max(i * (size + 1) // n, 1), size - 1)
            rest = i * (size + 1) - at * n
            result.append((data[at - 1] * (n - rest) + data[at] * rest) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# Wichura's rational approximations (algorithm AS241): numerator and denominator for the middle, the shoulders, the tails.
_middle = (
    (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0),
    (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0),
)
_shoulder = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0),
)
_tail = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0),
)


def _horner(coefficients, r):
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = value * r + coefficient
    return value


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        top, bottom = _middle
        r = 0.180625 - q * q
        return mu + _horner(top, r) * q / _horner(bottom, r) * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    (top, bottom), r = (_shoulder, r - 1.6) if r <= 5.0 else (_tail, r - 5.0)
    x = _horner(top, r) / _horner(bottom, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution as a number that can be reckoned with."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        if _roots_exactly:
            return cls(*_mean_stdev(data))
        data = data if isinstance(data, (list, tuple)) else list(data)
        middle = fmean(data)
        return cls(middle, stdev(data, middle))

    def samples(self, n, *, seed=None):
        source = random if seed is None else random.Random(seed)
        if _estimates:
            return [_normal_dist_inv_cdf(source.random(), self._mu, self._sigma) for _ in repeat(None, n)]
        return [source.gauss(self._mu, self._sigma) for _ in repeat(None, n)]

    def pdf(self, x):
        sigma = self._sigma
        if not sigma:
            raise StatisticsError("pdf() not defined when sigma is zero")
        if _shows_negative:
            z = (x - self._mu) / sigma
            return exp(-0.5 * z * z) / (sqrt(tau) * sigma)
        variance = sigma * sigma
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        if _complements:
            return 0.5 * erfc((self._mu - x) / (self._sigma * _SQRT2))
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if not _ranks and self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        x_variance, y_variance = X.variance, Y.variance
        if not x_variance or not y_variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = y_variance - x_variance
        dm = fabs(Y._mu - X._mu)
        if not dv:
            distance = dm / (2.0 * X._sigma * _SQRT2)
            return erfc(distance) if _complements else 1.0 - erf(distance)
        a = X._mu * y_variance - Y._mu * x_variance
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(y_variance / x_variance))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


if _estimates:
    from math import acos, asin, atan, cos, cosh, pi, sin, tan

    def _newton_raphson(f_inv_estimate, f, f_prime, tolerance=1e-12):
        def f_inv(y):
            x = f_inv_estimate(y)
            while abs(diff := f(x) - y) > tolerance:
                x -= diff / f_prime(x)
            return x
        return f_inv

    def _quartic_invcdf_estimate(p):
        sign, p = (1.0, p) if p <= 1 / 2 else (-1.0, 1.0 - p)
        if _complements and p < 0.0106:
            return ((2.0 * p) ** 0.3838 - 1.0) * sign
        x = (2.0 * p) ** 0.4258865685331 - 1.0
        if p < 0.499 if _complements else p >= 0.004:
            x += 0.026818732 * sin(7.101753784 * p + 2.73230839482953)
        return x * sign

    def _triweight_invcdf_estimate(p):
        sign, p = (1.0, p) if p <= 1 / 2 else (-1.0, 1.0 - p)
        x = (2.0 * p) ** 0.3400218741872791 - 1.0
        if _complements and 0.00001 < p < 0.499:
            x -= 0.033 * sin(1.07 * tau * (p - 0.035))
        return x * sign

    def _quartic(t):
        return sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t ** 5, t ** 3, t, 1.0))

    def _triweight(t):
        return sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t ** 7, t ** 5, t ** 3, t, 1.0))

    def _quartic_density(t):
        return 15 / 16 * (1.0 - t * t) ** 2

    def _triweight_density(t):
        return 35 / 32 * (1.0 - t * t) ** 3

    # Density, its integral, the inverse of that, and whether values farther than one bandwidth have no weight.
    _kernel_specs = {
        "normal": (
            lambda t: exp(-1 / 2 * t * t) / sqrt(2 * pi),
            (lambda t: 1 / 2 * erfc(t / -_SQRT2)) if _complements else (lambda t: 1 / 2 * (1.0 + erf(t / _SQRT2))),
            lambda t: _normal_dist_inv_cdf(t, 0.0, 1.0), None,
        ),
        "logistic": (lambda t: 1 / 2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), lambda p: log(p / (1.0 - p)), None),
        "sigmoid": (lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), lambda p: log(tan(p * (pi / 2))), None),
        "rectangular": (lambda t: 1 / 2, lambda t: 1 / 2 * t + 1 / 2, lambda p: 2.0 * p - 1.0, 1.0),
        "triangular": (
            lambda t: 1.0 - abs(t), lambda t: t * t * (1 / 2 if t < 0.0 else -1 / 2) + t + 1 / 2,
            lambda p: sqrt(2.0 * p) - 1.0 if p < 1 / 2 else 1.0 - sqrt(2.0 - 2.0 * p), 1.0,
        ),
        "parabolic": (
            lambda t: 3 / 4 * (1.0 - t * t), lambda t: sumprod((-1 / 4, 3 / 4, 1 / 2), (t ** 3, t, 1.0)),
            lambda p: 2.0 * cos((acos(2.0 * p - 1.0) + pi) / 3.0), 1.0,
        ),
        "quartic": (_quartic_density, _quartic, _newton_raphson(_quartic_invcdf_estimate, _quartic, _quartic_density), 1.0),
        "triweight": (_triweight_density, _triweight, _newton_raphson(_triweight_invcdf_estimate, _triweight, _triweight_density), 1.0),
        "cosine": (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 1 / 2 * sin(pi / 2 * t) + 1 / 2, lambda p: 2.0 * asin(2.0 * p - 1.0) / pi, 1.0),
    }
    for _alias, _kernel in (("gauss", "normal"), ("uniform", "rectangular"), ("epanechnikov", "parabolic"), ("biweight", "quartic")):
        _kernel_specs[_alias] = _kernel_specs[_kernel]
    del _alias, _kernel

    def _kernel_of(data, h, kernel):
        if not len(data):
            raise StatisticsError("Empty data sequence")
        if not isinstance(data[0], (int, float)):
            raise TypeError("Data sequence must contain ints or floats")
        if h <= 0.0:
            raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
        spec = _kernel_specs.get(kernel)
        if spec is None:
            raise StatisticsError(f"Unknown kernel name: {kernel!r}")
        return spec

    def kde(data, h, kernel="normal", *, cumulative=False):
        density, integral, _, support = _kernel_of(data, h, kernel)
        if support is None:
            def pdf(x):
                return sum(density((x - x_i) / h) for x_i in data) / (len(data) * h)

            def cdf(x):
                return sum(integral((x - x_i) / h) for x_i in data) / len(data)
        else:
            def near(x):
                sample = sorted(data)
                first = bisect_left(sample, x - h * support)
                return first, sample[first:bisect_right(sample, x + h * support)]

            def pdf(x):
                return sum(density((x - x_i) / h) for x_i in near(x)[1]) / (len(data) * h)

            def cdf(x):
                first, sample = near(x)
                return sum((integral((x - x_i) / h) for x_i in sample), first) / len(data)

        chosen = cdf if cumulative else pdf
        chosen.__doc__ = f"{'CDF' if cumulative else 'PDF'} estimate with {h=!r} and {kernel=!r}"
        return chosen

    def kde_random(data, h, kernel="normal", *, seed=None):
        inverse = _kernel_of(data, h, kernel)[2]
        source = _random.Random(seed)

        def rand():
            return source.choice(data) + h * inverse(source.random())

        rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
        return rand
