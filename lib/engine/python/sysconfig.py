"""How the interpreter was built."""

import sys

_version = f"{sys.version_info[0]}.{sys.version_info[1]}"
_variables = {
    "prefix": "/usr", "exec_prefix": "/usr", "base": "/usr", "platbase": "/usr", "py_version": sys.version.split()[0],
    "py_version_short": _version, "py_version_nodot": _version.replace(".", ""), "VERSION": _version,
    "SOABI": f"cpython-{_version.replace('.', '')}-x86_64-linux-gnu", "EXT_SUFFIX": f".cpython-{_version.replace('.', '')}-x86_64-linux-gnu.so",
    "SIZEOF_VOID_P": 8, "SIZEOF_LONG": 8, "SIZEOF_SIZE_T": 8, "Py_DEBUG": 0, "WITH_PYMALLOC": 1, "installed_base": "/usr",
}
if _can_be_free_threaded:
    _variables["Py_GIL_DISABLED"] = int(_is_free_threaded)
    _variables["abiflags"] = "t" if _is_free_threaded else ""


def get_config_vars(*names):
    """All build variables, or the values of those named."""
    return [_variables.get(name) for name in names] if names else _variables


def get_config_var(name):
    return _variables.get(name)


def get_platform():
    return "linux-x86_64"


def get_python_version():
    return _version


def is_python_build(check_home=None):
    return False


def get_path_names():
    return ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")


def get_paths(scheme="posix_prefix", vars=None, expand=True):
    library = f"/usr/lib/python{_version}"
    return {
        "stdlib": library, "platstdlib": library, "purelib": library + "/site-packages", "platlib": library + "/site-packages",
        "include": f"/usr/include/python{_version}", "platinclude": f"/usr/include/python{_version}", "scripts": "/usr/bin", "data": "/usr",
    }


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
    return get_paths()[name]
