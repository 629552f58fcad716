import traceback

SOURCES = ["x = '日本' y\n", "x = 'e\u0301' y\n", "if x:\n\tx\ty\n", "x = '\u00e9' y\n", "def f():\n\tx = 1\ty\n", "x\ty z\n", "x = '\U0001f600' y\n", "日本 y\n", "x = '\u200b' y\n", "x = '日' = '本'\n",
           "f(日本 = 1, 日本 = 2)\n", "x = 'ｆｕｌｌ' y\n", "日 fro 本\n", "x = '\U0001d4b3' y\n", "x = '한글' y\n", "\u3000x\n"]
for source in SOURCES:
    try:
        compile(source, "<s>", "exec")
    except SyntaxError as error:
        print(traceback.format_exception_only(error))
