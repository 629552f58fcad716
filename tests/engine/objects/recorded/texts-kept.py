"""Which operations give the text itself, and which a copy."""
text, accented = "".join(["ab", "cd"]), "".join(["caf", "é"])
holder = {"a": text}
print("{}".format(text) is text, "{0}".format(text) is text, "{a}".format(a=text) is text, "{[0]}".format([text]) is text, "{a}".format_map(holder) is text)
print("{:s}".format(text) is text, "{:4}".format(text) is text, "{:.4}".format(text) is text, "{:5}".format(text) is text, "{!s}".format(text) is text, "{!r:.4}".format(text) is text)
print("{}{}".format(text, "") is text, "x{}".format(text) is text, text.format() is text, "plain text".format(1) == "plain text", accented.format() is accented)
print(f"{text}" is text, f"{text!s}" is text, f"{text:3}" is text, f"{text:>4}" is text, f"{text:5}" is text, f"{text}{''}" is text)
print("%s" % text is text, "%s" % (text,) is text, "%3s" % text is text, "%.9s" % text is text, "%.2s" % text is text, "%s%s" % (text, "") is text, "%r" % text is text)
print(text.translate({}) is text, text.translate({120: "y"}) is text, accented.translate({}) is accented, "".translate({}) is "".join([]))
print(format(text) is text, format(text, "") is text, format(text, "s") is text, str(text) is text, text.strip() is text, text[:] is text, text + "" is text, "" + text is text, text * 1 is text)
