# Where compile() gives up: digits of integers, blocks inside each other, indentation.
import ast
import sys


def show(label, work):
    try:
        work()
        print(label, "ok")
    except SyntaxError as error:
        text = error.text and (len(error.text), error.text[:8])
        print(label, type(error).__name__, error.msg, (error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset), text)
    except Exception as error:
        print(label, type(error).__name__, error)


for count in (4300, 4301):
    for before in ("", "x = ", "\n\nx = ", "-", "1.", "1e"):
        show((count, before), lambda: compile(before + "1" * count, "file", "exec"))
LONG = "1" * 5000
show("eval", lambda: eval(" " + LONG))
show("single", lambda: compile(LONG, "file", "single"))
show("zeros", lambda: compile("0" * 5000, "file", "exec"))
show("underscores", lambda: compile("1_" * 4299 + "1", "file", "exec"))
show("one more", lambda: compile("1_" * 4300 + "1", "file", "exec"))
for prefix in ("0x", "0o", "0b"):
    show(prefix, lambda: compile(prefix + LONG, "file", "exec"))
for after in ("j", ".", "e1", "\ny = = 1", " = = 1"):
    show(after, lambda: compile("x = " + LONG + after, "file", "exec"))
show("after a mistake", lambda: compile("y = = 1\nx = " + LONG, "file", "exec"))
show("literal_eval", lambda: ast.literal_eval(LONG))
show("pattern", lambda: compile(f"match x:\n  case {LONG}: pass", "file", "exec"))
sys.set_int_max_str_digits(1000)
show("1000 of 1000", lambda: compile("1" * 1000, "file", "exec"))
show("1001 of 1000", lambda: compile("1" * 1001, "file", "exec"))
sys.set_int_max_str_digits(0)
show("no limit", lambda: compile(LONG, "file", "exec"))
sys.set_int_max_str_digits(4300)


def nested(head, count):
    return "".join(" " * i + head + "\n" for i in range(count)) + " " * count + "pass\n"


def tries(count, last):
    return "".join(" " * i + "try:\n" for i in range(count)) + " " * count + "pass\n" + "".join(" " * i + last + "\n" for i in reversed(range(count)))


def inside(head, text):
    return head + "\n" + "".join(" " + line + "\n" for line in text.splitlines())


for name, make in {
    "while": lambda n: nested("while 1:", n), "with": lambda n: nested("with x:", n), "finally": lambda n: tries(n, "finally: pass"),
    "except as": lambda n: tries(n, "except E as e: pass"), "with items": lambda n: "with " + ",".join("x" * n) + ": pass",
    "handlers": lambda n: "".join(" " * i + "try: pass\n" + " " * i + "except:\n" for i in range(n)) + " " * n + "pass\n",
    "async for": lambda n: inside("async def f():", nested("async for x in y:", n)),
    "generator": lambda n: inside("def f():", "yield\n" + nested("for x in y:", n)),
}.items():
    for count in (11, 20, 21, 22):
        show((name, count), lambda: compile(make(count), "file", "exec"))
for count in (99, 100):
    show(("levels", count), lambda: compile(nested("if 1:", count), "file", "exec"))
print(eval("+".join(["1"] * 1500)))
