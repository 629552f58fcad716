"""The first steps of a process with an interpreter of its own."""

import os
import pickle
import sys
import types
from _processes import _main_source
from multiprocessing import context, process

__all__ = ["freeze_support", "get_preparation_data", "import_main_path"]


def _check_not_importing_main():
    if getattr(process.current_process(), "_inheriting", False):
        raise RuntimeError("""
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """)


def freeze_support():
    pass


def get_preparation_data(name):
    """What the child must know before it can have its process object."""
    _check_not_importing_main()
    return {"name": name, "authkey": bytes(process.current_process().authkey), "sys_argv": sys.argv, "orig_dir": os.getcwd()}


def _import_main():
    """The program once more, as a module that is not `__main__`."""
    found = _main_source()
    if found is None:
        return
    filename, text = found
    module = types.ModuleType("__mp_main__")
    module.__file__ = filename
    sys.modules["__main__"] = sys.modules["__mp_main__"] = module
    exec(compile(text, filename, "exec"), module.__dict__)


def _main(data):
    """The whole life of the child."""
    code = 1
    try:
        first, second = pickle.loads(data)
        current = process.current_process()
        current._inheriting = True
        preparation = pickle.loads(first)
        current.name = preparation["name"]
        current.authkey = preparation["authkey"]
        sys.argv = preparation["sys_argv"]
        context._default_context.set_start_method(preparation["start_method"], True)
        _import_main()
        child = pickle.loads(second)
        del current._inheriting
        code = child._bootstrap(-os.getppid())
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 0 if error.code is None else 1
    except BaseException:
        import traceback
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)
