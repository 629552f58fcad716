# What audit hooks are told of (PEP 578), and how they refuse.
import gc
import sys
import types

log = []
listening = False


def hook(event, args):
    if listening:
        log.append((event, [each if isinstance(each, (str, type(None))) else type(each).__name__ for each in args]))


def tell(*calls):
    global listening
    for call in calls:
        log.clear()
        listening = True
        try:
            call()
        except Exception as e:
            listening = False
            print(type(e).__name__, e)
        listening = False
        print(log)


class First:
    pass


class Second:
    pass


def function():
    yield


def turn():
    First().__class__ = Second


def code():
    function.__code__ = function.__code__


def defaults():
    function.__defaults__ = (1,)
    function.__kwdefaults__ = None
    First.__name__ = "Renamed"
    First.__bases__ = (object,)


def caught():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e.__traceback__.tb_frame


sys.addaudithook(hook)
tell(lambda: sys.audit("own.event", 1, "a", None), lambda: sys.audit("own.event"), lambda: sys.audit(), lambda: sys.audit(1))
tell(lambda: compile("1 + 1", "name", "eval"), lambda: eval("1"), lambda: exec("a = 1"), lambda: id(1), lambda: sys._getframe())
tell(turn, code, defaults, caught, lambda: function().gi_frame, lambda: function().gi_code, lambda: types.FunctionType(tell.__code__, {}))
tell(lambda: sys.settrace(None), lambda: sys.setprofile(None), lambda: gc.get_objects(), lambda: gc.get_referrers(First), lambda: gc.get_referents(First), lambda: setattr(First, "plain", 1))


def refuse(event, args):
    if event in ("refused", "sys.addaudithook"):
        raise RuntimeError("not allowed")


sys.addaudithook(refuse)
tell(lambda: sys.audit("refused"), lambda: sys.audit("allowed"), lambda: sys.addaudithook(print))
