# What open() looks at before it looks for the file
import io
import warnings


def show(*args, **keywords):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            open(*args, **keywords)
        except OSError as error:
            result = "OSError", error.filename
        except Exception as error:
            result = type(error).__name__, str(error)
    print(args, keywords, *result, *[(str(each.message), each.category.__name__) for each in seen])


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


path = "/nowhere/file"
for mode in "", "x", "rb", "rw", "rr", "rbt", "U", "rU", "rbU", "wU", "z", "r+", "b", "t", "+", "rt+", "r++", "wa", "ab", "rbb", 1, None, b"r", "r\0", "w":
    show(path, mode)
for buffering in 0, 1, -1, -2, 2 ** 40, "x", 1.5, None, True:
    show(path, "r", buffering)
    show(path, "rb", buffering)
for keywords in (
    {"encoding": "utf-8"}, {"errors": "strict"}, {"newline": "\n"}, {"encoding": 1}, {"errors": 1}, {"newline": 1}, {"newline": "x"}, {"closefd": False},
    {"opener": 1}, {"encoding": "no-such"}, {"newline": ""}, {"encoding": "utf-8\0"}, {"closefd": "x"}, {"closefd": 0}, {"encoding": None},
):
    for mode in "r", "rb":
        show(path, mode, **keywords)
for file in 1.5, None, [], b"/nowhere", -1, 10 ** 10, 2 ** 40, "a\0b", b"a\0b", "", object, Path("/nowhere/path"), Path(b"/nowhere/path"), Path(1):
    if isinstance(file, Path):
        try:
            open(file)
        except OSError as error:
            print(error.filename)
        except TypeError as error:
            print(error)
    else:
        show(file)
        show(file, closefd=False)
print(io.open is open)
