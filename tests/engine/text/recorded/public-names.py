# What the modules import for themselves is not theirs.
imported = "re", "os", "sys", "deque", "posixpath", "functools", "itertools"
for name in "string textwrap keyword pprint shlex fnmatch".split():
    module = __import__(name)
    print(name, module.__all__, [each for each in dir(module) if not each.startswith("_") and each not in imported])
