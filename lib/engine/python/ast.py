"""Trees of syntax: made from sources, looked through, changed, written."""

from _ast import *


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None, optimize=-1):
    """The tree of a source."""
    flags = PyCF_ONLY_AST
    if optimize > 0:
        flags |= PyCF_OPTIMIZED_AST
    if type_comments:
        flags |= PyCF_TYPE_COMMENTS
    if isinstance(feature_version, tuple):
        major, feature_version = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
    return compile(source, filename, mode, flags, optimize=optimize)


def literal_eval(node_or_string):
    """The value of an expression of literals and containers of them."""
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(" \t"), mode="eval")
    return _value(node.body if isinstance(node, Expression) else node)


def _refuse(node):
    line = getattr(node, "lineno", None)
    where = f" on line {line}" if line else ""
    raise ValueError(f"malformed node or string{where}: {node!r}")


def _value(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_value, node.elts))
    if isinstance(node, List):
        return list(map(_value, node.elts))
    if isinstance(node, Set):
        return set(map(_value, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _refuse(node)
        return dict(zip(map(_value, node.keys), map(_value, node.values)))
    return _complex(node) if isinstance(node, BinOp) else _number(node, node)


def _complex(node):
    """A real number and an imaginary one."""
    if isinstance(node.op, (Add, Sub)):
        left = _number(node.left, node)
        right = _unsigned(node.right, node)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    _refuse(node)


def _number(node, whole):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        number = _unsigned(node.operand, whole if _names_whole_node else node.operand)
        return +number if isinstance(node.op, UAdd) else -number
    return _unsigned(node, whole if _names_whole_node else node)


def _unsigned(node, whole):
    if isinstance(node, Constant) and type(node.value) in (int, float, complex):
        return node.value
    _refuse(whole if _names_whole_node else node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """The tree as the calls that would make it."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {node.__class__.__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return _dump(node, (annotate_fields, include_attributes, indent, show_empty), 0)[0]


def _dump(node, options, level):
    """Text of a node, a list or a value; and whether it is so simple that it stays on its line."""
    indent = options[2]
    level += 1
    start = "" if indent is None else "\n" + indent * level
    between = ", " if indent is None else ",\n" + indent * level
    if isinstance(node, list):
        if not node:
            return "[]", True
        return f"[{start}{between.join(_dump(item, options, level)[0] for item in node)}]", False
    if not isinstance(node, AST):
        return repr(node), True
    parts, is_simple = _dump_parts(node, options, level)
    name = node.__class__.__name__
    if is_simple and len(parts) <= 3:
        return f"{name}({', '.join(parts)})", not parts
    return f"{name}({start}{between.join(parts)})", False


def _dump_parts(node, options, level):
    is_named, has_attributes, _, shows_all = options
    cls = type(node)
    parts = []
    held = []
    is_simple = True
    for name in node._fields:
        value = getattr(node, name, _missing)
        if value is _missing or value is None and getattr(cls, name, ...) is None:
            is_named = True
            continue
        if not shows_all and _is_left_out(cls, name, value):
            # Without names it must be told after all if something follows.
            held.append(_dump(value, options, level)[0])
            continue
        if not is_named:
            parts += held
        held = []
        text, is_leaf = _dump(value, options, level)
        is_simple = is_simple and is_leaf
        parts.append(f"{name}={text}" if is_named else text)
    for name in node._attributes if has_attributes else ():
        value = getattr(node, name, _missing)
        if value is not _missing and not (value is None and getattr(cls, name, ...) is None):
            text, is_leaf = _dump(value, options, level)
            is_simple = is_simple and is_leaf
            parts.append(f"{name}={text}")
    return parts, is_simple


_missing = object()


def _is_left_out(cls, name, value):
    if "empty" in _leaves_out:
        return (value is None or value == []) and not issubclass(cls, (Constant, MatchSingleton))
    if "lists" not in _leaves_out:
        return False
    kind = cls._field_types.get(name, object)
    if value == []:
        return getattr(kind, "__origin__", None) is list
    return "loads" in _leaves_out and isinstance(value, Load) and kind is expr_context


def copy_location(new_node, old_node):
    """Gives a node the place of another."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, _missing)
            if value is not _missing and (value is not None or name.startswith("end_")):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives each node without a place that of the node around it."""
    _fix(node, {"lineno": 1, "end_lineno": 1, "col_offset": 0, "end_col_offset": 0})
    return node


def _fix(node, around):
    place = dict(around)
    for name in around:
        if name in node._attributes:
            value = getattr(node, name, _missing)
            if value is _missing or value is None and name.startswith("end_"):
                setattr(node, name, around[name])
            else:
                place[name] = value
    for child in iter_child_nodes(node):
        _fix(child, place)


def increment_lineno(node, n=1):
    """Moves a tree down by some lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore) or "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes:
            end = getattr(child, "end_lineno", 0)
            if end is not None:
                child.end_lineno = end + n
    return node


def iter_fields(node):
    """Pairs of the fields that a node has."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes in a node's fields."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """A node and all below it, level by level."""
    from collections import deque

    waiting = deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


def get_docstring(node, clean=True):
    """The docstring of a function, class or module, or None."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    first = node.body[0].value
    if not (isinstance(first, Constant) and isinstance(first.value, str)):
        return None
    if not clean:
        return first.value
    from inspect import cleandoc

    return cleandoc(first.value)


def _lines(source):
    """Lines with their ends, as the parser counts them: a form feed ends none."""
    lines = [line + "\n" for line in source.split("\n")]
    lines[-1] = lines[-1][:-1]
    return [part for line in lines for part in _parts(line)] if "\r" in source else lines


def _parts(line):
    """A line that carriage returns end too."""
    end = "\r\n" if line.endswith("\r\n") else ""
    *parts, last = line.removesuffix(end).split("\r")
    return [part + "\r" for part in parts] + [last + end]


def get_source_segment(source, node, *, padded=False):
    """The text that a node was made from; None where the place is not known."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _lines(source)
    if first == last:
        return lines[first].encode()[start:end].decode()
    encoded = lines[first].encode()
    before = encoded[:start].decode() if padded else ""
    padding = "".join(character if character in "\f\t" else " " for character in before)
    return padding + encoded[start:].decode() + "".join(lines[first + 1:last]) + lines[last].encode()[:end].decode()


if _compares:
    def compare(a, b, /, *, compare_attributes=False):
        """Whether two trees are the same, wherever they stand."""
        if type(a) is not type(b):
            return False
        return _same_parts(a, b, "_fields", compare_attributes) and (
            not compare_attributes or _same_parts(a, b, "_attributes", compare_attributes)
        )

    def _same_parts(a, b, kind, compare_attributes):
        names = getattr(a, kind)
        if names != getattr(b, kind):
            return False
        return all(
            _same(getattr(a, name, _missing), getattr(b, name, _missing), compare_attributes) for name in names
        )

    def _same(a, b, compare_attributes):
        if isinstance(a, AST):
            return compare(a, b, compare_attributes=compare_attributes)
        if isinstance(a, list):
            return len(a) == len(b) and all(_same(x, y, compare_attributes) for x, y in zip(a, b))
        return type(a) is type(b) and a == b


class NodeVisitor:
    """Calls `visit_NAME` for each node of class NAME."""

    def visit(self, node):
        return getattr(self, "visit_" + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        """Visits all children."""
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """A visitor that puts what its methods return in place of the nodes; None removes one."""

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, list):
                value[:] = self._visit_all(value)
            elif isinstance(value, AST):
                new = self.visit(value)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node

    def _visit_all(self, items):
        kept = []
        for item in items:
            if isinstance(item, AST):
                item = self.visit(item)
                if item is None:
                    continue
                if not isinstance(item, AST):
                    kept.extend(item)
                    continue
            kept.append(item)
        return kept


class slice(AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Suite(mod):
    """Deprecated AST node class. Unused in Python 3."""


class AugLoad(expr_context):
    """Deprecated AST node class. Unused in Python 3."""


class AugStore(expr_context):
    """Deprecated AST node class. Unused in Python 3."""


class Param(expr_context):
    """Deprecated AST node class. Unused in Python 3."""


Tuple.dims = property(lambda self: self.elts, lambda self, value: setattr(self, "elts", value), doc="Deprecated. Use elts instead.")

if _old_constants != "gone":
    import _ast_constants

    if _old_constants == "usual":
        from _ast_constants import Bytes, Ellipsis, NameConstant, Num, Str
    else:
        def __getattr__(name):
            if name not in _ast_constants.NAMES:
                raise AttributeError(f"module 'ast' has no attribute {name!r}")
            _ast_constants.warn_of(f"ast.{name}", "ast.Constant instead")
            value = globals()[name] = getattr(_ast_constants, name)
            return value

    _ast_constants.visit_old_constants(NodeVisitor)


def unparse(ast_obj):
    """Source text that has this tree."""
    from _ast_unparse import Unparser

    return Unparser().visit(ast_obj)
