# Class namespaces whose keys are not all strings, and class dicts looked at while they change.
import warnings


def show(label, call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(label, call())
        except Exception as error:
            print(label, type(error).__name__, error)
    for warning in caught:
        print("   ", warning.category.__name__, warning.message)


def make():
    return type("Odd", (), {1: "one", "name": 2, None: "nothing"})


show("made", lambda: make().__name__)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    Odd = make()
show("entries", lambda: (Odd.__dict__[1], vars(Odd)[None], Odd.name))
show("contains", lambda: (1 in Odd.__dict__, 2 in Odd.__dict__, Odd.__dict__.get(2, "none")))
show("order", lambda: [key for key in Odd.__dict__ if key in (1, "name", None)])
Odd.later = 3
show("later", lambda: (Odd.later, Odd.__dict__["later"], list(Odd.__dict__)[-1]))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show("as an error", make)


class Prepared(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return {2: "two"}


def prepared():
    class Body(metaclass=Prepared):
        locals()[3] = "three"

    return [key for key in Body.__dict__ if not isinstance(key, str)]


show("prepared", prepared)


class Plain:
    first = 1


names = Plain.__dict__


def adding():
    for name in names:
        Plain.second = 2


show("adding", adding)
show("live", lambda: (names["second"], "second" in names, names.get("third"), names == Plain.__dict__, names == dict(names)))
show("missing", lambda: names["third"])
show("unhashable", lambda: names[[]])
show("of a built-in type", lambda: ("real" in int.__dict__, "imaginary" in int.__dict__, int.__dict__.get("imaginary", 0)))
show("missing there", lambda: int.__dict__["imaginary"])
del Plain
show("kept", lambda: names["first"])


class Meta(type):
    def mro(cls):
        cls.__dict__["tell"]()
        return super().mro()


class Told(metaclass=Meta):
    def tell():
        print("__class__ is there:", __class__.__name__)
