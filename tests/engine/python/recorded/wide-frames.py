import traceback


def tell(call):
    try:
        call()
    except Exception:
        print("\n".join(line for line in traceback.format_exc().split("\n") if not line.startswith("  File")))


def attribute():
    日本 = 1; 日本.x; 日本


def operator():
    日本 = 1; "語" + 日本 + "語"


def subscript():
    日 = {}; print("😀", 日["鍵"], "é")


def lines():
    return print("日本",
                 "本" + 1,
                 "x")


def operands():
    return [("日本" +
             1), "日"]


def narrow():
    é = 1; é.x


def behind_emoji():
    "😀😀"; "𝒳".x; 1


for call in (attribute, operator, subscript, lines, operands, narrow, behind_emoji):
    tell(call)
