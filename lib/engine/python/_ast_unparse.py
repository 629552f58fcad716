"""Source text from trees."""

from ast import *

# How tightly each kind of expression binds, loosest first.
(
    _NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _EXPR, _BIT_XOR, _BIT_AND, _SHIFT, _SUM, _TERM, _FACTOR, _POWER, _AWAIT, _ATOM,
) = range(18)

_BINARY = {
    "Add": ("+", _SUM), "Sub": ("-", _SUM), "Mult": ("*", _TERM), "MatMult": ("@", _TERM), "Div": ("/", _TERM), "Mod": ("%", _TERM),
    "LShift": ("<<", _SHIFT), "RShift": (">>", _SHIFT), "BitOr": ("|", _EXPR), "BitXor": ("^", _BIT_XOR), "BitAnd": ("&", _BIT_AND),
    "FloorDiv": ("//", _TERM), "Pow": ("**", _POWER),
}
_UNARY = {"Invert": ("~", _FACTOR), "Not": ("not ", _NOT), "UAdd": ("+", _FACTOR), "USub": ("-", _FACTOR)}
_COMPARES = {
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in",
}
_TRIPLE = ('"""', "'''")
_QUOTES = ("'", '"', *_TRIPLE)
_INFINITY = "1e309"


def _tighter(level):
    return min(level + 1, _ATOM)


def _wrapped(text, is_wrapped):
    return f"({text})" if is_wrapped else text


def _name(node):
    return node.__class__.__name__


def _escaped(character, keeps_space):
    if keeps_space and character in "\n\t":
        return character
    if character == "\\" or not character.isprintable():
        return ascii(character)[1:-1]
    return character


def _literal(text, quotes=_QUOTES, keeps_space=True):
    """The inside of a string literal with few escapes, and the quotes that may stand around it."""
    escaped = "".join(_escaped(character, keeps_space) for character in text)
    possible = [quote for quote in quotes if quote not in escaped and ("\n" not in escaped or quote in _TRIPLE)]
    if not possible:
        shown = repr(text)
        return shown[1:-1], [next((quote for quote in quotes if shown[0] in quote), shown[0])]
    if escaped:
        # A quote that differs from the last character comes first; else the last character is escaped.
        possible.sort(key=lambda quote: quote[0] == escaped[-1])
        if possible[0][0] == escaped[-1]:
            escaped = escaped[:-1] + "\\" + escaped[-1]
    return escaped, possible


def _quoted(text, quotes=_QUOTES):
    inside, possible = _literal(text, quotes)
    return possible[0] + inside + possible[0]


class Unparser:
    """Writes one tree."""

    def __init__(self, *, avoids_backslashes=False):
        self._lines = []
        self._indent = 0
        self._is_interactive = False
        self._ignores = {}
        self._avoids_backslashes = avoids_backslashes

    def visit(self, node):
        """The text of any node."""
        if isinstance(node, list):
            for statement in node:
                self._statement(statement)
        elif isinstance(node, Interactive) and not _joins_interactive:
            # Each statement starts the text anew.
            return self.visit(node.body[-1:])
        elif isinstance(node, (Module, Interactive)):
            self._ignores = {ignore.lineno: f"ignore{ignore.tag}" for ignore in getattr(node, "type_ignores", ())}
            self._is_interactive = isinstance(node, Interactive)
            self._documented(node)
        elif isinstance(node, (stmt, excepthandler, match_case)):
            self._statement(node)
        elif isinstance(node, FunctionType):
            return f"({self._all(node.argtypes)}) -> {self._expr(node.returns)}"
        else:
            return self._expr(node.body if isinstance(node, Expression) else node)
        return "\n".join(self._lines)

    # Statements

    def _write(self, text, is_simple=False):
        """A new line; simple statements of an interactive tree share one."""
        if is_simple and self._is_interactive and not self._indent:
            if self._lines:
                self._lines[-1] += "; " + text
            else:
                self._lines.append(text)
        else:
            self._lines.append("    " * self._indent + text)

    def _block(self, head, body, comment=""):
        self._write(head + ":" + comment)
        self._indent += 1
        for node in body:
            self._statement(node)
        self._indent -= 1

    def _else(self, body, word="else"):
        if body:
            self._block(word, body)

    def _documented(self, node):
        """A body that may begin with a docstring."""
        body = node.body
        first = body[0] if body else None
        is_documented = not isinstance(node, Interactive) and isinstance(first, Expr)
        if is_documented and isinstance(first.value, Constant) and isinstance(first.value.value, str):
            prefix = "u" if first.value.kind == "u" else ""
            self._write(prefix + _quoted(first.value.value, _TRIPLE))
            body = body[1:]
        for statement in body:
            self._statement(statement)

    def _comment(self, node):
        comment = self._ignores.get(node.lineno) or node.type_comment
        return "" if comment is None else f" # type: {comment}"

    def _statement(self, node):
        method = getattr(self, "_" + _name(node).lower() + "_statement", None)
        if method is None:
            self._write(self._simple(node), True)
        else:
            method(node)

    def _simple(self, node):
        return getattr(self, "_write_" + _name(node).lower())(node)

    def _write_expr(self, node):
        return self._expr(node.value, _YIELD)

    def _write_import(self, node):
        return f"{self._lazy(node)}import {self._all(node.names)}"

    def _write_importfrom(self, node):
        return f"{self._lazy(node)}from {'.' * (node.level or 0)}{node.module or ''} import {self._all(node.names)}"

    def _lazy(self, node):
        return "lazy " if getattr(node, "is_lazy", None) else ""

    def _write_assign(self, node):
        level = _TUPLE if _spares_parentheses else _TEST
        targets = "".join(self._expr(target, level) + " = " for target in node.targets)
        return targets + self._expr(node.value) + self._comment(node)

    def _write_augassign(self, node):
        return f"{self._expr(node.target)} {_BINARY[_name(node.op)][0]}= {self._expr(node.value)}"

    def _write_annassign(self, node):
        target = _wrapped(self._expr(node.target), not node.simple and isinstance(node.target, Name))
        return f"{target}: {self._expr(node.annotation)}{self._after(' = ', node.value)}"

    def _after(self, word, node, level=_TEST):
        """A word and an expression, if there is one."""
        return word + self._expr(node, level) if node else ""

    def _write_return(self, node):
        return "return" + self._after(" ", node.value)

    def _write_pass(self, node):
        return "pass"

    def _write_break(self, node):
        return "break"

    def _write_continue(self, node):
        return "continue"

    def _write_delete(self, node):
        return "del " + self._all(node.targets)

    def _write_assert(self, node):
        return "assert " + self._expr(node.test) + self._after(", ", node.msg)

    def _write_global(self, node):
        return "global " + ", ".join(node.names)

    def _write_nonlocal(self, node):
        return "nonlocal " + ", ".join(node.names)

    def _write_raise(self, node):
        if not node.exc and node.cause:
            raise ValueError("Node can't use cause without an exception.")
        return "raise" + self._after(" ", node.exc) + self._after(" from ", node.cause)

    def _write_typealias(self, node):
        return f"type {self._expr(node.name)}{self._type_params(node)} = {self._expr(node.value)}"

    def _type_params(self, node):
        params = getattr(node, "type_params", None)
        return f"[{self._all(params)}]" if params else ""

    def _definition(self, node, head, comment=""):
        if self._lines:
            self._lines.append("")
        for decorator in node.decorator_list:
            self._write("@" + self._expr(decorator))
        self._write(head + ":" + comment)
        self._indent += 1
        self._documented(node)
        self._indent -= 1

    def _classdef_statement(self, node):
        bases = self._all(node.bases + node.keywords)
        self._definition(node, f"class {node.name}{self._type_params(node)}{_wrapped(bases, bases)}")

    def _functiondef_statement(self, node, word="def"):
        head = f"{word} {node.name}{self._type_params(node)}({self._expr(node.args)}){self._after(' -> ', node.returns)}"
        self._definition(node, head, self._comment(node))

    def _asyncfunctiondef_statement(self, node):
        self._functiondef_statement(node, "async def")

    def _for_statement(self, node, word="for"):
        target = self._expr(node.target, _TUPLE if _spares_parentheses else _TEST)
        self._block(f"{word} {target} in {self._expr(node.iter)}", node.body, self._comment(node))
        self._else(node.orelse)

    def _asyncfor_statement(self, node):
        self._for_statement(node, "async for")

    def _while_statement(self, node):
        self._block("while " + self._expr(node.test), node.body)
        self._else(node.orelse)

    def _if_statement(self, node):
        self._block("if " + self._expr(node.test), node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            node = node.orelse[0]
            self._block("elif " + self._expr(node.test), node.body)
        self._else(node.orelse)

    def _with_statement(self, node, word="with"):
        self._block(f"{word} {self._all(node.items)}", node.body, self._comment(node))

    def _asyncwith_statement(self, node):
        self._with_statement(node, "async with")

    def _try_statement(self, node, word="except"):
        self._block("try", node.body)
        for handler in node.handlers:
            self._excepthandler_statement(handler, word)
        self._else(node.orelse)
        self._else(node.finalbody, "finally")

    def _trystar_statement(self, node):
        self._try_statement(node, "except*")

    def _excepthandler_statement(self, node, word="except"):
        self._block(word + self._after(" ", node.type) + (f" as {node.name}" if node.name else ""), node.body)

    def _match_statement(self, node):
        self._block("match " + self._expr(node.subject), node.cases)

    def _match_case_statement(self, node):
        self._block("case " + self._expr(node.pattern) + self._after(" if ", node.guard), node.body)

    # Expressions, patterns and their parts

    def _expr(self, node, level=_TEST):
        return getattr(self, "_text_" + _name(node).lower())(node, level)

    def _all(self, nodes, level=_TEST):
        return ", ".join(self._expr(node, level) for node in nodes)

    def _text_namedexpr(self, node, level):
        text = f"{self._expr(node.target, _ATOM)} := {self._expr(node.value, _ATOM)}"
        return _wrapped(text, level > (_NAMED if _spares_parentheses else _TUPLE))

    def _text_await(self, node, level):
        return _wrapped("await" + self._after(" ", node.value, _ATOM), level > _AWAIT)

    def _text_yield(self, node, level):
        return _wrapped("yield" + self._after(" ", node.value, _ATOM), level > _YIELD)

    def _text_yieldfrom(self, node, level):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return _wrapped("yield from " + self._expr(node.value, _ATOM), level > _YIELD)

    def _text_name(self, node, level):
        return node.id

    def _text_constant(self, node, level):
        value = node.value
        if isinstance(value, tuple):
            return f"({', '.join(map(self._value, value))}{',' * (len(value) == 1)})"
        if value is ...:
            return "..."
        return ("u" if node.kind == "u" else "") + self._value(value)

    def _value(self, value):
        if isinstance(value, (float, complex)):
            return repr(value).replace("inf", _INFINITY).replace("nan", f"({_INFINITY}-{_INFINITY})")
        return _quoted(value) if self._avoids_backslashes and isinstance(value, str) else repr(value)

    def _text_list(self, node, level):
        return f"[{self._all(node.elts)}]"

    def _text_set(self, node, level):
        return f"{{{self._all(node.elts)}}}" if node.elts else "{*()}"

    def _text_tuple(self, node, level):
        return _wrapped(self._items(node.elts), not node.elts or not _spares_parentheses or level > _TUPLE)

    def _items(self, nodes):
        return self._all(nodes) + "," * (len(nodes) == 1)

    def _text_dict(self, node, level):
        pairs = zip(node.keys, node.values)
        return f"{{{', '.join(self._pair(key, value) for key, value in pairs)}}}"

    def _pair(self, key, value):
        return "**" + self._expr(value, _EXPR) if key is None else f"{self._expr(key)}: {self._expr(value)}"

    def _generators(self, node):
        return "".join(map(self._expr, node.generators))

    def _text_listcomp(self, node, level):
        return f"[{self._expr(node.elt)}{self._generators(node)}]"

    def _text_setcomp(self, node, level):
        return f"{{{self._expr(node.elt)}{self._generators(node)}}}"

    def _text_generatorexp(self, node, level):
        return f"({self._expr(node.elt)}{self._generators(node)})"

    def _text_dictcomp(self, node, level):
        pair = f"{self._expr(node.key)}: {self._expr(node.value)}" if node.value else "**" + self._expr(node.key)
        return f"{{{pair}{self._generators(node)}}}"

    def _text_comprehension(self, node, level):
        inner = _tighter(_TEST)
        head = f" {'async ' if node.is_async else ''}for {self._expr(node.target, _TUPLE)} in {self._expr(node.iter, inner)}"
        return head + "".join(" if " + self._expr(test, inner) for test in node.ifs)

    def _text_ifexp(self, node, level):
        inner = _tighter(_TEST)
        text = f"{self._expr(node.body, inner)} if {self._expr(node.test, inner)} else {self._expr(node.orelse)}"
        return _wrapped(text, level > _TEST)

    def _text_unaryop(self, node, level):
        sign, own = _UNARY[_name(node.op)]
        return _wrapped(sign + self._expr(node.operand, own), level > own)

    def _text_binop(self, node, level):
        sign, own = _BINARY[_name(node.op)]
        left, right = (_tighter(own), own) if sign == "**" else (own, _tighter(own))
        return _wrapped(f"{self._expr(node.left, left)} {sign} {self._expr(node.right, right)}", level > own)

    def _text_compare(self, node, level):
        inner = _tighter(_COMPARE)
        rest = zip(node.ops, node.comparators)
        text = self._expr(node.left, inner) + "".join(f" {_COMPARES[_name(op)]} {self._expr(value, inner)}" for op, value in rest)
        return _wrapped(text, level > _COMPARE)

    def _text_boolop(self, node, level):
        word, own = (" and ", _AND) if isinstance(node.op, And) else (" or ", _OR)
        # Each operand binds tighter than the one before, so that one of the same kind further on is in parentheses.
        values = (self._expr(value, min(own + at, _ATOM)) for at, value in enumerate(node.values, 1))
        return _wrapped(word.join(values), level > own)

    def _text_attribute(self, node, level):
        # `1 .real`: a dot after the digits would belong to the number.
        is_int = isinstance(node.value, Constant) and isinstance(node.value.value, int)
        return f"{self._expr(node.value, _ATOM)}{' ' * is_int}.{node.attr}"

    def _text_call(self, node, level):
        return f"{self._expr(node.func, _ATOM)}({self._all(node.args + node.keywords)})"

    def _text_subscript(self, node, level):
        index = node.slice
        is_bare = isinstance(index, Tuple) and index.elts and (
            _spares_parentheses or not any(isinstance(item, Starred) for item in index.elts)
        )
        return f"{self._expr(node.value, _ATOM)}[{self._items(index.elts) if is_bare else self._expr(index)}]"

    def _text_starred(self, node, level):
        return "*" + self._expr(node.value, _EXPR)

    def _text_slice(self, node, level):
        return self._after("", node.lower) + ":" + self._after("", node.upper) + self._after(":", node.step)

    def _text_lambda(self, node, level):
        args = self._expr(node.args)
        space = " " if args or not _spares_parentheses else ""
        return _wrapped(f"lambda{space}{args}: {self._expr(node.body)}", level > _TEST)

    def _text_arguments(self, node, level):
        plain = node.posonlyargs + node.args
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        parts = []
        for at, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self._expr(arg) + self._after("=", default))
            if at == len(node.posonlyargs):
                parts.append("/")
        if node.vararg or node.kwonlyargs:
            parts.append("*" + self._after("", node.vararg))
        parts += [self._expr(arg) + self._after("=", default) for arg, default in zip(node.kwonlyargs, node.kw_defaults)]
        if node.kwarg:
            parts.append("**" + self._expr(node.kwarg))
        return ", ".join(parts)

    def _text_arg(self, node, level):
        return node.arg + self._after(": ", node.annotation)

    def _text_keyword(self, node, level):
        return ("**" if node.arg is None else node.arg + "=") + self._expr(node.value)

    def _text_alias(self, node, level):
        return node.name + (f" as {node.asname}" if node.asname else "")

    def _text_withitem(self, node, level):
        return self._expr(node.context_expr) + self._after(" as ", node.optional_vars)

    def _text_typevar(self, node, level):
        return node.name + self._after(": ", node.bound) + self._default(node)

    def _text_typevartuple(self, node, level):
        return "*" + node.name + self._default(node)

    def _text_paramspec(self, node, level):
        return "**" + node.name + self._default(node)

    def _default(self, node):
        return self._after(" = ", getattr(node, "default_value", None))

    def _text_matchvalue(self, node, level):
        return self._expr(node.value)

    def _text_matchsingleton(self, node, level):
        return self._value(node.value)

    def _text_matchsequence(self, node, level):
        return f"[{self._all(node.patterns)}]"

    def _text_matchstar(self, node, level):
        return "*" + (node.name or "_")

    def _text_matchmapping(self, node, level):
        parts = [f"{self._expr(key)}: {self._expr(pattern)}" for key, pattern in zip(node.keys, node.patterns, strict=True)]
        if node.rest is not None:
            parts.append("**" + node.rest)
        return f"{{{', '.join(parts)}}}"

    def _text_matchclass(self, node, level):
        named = [f"{name}={self._expr(pattern)}" for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True)]
        return f"{self._expr(node.cls, _ATOM)}({', '.join([*map(self._expr, node.patterns), *named])})"

    def _text_matchas(self, node, level):
        if node.pattern is None or node.name is None:
            return node.name or "_"
        return _wrapped(f"{self._expr(node.pattern, _EXPR)} as {node.name}", level > _TEST)

    def _text_matchor(self, node, level):
        inner = _tighter(_EXPR)
        return _wrapped(" | ".join(self._expr(pattern, inner) for pattern in node.patterns), level > _EXPR)

    # f-strings and t-strings

    def _text_joinedstr(self, node, level):
        if self._avoids_backslashes:
            return "f" + _quoted("".join(map(self._inside, node.values)))
        return "f" + self._format(node.values)

    def _text_templatestr(self, node, level):
        return "t" + self._format(node.values)

    def _text_formattedvalue(self, node, level):
        return self._field(node) if _spares_parentheses else "f" + _quoted(self._field(node))

    def _text_interpolation(self, node, level):
        return self._field(node)

    def _format(self, values):
        """The quoted text of the parts, in quotes that suit all of them."""
        parts = [(self._inside(value), isinstance(value, Constant)) for value in values]
        quotes = list(_QUOTES)
        texts = []
        for text, is_constant in parts:
            if is_constant or not _free_fields:
                text, possible = _literal(text, quotes, not is_constant)
                if _free_fields and not set(possible) & set(quotes):
                    return self._format_plainly(parts)
                quotes = possible
            else:
                if "\n" in text:
                    quotes = [quote for quote in quotes if quote in _TRIPLE]
                if _fields_choose_quotes:
                    quotes = [quote for quote in quotes if quote not in text] or quotes
            texts.append(text)
        return quotes[0] + "".join(texts) + quotes[0]

    def _format_plainly(self, parts):
        """No quotes suit all parts: texts are written with escapes."""
        inside = "".join(repr('"' + text)[2:-1] if is_constant else text for text, is_constant in parts)
        return f"'''{inside}'''"

    def _inside(self, node, is_spec=False):
        """A part of an f-string, before quotes are chosen."""
        if isinstance(node, JoinedStr):
            return "".join(self._inside(value, is_spec) for value in node.values)
        if isinstance(node, Constant) and isinstance(node.value, str):
            text = node.value.replace("{", "{{").replace("}", "}}")
            if is_spec and _free_fields:
                for character, escape in (("\\", "\\\\"), ("'", "\\'"), ('"', '\\"'), ("\n", "\\n")):
                    text = text.replace(character, escape)
            return text
        if hasattr(node, "conversion"):
            return self._field(node)
        raise ValueError(f"Unexpected node inside JoinedStr, {node!r}")

    def _field(self, node):
        text = getattr(node, "str", None)
        if text is None:
            text = Unparser(avoids_backslashes=not _free_fields)._expr(node.value, _tighter(_TEST))
        if "\\" in text and not _free_fields:
            raise ValueError("Unable to avoid backslash in f-string expression part")
        conversion = "" if node.conversion == -1 else "!" + chr(node.conversion)
        spec = ":" + self._inside(node.format_spec, True) if node.format_spec else ""
        return f"{{{' ' * text.startswith('{')}{text}{conversion}{spec}}}"
