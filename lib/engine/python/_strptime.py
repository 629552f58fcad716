"""Reading dates and times from text, by a format."""

from datetime import date as _date, timedelta as _timedelta, timezone as _timezone
import time as _time

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]
_ABBREVIATED_DAYS = [name[:3] for name in _DAYS]
_ABBREVIATED_MONTHS = [name[:3] for name in _MONTHS]
_LONGER = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M"}
_NEWER = ("TDFR" if _day_needs_year else "TDR") if _short_directives else ""

# Directive: least and most digits, least and most value.
_NUMBERS = {
    "d": (1, 2, 1, 31), "H": (1, 2, 0, 23), "I": (1, 2, 1, 12), "j": (1, 3, 1, 366), "m": (1, 2, 1, 12),
    "M": (1, 2, 0, 59), "S": (1, 2, 0, 61), "U": (1, 2, 0, 53), "W": (1, 2, 0, 53), "w": (1, 1, 0, 6),
    "u": (1, 1, 1, 7), "V": (1, 2, 1, 53), "y": (2, 2, 0, 99), "Y": (4, 4, 0, 9999), "G": (4, 4, 0, 9999),
}


def _number(text, at, letter):
    """Ends of the number at a position, longest first."""
    least, most, low, high = _NUMBERS[letter]
    end = at
    while end < len(text) and end - at < most and text[end].isdecimal():
        end += 1
    while end - at >= least:
        if low <= int(text[at:end]) <= high:
            yield end, int(text[at:end])
        end -= 1
    if letter == "d" and text[at:at + 1] == " " and text[at + 1:at + 2].isdecimal():
        yield at + 2, int(text[at + 1])


def _name(text, at, names):
    lowered = text.lower()
    for name in sorted(names, key=len, reverse=True):
        if lowered.startswith(name, at):
            yield at + len(name), names.index(name)


def _fraction(text, at):
    end = at
    while end < len(text) and end - at < 6 and text[end].isdecimal():
        end += 1
    while end > at:
        yield end, int(text[at:end].ljust(6, "0"))
        end -= 1


def _offset(text, at):
    """`+HH:MM`, `+HHMM`, with seconds and fractions, or Z: seconds and microseconds."""
    if text[at:at + 1] in ("Z", "z"):
        yield at + 1, (0, 0)
        return
    sign = text[at:at + 1]
    if sign not in ("+", "-") or not text[at + 1:at + 3].isdecimal() or len(text[at + 1:at + 3]) < 2:
        return
    end = at + 3
    colon = text[end:end + 1] == ":"
    parts = [int(text[at + 1:at + 3])]
    while len(parts) < 3:
        start = end + (1 if text[end:end + 1] == ":" else 0)
        digits = text[start:start + 2]
        if len(digits) < 2 or not digits.isdecimal() or int(digits) > 59:
            break
        if (start > end) != colon:
            if len(parts) < 2:
                break
            raise ValueError(f"Inconsistent use of : in {text[at:start + 2]}")
        parts.append(int(digits))
        end = start + 2
    if len(parts) < 2:
        return
    micro = 0
    if len(parts) == 3 and text[end:end + 1] == "." and text[end + 1:end + 2].isdecimal():
        for end, micro in _fraction(text, end + 1):
            break
    parts += [0] * (3 - len(parts))
    seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
    yield end, (-seconds, -micro) if sign == "-" else (seconds, micro)


def _zone(text, at):
    for name in ("utc", "gmt"):
        if text[at:at + 3].lower() == name:
            yield at + 3, name
    yield at, None


def _read(letter, text, at):
    if letter in _NUMBERS:
        return _number(text, at, letter)
    if letter == "f":
        return _fraction(text, at)
    if letter == "p":
        return _name(text, at, ["am", "pm"])
    if letter == "a":
        return _name(text, at, _ABBREVIATED_DAYS)
    if letter == "A":
        return _name(text, at, _DAYS)
    if letter == "b":
        return _name(text, at, _ABBREVIATED_MONTHS)
    if letter == "B":
        return _name(text, at, _MONTHS)
    if letter == "z":
        return _offset(text, at)
    return _zone(text, at)


def _pieces(format):
    """The format as literal characters, runs of white space and directives."""
    pieces = []
    i = 0
    while i < len(format):
        character = format[i]
        if character.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            pieces.append(("space", ""))
            continue
        i += 1
        if character != "%":
            pieces.append(("text", character.lower()))
            continue
        if i >= len(format):
            raise ValueError(f"stray % in format '{format}'")
        letter = format[i]
        i += 1
        if letter == "%":
            pieces.append(("text", "%"))
        elif letter in _LONGER and (letter in "cxX" or letter in _NEWER):
            pieces.extend(_pieces(_LONGER[letter]))
        elif letter in _NUMBERS or letter in "fpaAbBzZ":
            pieces.append(("read", letter))
        else:
            raise ValueError(f"'{letter}' is a bad directive in format '{format}'")
    return pieces


def _match(pieces, text):
    """Values by directive and where they end, or None. A shorter number is tried where a longer one leads nowhere."""
    stack = [(0, 0, {})]
    while stack:
        index, at, values = stack.pop()
        if index == len(pieces):
            return at, values
        kind, what = pieces[index]
        if kind == "space":
            end = at
            while end < len(text) and text[end].isspace():
                end += 1
            if end > at:
                stack.append((index + 1, end, values))
        elif kind == "text":
            if text[at:at + 1].lower() == what:
                stack.append((index + 1, at + 1, values))
        else:
            found = list(_read(what, text, at))
            for end, value in reversed(found):
                stack.append((index + 1, end, {**values, what: value}))
    return None


def _week_day(year, week, weekday, monday_first):
    first = _date(year, 1, 1).weekday()
    if not monday_first:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    lead = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + lead + 7 * (week - 1) + weekday


def _checked(values):
    if "G" in values:
        if "j" in values:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if "V" not in values or not ("A" in values or "a" in values or "w" in values or "u" in values):
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif "V" in values:
        if not ("A" in values or "a" in values or "w" in values or "u" in values):
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")


def _hour(values):
    if "H" in values:
        return values["H"]
    hour = values.get("I")
    if hour is None:
        return 0
    half = values.get("p")
    if half == 1:
        return hour if hour == 12 else hour + 12
    return 0 if hour == 12 and half in (0, None) else hour


def _weekday(values):
    for letter in ("A", "a"):
        if letter in values:
            return values[letter]
    if "w" in values:
        return 6 if values["w"] == 0 else values["w"] - 1
    if "u" in values:
        return values["u"] - 1
    return None


def _strptime(text, format="%a %b %d %H:%M:%S %Y"):
    """The fields that a text holds: a tuple like struct_time's with zone and offset, the microseconds, their offset."""
    for index, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(argument)}")
    pieces = _pieces(format)
    if _day_needs_year and ("read", "d") in pieces and not any(("read", letter) in pieces for letter in "YyG"):
        raise ValueError(
            "Day of month directive '%d' may not be used without a year directive. Parsing dates involving a day of month "
            "without a year is ambiguous and fails to parse leap day. Add a year to the input and format. "
            "See https://github.com/python/cpython/issues/70647."
        )
    found = _match(pieces, text)
    if not found:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    end, values = found
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    _checked(values)
    year = values.get("Y")
    if "y" in values:
        year = values["y"] + (2000 if values["y"] <= 68 else 1900)
    month = values.get("B", values.get("b"))
    month = values.get("m", 1 if month is None else month + 1)
    day = values.get("d", 1)
    weekday, year_day = _weekday(values), values.get("j")
    leap_year_fix = False
    if year is None and month == 2 and day == 29:
        year, leap_year_fix = 1904, True
    elif year is None and "G" not in values:
        year = 1900
    if "G" in values:
        start = _date(values["G"], 1, 4)
        found = start + _timedelta(weekday - start.weekday() + 7 * (values["V"] - 1))
        year, month, day = found.year, found.month, found.day
        year_day = found.timetuple().tm_yday
    elif year_day is None and weekday is not None and ("U" in values or "W" in values):
        year_day = _week_day(year, values.get("U", values.get("W")), weekday, "W" in values)
        if year_day <= 0:
            year -= 1
            year_day += 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365
    if year_day is None:
        year_day = _date(year, month, day).toordinal() - _date(year, 1, 1).toordinal() + 1
    else:
        found = _date.fromordinal(year_day - 1 + _date(year, 1, 1).toordinal())
        year, month, day = found.year, found.month, found.day
    if weekday is None:
        weekday = _date(year, month, day).weekday()
    offset, micro = values.get("z", (None, 0))
    zone = values.get("Z")
    if leap_year_fix:
        year = 1900
    fields = (year, month, day, _hour(values), values.get("M", 0), values.get("S", 0), weekday, year_day, 0 if zone else -1, zone and zone.upper(), offset)
    return fields, values.get("f", 0), micro


def _strptime_time(text, format="%a %b %d %H:%M:%S %Y"):
    return _time.struct_time(_strptime(text, format)[0])


def _strptime_datetime(cls, text, format="%a %b %d %H:%M:%S %Y"):
    fields, fraction, micro = _strptime(text, format)
    zone, offset = fields[-2:]
    args = fields[:6] + (fraction,)
    if offset is not None:
        delta = _timedelta(seconds=offset, microseconds=micro)
        args += (_timezone(delta, zone) if zone else _timezone(delta),)
    return cls(*args)
