"""Methods and operators with too few, too many, strange and unfit arguments."""


class Plain:
    pass


def text(value):
    return ascii(value) if "0x" not in repr(value) else type(value).__name__


def show(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except BaseException as error:
        print(label, type(error).__name__, ascii(str(error)))
    else:
        print(label, "ok", text(result) if type(result) in (int, str, float, bool, list, tuple) else type(result).__name__)


RECEIVERS = {
    "int": (5, "to_bytes from_bytes"),
    "str": ("abc", "replace splitlines maketrans count find index rfind rindex startswith endswith"),
    "list": ([1, 2], ""),
    "dict": ({"a": 1}, ""),
    "set": ({1}, ""),
    "tuple": ((1,), ""),
    "range": (range(3), ""),
}
ARGUMENTS = [(), (1,), ("a",), (None,), (10**30,), (1, 2, 3, 4)]
for name, (receiver, skipped) in RECEIVERS.items():
    for member in sorted(dir(receiver)):
        if member.startswith("_") or member in skipped.split() + ["clear", "take_bytes", "is_integer"]:
            continue
        for args in ARGUMENTS:
            copy = receiver.copy() if hasattr(receiver, "copy") else receiver
            show(f"{name}.{member}{args}", getattr(copy, member), *args)
        show(f"{name}.{member}(zzz=1)", getattr(receiver, member), zzz=1)
for receiver, member in ((1, "__add__"), (1, "__eq__"), (1, "__pow__"), ("a", "__mul__"), ("a", "__len__"), ("a", "__contains__"), ([1], "__setitem__"), ([1], "__delitem__"), (1, "__setattr__"), (1, "__getattribute__"), (1, "__format__"), ([1], "__iter__"), (1, "__hash__"), (classmethod(len), "__get__")):
    for args in ((), (1, 2, 3)):
        show(f"{member}{args}", getattr(receiver, member), *args)
CALLS = """
compile(zzz=1)
enumerate(zzz=1)
enumerate()
enumerate([], zzz=1)
ModuleNotFoundError(zzz=1)
UnboundLocalError(zzz=1)
NameError(a=1, b=2)
ImportError(zzz=1)
AttributeError(zzz=1)
ValueError(zzz=1)
ValueError('a').__setstate__(1)
list[int][str]
super(1)
eval('1', 2)
eval('1', 'b')
exec('1', 2)
exec('1', 'b')
bytes('a', 1)
bytearray('a', None)
b'a'.hex(1)
b'a'.hex([1])
b'a'.hex('ab')
b'a' % 1
bytearray(b'a') % 1
'a' % 1
int.from_bytes(b'a', 1)
(5).to_bytes('a', 'big')
[1].pop(10**30)
'a'.expandtabs(10**30)
'a'.center(10**30)
type(list)('m', (), {}, 1)
type(compile)('m')
memoryview()
memoryview(b'a', 1)
memoryview(5)
object().__format__(None)
b''.fromhex(1)
b''.fromhex('0')
b''.fromhex('0g')
dict([1])
dict(['abc'])
{}.update(1)
int('x', 5)
int('1', 99)
int(1, 2)
float('x')
complex('x')
complex('1', 2)
range(1.5)
range(1, 2, 0)
range()
slice()
chr(-1)
chr('a')
ord('ab')
ord(1)
len(5)
len()
len([], [])
abs('a')
round('a')
pow(1, 2, 0)
pow('a', 2)
divmod(1, 0)
hash([])
isinstance(1, 2)
issubclass(1, int)
getattr(1, 2)
getattr(1)
setattr(1, 'a', 2)
delattr(1, 'a')
iter(1)
iter(1, 2)
next(1)
next(iter([]))
reversed({1})
zip(1)
map(1)
map(len)
filter(1)
sum(1)
sum(['a'])
sum([], '')
min()
max([])
min([], key=1)
max(1, 2, default=3)
any(1)
all(1)
callable()
format(1, 'q')
format('a', 'd')
format(1.5, 'd')
'{}'.format()
'{0}{}'.format(1)
'{a}'.format()
'%d' % 'a'
'%s %s' % 'a'
'%(a)s' % 1
'%' % 1
1 + 'a'
'a' + 1
[] + ()
1 < 'a'
None < 1
-'a'
~1.5
1 << -1
1 % 0
1.5 // 0
'a' * 1.5
[1] * 'a'
'a' in 1
1 in 'a'
1[0]
[1]['a']
[1][5]
(1,)[5]
'a'[5]
{}['a']
Plain()[0]
Plain[0]
Plain()()
Plain(1)
Plain().zzz
Plain.zzz
Plain() + 1
Plain() < Plain()
len(Plain())
iter(Plain())
int(Plain())
float(Plain())
bytes(Plain())
hash(Plain()) * 0
bool(Plain())
print(1, zzz=2)
print(1, sep=2)
open(1.5)
""".strip().splitlines()
for call in CALLS:
    show(call, eval, call)
STATEMENTS = ["with 1: pass", "with Plain() as p: pass", "for x in 1: pass", "x, y = 1", "x, y = 1,", "x, *y = ()", "x, y = 1, 2, 3", "raise 1", "raise ValueError from 1", "del (1).a", "(1).a = 1", "Plain().__class__ = 3", "Plain().__dict__ = 3",
              "class D(int, str): pass", "class D(int, zzz=1): pass", "class D(bool): pass", "try: 1 / 0\nexcept 1: pass", "import zzz", "from sys import zzz", "import sys.zzz", "a, b = {}", "[].x = 1", "''[0] = 1", "del ''[0]", "(1)[0] = 1",
              "assert 1 == 2, 'm'", "global q; q += 1", "f = lambda a, /, b, *, c: 0\nf()", "f = lambda a, /, b, *, c: 0\nf(1, 2, 3)", "f = lambda a, /, b, *, c: 0\nf(1, 2, c=3, d=4)", "f = lambda a, /, b, *, c: 0\nf(a=1, b=2, c=3)", "f = lambda a: 0\nf(1, a=2)", "print(*1)", "(lambda: 0)(*1)", "(lambda: 0)(1, *2)", "print(a=1, **1)", "'%5' % 1", "'%(a' % {}", "print(**1)", "print(**{1: 2})"]
for statement in STATEMENTS:
    show(ascii(statement), exec, statement)
