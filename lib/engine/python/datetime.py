"""Dates, times, and the spans between them."""

import time as _time

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH_NAMES = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_absent = object()
try:
    0 // 0
except ZeroDivisionError as _error:
    _division_text = str(_error)


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _leap(year) else _DAYS_IN[month]


def _days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _ordinal(year, month, day):
    return _days_before_year(year) + _DAYS_BEFORE[month] + (month > 2 and _leap(year)) + day


def _civil(ordinal):
    """Year, month and day of the proleptic Gregorian ordinal, 1 being 0001-01-01."""
    era, day = divmod(ordinal - 1, 146097)
    centuries, day = divmod(day, 36524)
    fours, day = divmod(day, 1461)
    ones, day = divmod(day, 365)
    year = era * 400 + centuries * 100 + fours * 4 + ones + 1
    if ones == 4 or centuries == 4:
        return year - 1, 12, 31
    leap = _leap(year)
    month = 12
    while _DAYS_BEFORE[month] + (month > 2 and leap) > day:
        month -= 1
    return year, month, day - _DAYS_BEFORE[month] - (month > 2 and leap) + 1


def _iso_week_one(year):
    """Ordinal of the Monday that begins the ISO year."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _required(name, values, names):
    function = f"{name}()" if _names_functions else "function"
    for position, name in enumerate(names):
        if values[position] is _absent:
            raise TypeError(f"{function} missing required argument '{name}' (pos {position + 1})")


def _integer(value):
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    if not hasattr(type(value), "__index__"):
        raise TypeError(f"'{_shown(value)}' object cannot be interpreted as an integer")
    return value.__index__()


def _shown(value):
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls in _builtin_classes else cls.__name__


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        if _tells_values:
            raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}" if _tells_values else "month must be in 1..12")
    last = _days_in_month(year, month)
    if not 1 <= day <= last:
        if _tells_values:
            raise ValueError(f"day {day} must be in range 1..{last} for month {month} in year {year}")
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    for name, value, high in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59), ("microsecond", microsecond, 999999)):
        if not 0 <= value <= high:
            raise ValueError(f"{name} must be in 0..{high}, not {value}" if _tells_values else f"{name} must be in 0..{high}")
    if fold not in (0, 1):
        raise ValueError(f"fold must be either 0 or 1, not {fold}" if _tells_values else "fold must be either 0 or 1")


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_shown(zone)}'")


def _clock_text(hour, minute, second, microsecond, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign = "-"
        offset = -offset
    minutes, seconds = divmod(offset.seconds, 60)
    text = f"{sign}{minutes // 60:02d}{separator}{minutes % 60:02d}"
    if seconds or offset.microseconds:
        text += f"{separator}{seconds:02d}"
        if offset.microseconds:
            text += f".{offset.microseconds:06d}"
    return text


def _checked_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{_shown(offset)}'")
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError(
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)"
            + (f", not {offset!r}" if _tells_values else "")
        )
    return offset


def _formatted(moment, format, fields, microsecond):
    """strftime, with the directives that only this module knows put in first."""
    result = []
    i = 0
    while i < len(format):
        character = format[i]
        i += 1
        if character != "%" or i == len(format):
            result.append(character)
            continue
        letter = format[i]
        i += 1
        if letter == "f":
            result.append(f"{microsecond:06d}")
        elif letter == "z":
            result.append(_offset_text(_offset_of(moment), ""))
        elif letter == ":" and format[i:i + 1] == "z" and _has_colon_offset:
            i += 1
            result.append(_offset_text(_offset_of(moment)))
        elif letter == "Z":
            result.append((_zone_name_of(moment) or "").replace("%", "%%"))
        elif letter in "YGCF" and fields[0] < 1000 and _pads_years:
            year = f"{fields[0]:04d}"
            result.append({"Y": year, "G": year, "C": year[:2], "F": year + "-%m-%d"}[letter])
        else:
            result.append("%" + letter)
    return _time.strftime("".join(result), fields)


def _offset_of(moment):
    return moment.utcoffset() if hasattr(moment, "utcoffset") else None


def _zone_name_of(moment):
    return moment.tzname() if hasattr(moment, "tzname") else None


def _compared(operator):
    """A comparison method; `operator` says which results of the three-way comparison are true."""
    def method(self, other):
        order = self._order(other)
        return order if order is NotImplemented else operator(order)
    return method


def _equal(self, other):
    order = self._order(other, False)
    return order if order is NotImplemented else order == 0


def _unequal(self, other):
    order = self._order(other, False)
    return order if order is NotImplemented else order != 0


def _ordered(cls):
    """Comparisons by `_order`, which gives a negative number, 0 or a positive one, or NotImplemented."""
    cls.__eq__, cls.__ne__ = _equal, _unequal
    cls.__lt__, cls.__le__ = _compared(lambda order: order < 0), _compared(lambda order: order <= 0)
    cls.__gt__, cls.__ge__ = _compared(lambda order: order > 0), _compared(lambda order: order >= 0)
    return cls


def _three_way(left, right):
    return (left > right) - (left < right)


def _accumulate(total, rest, name, value, factor):
    """Adds `value` times `factor` microseconds: whole ones to `total`, what is left of one to `rest`."""
    if isinstance(value, int):
        return total + value * factor, rest
    if not isinstance(value, float):
        raise TypeError(f"unsupported type for timedelta {name} component: {_shown(value)}")
    whole = int(value)
    total += whole * factor
    part = value - whole
    if part:
        part *= factor
        whole = int(part)
        total += whole
        rest += part - whole
    return total, rest


def _divide_nearest(a, b):
    quotient, remainder = divmod(a, b)
    remainder *= 2
    greater = remainder > b if b > 0 else remainder < b
    if greater or remainder == b and quotient % 2 == 1:
        quotient += 1
    return quotient


@_ordered
class timedelta:
    """A span of time: days, seconds and microseconds, of which only the days can be negative."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for name, value, factor in (
            ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000), ("seconds", seconds, 1000000),
            ("minutes", minutes, 60000000), ("hours", hours, 3600000000), ("days", days, 86400000000), ("weeks", weeks, 604800000000),
        ):
            total, rest = _accumulate(total, rest, name, value, factor)
        if rest:
            whole = round(rest)
            if abs(whole - rest) == 0.5:
                odd = total & 1
                whole = 2 * round((rest + odd) * 0.5) - odd
            total += int(whole)
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        """The span of so many microseconds."""
        seconds, microseconds = divmod(total, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not -999999999 <= days <= 999999999:
            if not -2147483648 <= days <= 2147483647:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds = days, seconds, microseconds
        return self

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def total_seconds(self):
        return self._total() / 1000000

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if value]
        return f"{_type_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def _order(self, other, ordering=True):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _three_way(self._total(), other._total())

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._of(self._total() + other._total())

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._of(self._total() - other._total())

    def __rsub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._of(other._total() - self._total())

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(self._total() * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError(_division_text)
            return timedelta._of(_divide_nearest(self._total(), other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator == 0:
                raise ZeroDivisionError(_division_text)
            return timedelta._of(_divide_nearest(self._total() * denominator, numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._total(), other._total())
            return quotient, timedelta._of(rest)
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


def _type_name(self):
    """The name a repr begins with: with the module for the classes here."""
    cls = type(self)
    return f"datetime.{cls.__name__}" if cls in _builtin_classes else cls.__name__


class IsoCalendarDate(tuple):
    """An ISO year, week and weekday."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

    def __reduce__(self):
        return tuple, (tuple(self),)


def _digits(text, start, count):
    part = text[start:start + count]
    if len(part) != count or not (part.isascii() and part.isdigit()):
        raise ValueError
    return int(part)


def _read_date(text):
    """Year, month and day of a whole text; ValueError without a text when it is none."""
    year = _digits(text, 0, 4)
    if _reads_most_formats:
        separated = text[4:5] == "-"
        at = 4 + separated
        if text[at:at + 1] == "W":
            week = _digits(text, at + 1, 2)
            rest = text[at + 3:]
            day = 1
            if rest:
                if (rest[0] == "-") != separated:
                    raise ValueError
                day = _digits(rest, separated, 1)
                if len(rest) != 1 + separated:
                    raise ValueError
            return _from_iso(year, week, day)
        month = _digits(text, at, 2)
        at += 2
        if separated != (text[at:at + 1] == "-"):
            raise ValueError
        at += separated
    else:
        if len(text) != 10 or text[4] != "-" or text[7] != "-":
            raise ValueError
        month, at = _digits(text, 5, 2), 8
    day = _digits(text, at, 2)
    if len(text) != at + 2:
        raise ValueError
    return year, month, day


def _from_iso(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}" if _tells_values else f"Year is out of range: {year}")
    if not 0 < week < 53:
        first = (_ordinal(year, 1, 1) + 6) % 7
        if not (week == 53 and (first == 3 or first == 2 and _leap(year))):
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])" if _tells_values else f"Invalid day: {day} (range is [1, 7])")
    return _civil(_iso_week_one(year) + (week - 1) * 7 + day - 1)


def _read_clock(text):
    """Hour, minute, second and microsecond of a text without an offset."""
    parts = [0, 0, 0, 0]
    colon = text[2:3] == ":"
    at = 0
    for index in range(3):
        parts[index] = _digits(text, at, 2)
        at += 2
        if at == len(text):
            return parts
        following = text[at]
        if index == 2:
            break
        if following == ":" and (colon or not _reads_most_formats):
            at += 1
        elif colon or not _reads_most_formats or following in ".,":
            if following in ".," and _reads_most_formats and index == 2:
                break
            raise ValueError
    if text[at] not in (".," if _reads_most_formats else "."):
        raise ValueError
    digits = text[at + 1:]
    if not (digits.isascii() and digits.isdigit()) or not _reads_most_formats and len(digits) not in (3, 6):
        raise ValueError
    parts[3] = int(digits[:6].ljust(6, "0"))
    return parts


def _read_time(text):
    """The clock's parts and the zone of a text."""
    zone = None
    at = 0
    while at < len(text) and text[at] not in "+-Z":
        at += 1
    if at < len(text):
        if text[at] == "Z":
            if not _reads_most_formats or at != len(text) - 1:
                raise ValueError
            zone = timezone.utc
        else:
            offset_text = text[at + 1:]
            if not _reads_most_formats and len(offset_text) not in (5, 8, 15):
                raise ValueError
            hour, minute, second, micro = _read_clock(offset_text)
            offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
            zone = timezone(-offset if text[at] == "-" else offset) if offset else timezone.utc
        text = text[:at]
    return _read_clock(text), zone


@_ordered
class date:
    """A day of the Gregorian calendar, prolonged in both directions."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_absent, month=_absent, day=_absent):
        if month is _absent and isinstance(year, (bytes, str)) and len(year) == 4 and 1 <= ord(year[2:3]) & 0x7F <= 12:
            state = year if isinstance(year, bytes) else year.encode("latin1")
            return cls._make(state[0] * 256 + state[1], state[2], state[3])
        _required("date", (year, month, day), ("year", "month", "day"))
        year, month, day = _integer(year), _integer(month), _integer(day)
        _check_date(year, month, day)
        return cls._make(year, month, day)

    @classmethod
    def _make(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        year, month, day, *_ = _time.localtime(timestamp)
        return cls(year, month, day)

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = _integer(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _civil(ordinal)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError(f"fromisoformat() argument must be str, not {_shown(text)}" if _names_functions else "fromisoformat: argument must be str")
        try:
            if len(text) not in (7, 8, 10):
                raise ValueError
            found = _read_date(text)
        except ValueError as error:
            if error.args and _reads_most_formats:
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*found)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso(_integer(year), _integer(week), _integer(day)))

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime
        fields = _strptime._strptime(date_string, format)[0]
        return cls(*fields[:3])

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return f"{_type_name(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        return _formatted(self, format, self.timetuple(), 0)

    def __format__(self, format, /):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    def timetuple(self):
        return _time_tuple(self, 0, 0, 0, -1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year, today = self._year, _ordinal(self._year, self._month, self._day)
        week, day = divmod(today - _iso_week_one(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _iso_week_one(year), 7)
        elif week >= 52 and today >= _iso_week_one(year + 1):
            year, week = year + 1, 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month, self._day if day is None else day
        )

    def _key(self):
        return self._year, self._month, self._day

    def _order(self, other, ordering=True):
        if not isinstance(other, date):
            return NotImplemented
        if isinstance(self, datetime) != isinstance(other, datetime):
            if _dates_differ_from_datetimes:
                return NotImplemented
            if ordering:
                raise TypeError(f"can't compare {_shown(self)} to {_shown(other)}")
            return 1
        return _three_way(self._key(), other._key())

    def __hash__(self):
        return hash(self._state())

    def _state(self):
        return bytes((self._year // 256, self._year % 256, self._month, self._day))

    def __reduce__(self):
        return type(self), (self._state(),)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._shifted(other._days)

    __radd__ = __add__

    def _shifted(self, days):
        ordinal = self.toordinal() + days
        if not 0 < ordinal <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


def _time_tuple(self, hour, minute, second, dst):
    year_day = _DAYS_BEFORE[self._month] + (self._month > 2 and _leap(self._year)) + self._day
    return _time.struct_time((self._year, self._month, self._day, hour, minute, second, self.weekday(), year_day, dst))


class tzinfo:
    """Base class of what knows offsets from UTC."""

    __slots__ = ()

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saved = dt.dst()
        if saved is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - saved
        if delta:
            dt += delta
            saved = dt.dst()
            if saved is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saved

    def __reduce__(self):
        args = getattr(self, "__getinitargs__", tuple)()
        state = getattr(self, "__dict__", None) or None
        return (type(self), args, state) if state or _has_utc else (type(self), args)


@_ordered
class time:
    """A time of day, with a zone or without."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, bytes) and len(hour) == 6 and hour[0] & 0x7F < 24:
            zone = minute if minute != 0 else None
            return cls._make(hour[0] & 0x7F, hour[1], hour[2], int.from_bytes(hour[3:], "big"), zone, hour[0] >> 7)
        hour, minute, second, microsecond = _integer(hour), _integer(minute), _integer(second), _integer(microsecond)
        _check_time(hour, minute, second, microsecond, _integer(fold))
        _check_zone(tzinfo)
        return cls._make(hour, minute, second, microsecond, tzinfo, fold)

    @classmethod
    def _make(cls, hour, minute, second, microsecond, zone, fold):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = zone, fold
        return self

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError(f"fromisoformat() argument must be str, not {_shown(text)}" if _names_functions else "fromisoformat: argument must be str")
        try:
            clock = text[1:] if _reads_most_formats and text[:1] == "T" else text
            parts, zone = _read_time(clock)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        if parts[0] == 24 and _reads_midnight and not any(parts[1:]):
            parts[0] = 0
        return cls(*parts, zone)

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime
        return _strptime._strptime_datetime(datetime, date_string, format).timetz()

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def __repr__(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        return f"{_type_name(self)}({', '.join(parts)}{_zone_repr(self)})"

    def isoformat(self, timespec="auto"):
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return _formatted(self, format, fields, self._microsecond)

    __format__ = date.__format__

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset("utcoffset", self._tzinfo.utcoffset(None))

    def dst(self):
        return None if self._tzinfo is None else _checked_offset("dst", self._tzinfo.dst(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold,
        )

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _order(self, other, ordering=True):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = (None, None) if self._tzinfo is other._tzinfo else (self.utcoffset(), other.utcoffset())
        if mine == theirs:
            return _three_way(self._micros(), other._micros())
        if mine is None or theirs is None:
            if ordering:
                raise TypeError("can't compare offset-naive and offset-aware times")
            return 1
        return _three_way(self._micros() - mine._total(), other._micros() - theirs._total())

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        if offset is None:
            return hash(self._state(0))
        return hash(timedelta(microseconds=self._micros()) - offset)

    def _state(self, fold=None):
        first = self._hour + 128 * (self._fold if fold is None else fold)
        return bytes((first, self._minute, self._second)) + self._microsecond.to_bytes(3, "big")

    def __reduce_ex__(self, protocol):
        state = self._state() if protocol > 3 else self._state(0)
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


def _zone_repr(self):
    text = "" if self._tzinfo is None else f", tzinfo={self._tzinfo!r}"
    return text + (", fold=1" if self._fold else "")


class datetime(date):
    """A date with a time of day, with a zone or without."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_absent, month=_absent, day=_absent, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, bytes) and len(year) == 10 and 1 <= year[2] & 0x7F <= 12:
            zone = None if month is _absent else month
            micro = int.from_bytes(year[7:], "big")
            return cls._build(year[0] * 256 + year[1], year[2] & 0x7F, year[3], year[4], year[5], year[6], micro, zone, year[2] >> 7)
        _required("datetime", (year, month, day), ("year", "month", "day"))
        year, month, day = _integer(year), _integer(month), _integer(day)
        hour, minute, second, microsecond = _integer(hour), _integer(minute), _integer(second), _integer(microsecond)
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, _integer(fold))
        _check_zone(tzinfo)
        return cls._build(year, month, day, hour, minute, second, microsecond, tzinfo, fold)

    @classmethod
    def _build(cls, year, month, day, hour, minute, second, microsecond, zone, fold):
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = zone, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_timestamp(cls, timestamp, zone):
        if isinstance(timestamp, float):
            numerator, denominator = timestamp.as_integer_ratio()
            total = _divide_nearest(numerator * 1000000, denominator)
        else:
            if not hasattr(type(timestamp), "__index__"):
                raise TypeError(_timestamp_text.format(_shown(timestamp)))
            total = _integer(timestamp) * 1000000
        seconds, micro = divmod(total, 1000000)
        year, month, day, hour, minute, second, *_ = _time.gmtime(seconds)
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"year {year} is out of range" if not _tells_values else f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
        made = cls(year, month, day, hour, minute, second, micro, zone)
        return made if zone is None else zone.fromutc(made)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        return cls._from_timestamp(timestamp, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        return cls._from_timestamp(timestamp, None)

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        seconds, nanoseconds = divmod(_time.time_ns(), 1000000000)
        moment = cls._from_timestamp(seconds, None).replace(microsecond=nanoseconds // 1000)
        return moment if tz is None else tz.fromutc(moment.replace(tzinfo=tz))

    @classmethod
    def utcnow(cls):
        _deprecated("utcnow", "now(datetime.UTC)")
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date):
            raise TypeError(f"combine() argument {'1' if not _names_functions else repr('date')} must be datetime.date, not {_shown(date)}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument {'2' if not _names_functions else repr('time')} must be datetime.time, not {_shown(time)}")
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError(f"fromisoformat() argument must be str, not {_shown(text)}" if _names_functions else "fromisoformat: argument must be str")
        try:
            split = _split_at(text)
            found = _read_date(text[:split])
            clock = text[split + 1:]
            if not clock and len(text) > split:
                raise ValueError
            parts, zone = _read_time(clock) if clock else ([0, 0, 0, 0], None)
        except ValueError as error:
            if error.args and _reads_most_formats:
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        if parts[0] == 24 and _reads_midnight:
            if any(parts[1:]):
                raise ValueError("minute, second, and microsecond must be 0 when hour is 24")
            parts[0] = 0
            return cls(*found, *parts, zone) + timedelta(1)
        return cls(*found, *parts, zone)

    @classmethod
    def strptime(cls, date_string, format, /):
        for position, argument in enumerate((date_string, format), 1):
            if not isinstance(argument, str):
                raise TypeError(f"strptime() argument {position} must be str, not {_shown(argument)}")
        import _strptime
        return _strptime._strptime_datetime(cls, date_string, format)

    def timetuple(self):
        saved = self.dst()
        return _time_tuple(self, self._hour, self._minute, self._second, -1 if saved is None else int(bool(saved)))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _time_tuple(moment, moment._hour, moment._minute, moment._second, 0)

    def timestamp(self):
        if self._tzinfo is None:
            return (self._micros() - _EPOCH._micros()) / 1000000
        return (self - _UTC_EPOCH).total_seconds()

    def date(self):
        return _date(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold,
        )

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(timedelta(0), "UTC")
        elif not isinstance(tz, _tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_shown(tz)}'")
        if self._tzinfo is tz:
            return self
        offset = self.utcoffset()
        moment = (self if offset is None else self - offset).replace(tzinfo=tz)
        return tz.fromutc(moment)

    def ctime(self):
        clock = _clock_text(self._hour, self._minute, self._second, 0)
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} {clock} {self._year:04d}"

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            what = "isoformat(): argument 'sep'" if _names_functions else "isoformat() argument 1"
            found = _shown(sep) if not isinstance(sep, str) or not _tells_values else f"a string of length {len(sep)}"
            raise TypeError(f"{what} must be a unicode character, not {found}")
        day = f"{self._year:04d}-{self._month:02d}-{self._day:02d}"
        return day + sep + _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        return f"{_type_name(self)}({', '.join(map(str, parts))}{_zone_repr(self)})"

    def __str__(self):
        return self.isoformat(" ")

    def strftime(self, format):
        return _formatted(self, format, self.timetuple(), self._microsecond)

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset("utcoffset", self._tzinfo.utcoffset(self))

    def dst(self):
        return None if self._tzinfo is None else _checked_offset("dst", self._tzinfo.dst(self))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def _micros(self):
        clock = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() * 86400 + clock) * 1000000 + self._microsecond

    def _order(self, other, ordering=True):
        if not isinstance(other, datetime):
            return date._order(self, other, ordering)
        mine, theirs = (None, None) if self._tzinfo is other._tzinfo else (self.utcoffset(), other.utcoffset())
        if mine == theirs:
            return _three_way(self._micros(), other._micros())
        if mine is None or theirs is None:
            if ordering:
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return 1
        return _three_way(self._micros() - mine._total(), other._micros() - theirs._total())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._moved(other._total())

    __radd__ = __add__

    def _moved(self, micros):
        days, rest = divmod(self._micros() + micros, 86400000000)
        if not 0 < days <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        return type(self)(*_civil(days), minutes // 60, minutes % 60, second, micro, self._tzinfo)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._total())
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = (None, None) if self._tzinfo is other._tzinfo else (self.utcoffset(), other.utcoffset())
        span = timedelta._of(self._micros() - other._micros())
        if mine == theirs:
            return span
        if mine is None or theirs is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return span + theirs - mine

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        if offset is None:
            return hash(self._state(0))
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return hash(timedelta(self.toordinal(), seconds, self._microsecond) - offset)

    def _state(self, fold=None):
        month = self._month + 128 * (self._fold if fold is None else fold)
        head = bytes((self._year // 256, self._year % 256, month, self._day, self._hour, self._minute, self._second))
        return head + self._microsecond.to_bytes(3, "big")

    def __reduce_ex__(self, protocol):
        state = self._state() if protocol > 3 else self._state(0)
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _split_at(text):
    """Where the date ends and its separator stands."""
    if not _reads_most_formats:
        return 10
    if len(text) < 7:
        raise ValueError
    if len(text) == 7:
        return 7
    if text[4] == "-":
        if text[5] != "W":
            return 10
        if len(text) == 8 or text[8] != "-":
            return 8
        if len(text) == 9:
            raise ValueError
        # YYYY-Www-ddTHH cannot be: a second digit means that the hyphen was a separator.
        return 8 if len(text) > 10 and text[10].isdecimal() else 10
    if text[4] != "W":
        return 8
    at = 7
    while at < len(text) and text[at].isdecimal():
        at += 1
    if at < 9:
        return at
    return 7 if at % 2 == 0 else 8


def _deprecated(name, instead):
    if _warns_of_utc:
        import warnings
        warnings.warn(
            f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. Use timezone-aware "
            f"objects to represent datetimes in UTC: datetime.datetime.{instead}.",
            DeprecationWarning, stacklevel=3,
        )


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset=_absent, name=None):
        if offset is _absent:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument {repr('offset') if _names_functions else 1} must be datetime.timedelta, not {_shown(offset)}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_shown(name)}")
        if name is None and not offset and _utc is not None:
            return _utc
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)"
                + f", not {offset!r}" + ("" if _tells_values else ".")
            )
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __eq__(self, other):
        if not isinstance(other, timezone):
            return NotImplemented
        return self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is _utc:
            return "datetime.timezone.utc"
        text = repr(self._offset)
        return f"{_type_name(self)}({text})" if self._name is None else f"{_type_name(self)}({text}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt, /):
        _check_moment("utcoffset", dt)
        return self._offset

    def tzname(self, dt, /):
        _check_moment("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" if self is _utc or not self._offset else "UTC" + _offset_text(self._offset)

    def dst(self, dt, /):
        _check_moment("dst", dt)
        return None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset


def _check_moment(name, dt):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {_shown(dt)}")


_utc = None
_date, _time_class, _tzinfo = date, time, tzinfo
_builtin_classes = (timedelta, date, time, datetime, tzinfo, timezone, IsoCalendarDate)
timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_utc = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
if _has_utc:
    UTC = timezone.utc
if not _has_date_strptime:
    del date.strptime, time.strptime
if _has_replace:
    date.__replace__ = lambda self, /, **changes: self.replace(**changes)
    time.__replace__ = date.__replace__
_EPOCH = datetime(1970, 1, 1)
_UTC_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
for _class, _size in zip(_builtin_classes, (40, 32, 40, 48, 16, 32)):
    _seal(_class, _size, tracked=False, final=_class is timezone)
_seal(IsoCalendarDate, 32, item_size=8, final=True)
