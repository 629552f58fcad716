"""Format strings, taken apart; `string.Formatter` is built from these."""


def _field_end(text, start):
    """Where the braces that opened before `start` close, and where the name of the field ends."""
    n = len(text)
    name_end = start
    while name_end < n and text[name_end] not in "}:!":
        if text[name_end] == "{":
            raise ValueError("unexpected '{' in field name")
        if text[name_end] == "[":
            while name_end < n - 1 and text[name_end] != "]":
                name_end += 1
        name_end += 1
    if name_end >= n:
        raise ValueError("expected '}' before end of string")
    return name_end


def _spec_end(text, start):
    depth = 1
    for at in range(start, len(text)):
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            depth -= 1
            if depth == 0:
                return at
    raise ValueError("unmatched '{' in format spec")


def _field(text, start):
    """Name, conversion and specification of the field that starts here, and what follows it."""
    end = _field_end(text, start)
    name = text[start:end]
    conversion = None
    if text[end] == "!":
        if end + 1 >= len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[end + 1]
        end += 2
        if text[end:end + 1] not in (":", "}"):
            if end >= len(text):
                raise ValueError("unmatched '{' in format spec")
            raise ValueError("expected ':' after conversion specifier")
    if text[end] == "}":
        return name, "", conversion, end + 1
    close = _spec_end(text, end + 1)
    return name, text[end + 1:close], conversion, close + 1


def _parts(text):
    at = 0
    n = len(text)
    while at < n:
        start = at
        while at < n and text[at] not in "{}":
            at += 1
        if at == n:
            yield text[start:], None, None, None
            return
        brace = text[at]
        if text[at + 1:at + 2] == brace:
            yield text[start:at + 1], None, None, None
            at += 2
            continue
        if brace == "}" or at + 1 == n:
            raise ValueError(f"Single '{brace}' encountered in format string")
        name, spec, conversion, end = _field(text, at + 1)
        yield text[start:at], name, spec, conversion
        at = end


def formatter_parser(format_string, /):
    if not isinstance(format_string, str):
        raise TypeError(f"expected str, got {type(format_string).__name__}")
    return _parts(format_string)


def _key(text):
    return int(text) if text.isascii() and text.isdigit() else text


def _steps(text, at):
    n = len(text)
    while at < n:
        start = at + 1
        if text[at] == ".":
            at = start
            while at < n and text[at] not in ".[":
                at += 1
            found = True, text[start:at]
        elif text[at] == "[":
            at = text.find("]", start)
            if at < 0:
                raise ValueError("Missing ']' in format string")
            found = False, _key(text[start:at])
            at += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if found[1] == "":
            raise ValueError("Empty attribute in format string")
        yield found


def formatter_field_name_split(field_name, /):
    if not isinstance(field_name, str):
        raise TypeError(f"expected str, got {type(field_name).__name__}")
    end = 0
    while end < len(field_name) and field_name[end] not in ".[":
        end += 1
    return _key(field_name[:end]), _steps(field_name, end)
