"""Annotations as values, as references and as text (PEP 649, PEP 749)."""
from annotationlib import Format, ForwardRef, annotations_to_string, call_annotate_function, get_annotations, type_repr


def tell(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__, e)


class Holder:
    def __repr__(self):
        return "<owner>"


def function(a: int, b: Later, c: "text" = 1, *d: list[Later], e: Later | None, **f: module.Name[int, "x"]) -> -Later.x + 2 * other(1, k=a): pass


class Klass:
    own = 5
    a: int
    b: Later
    c: own
    d: Later[own]


def outer():
    local = 1
    def inner(a: local, b: late_local): pass
    print(get_annotations(inner, format=Format.STRING))
    late_local = 2
    return inner


tell(lambda: get_annotations(function), lambda: get_annotations(function, format=Format.STRING), lambda: get_annotations(Klass, format=Format.STRING), lambda: get_annotations(Klass))
references = get_annotations(Klass, format=Format.FORWARDREF)
tell(lambda: references["a"], lambda: references["b"], lambda: references["c"], lambda: references["d"].__forward_arg__ if isinstance(references["d"], ForwardRef) else references["d"])
references = get_annotations(function, format=Format.FORWARDREF)
tell(lambda: [type(each).__name__ for each in references.values()], lambda: references["b"].__forward_arg__, lambda: references["d"].__args__[0].__forward_arg__, lambda: references["b"].evaluate(format=Format.FORWARDREF) is references["b"], lambda: references["b"].evaluate())
Later = float
tell(lambda: references["b"].evaluate(), lambda: references["b"].evaluate(globals={"Later": 7}), lambda: get_annotations(Klass)["b"], lambda: Klass.__annotations__["c"])
inner = outer()
tell(lambda: get_annotations(inner), lambda: get_annotations(inner, format=Format.STRING), lambda: inner.__annotate__(Format.VALUE), lambda: inner.__annotate__(Format.STRING))
tell(lambda: ForwardRef("Missing"), lambda: ForwardRef("int").evaluate(), lambda: ForwardRef("Missing").evaluate(), lambda: ForwardRef("int", owner=Holder(), is_class=True), lambda: ForwardRef("x", module="m"), lambda: ForwardRef("a") == ForwardRef("a"), lambda: ForwardRef(1), lambda: ForwardRef("list[int]").evaluate(), lambda: ForwardRef("Missing").evaluate(format=Format.STRING))
tell(lambda: call_annotate_function(function.__annotate__, Format.STRING)["b"], lambda: call_annotate_function(function.__annotate__, Format.VALUE_WITH_FAKE_GLOBALS), lambda: annotations_to_string({"a": int, "b": "x", "c": ..., "d": list[int], "e": Klass, "f": None}), lambda: type_repr(tell), lambda: type_repr(int | str))
tell(lambda: get_annotations(1), lambda: get_annotations(len), lambda: get_annotations(function, format=2), lambda: get_annotations(function, format=9), lambda: get_annotations(function, eval_str=True, format=Format.STRING), lambda: list(Format), lambda: Format.STRING)


def replaced(a: int): pass


replaced.__annotate__ = lambda format: {"made": format}
tell(lambda: replaced.__annotations__, lambda: get_annotations(replaced, format=Format.STRING), lambda: setattr(replaced, "__annotate__", 1), lambda: delattr(replaced, "__annotate__"), lambda: setattr(replaced, "__annotate__", None), lambda: replaced.__annotations__)
tell(lambda: setattr(Klass, "__annotate__", 1), lambda: delattr(Klass, "__annotate__"), lambda: int.__annotate__, lambda: setattr(Klass, "__annotate__", lambda format: 5), lambda: Klass.__annotations__)
