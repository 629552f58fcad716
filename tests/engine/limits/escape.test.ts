import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { openSession, run } from "../../../lib/engine/index.ts";
import { HOST, printed, raised, stop } from "./stopped.ts";

describe("text", () => {
  it("E40 control characters for direction run as any other", () => {
    expect(printed("# \u202e\ns = 'a\u202eb'\nprint(len(s), ascii(s))")).toBe("3 'a\\u202eb'\n");
  });

  it("E41 a lone surrogate cannot be printed", () => {
    const source = "print('a')\nprint('x\\ud800')";
    expect(raised(source)).toBe("UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed");
    expect(run(source).stdout).toBe("a\n");
    expect(printed("print('\\U0001f600')")).toBe("\u{1f600}\n");
  });

  it("E49 output is passed on as it is", () => {
    expect(printed(String.raw`print('<img src=x onerror=alert(1)>\x1b[31m\r\x07')`)).toBe("<img src=x onerror=alert(1)>\u001b[31m\r\u0007\n");
  });
});

describe("escape", () => {
  it("E43 the class tree has only the guest's classes, in a stable order", () => {
    const source = "names = [c.__name__ for c in ().__class__.__base__.__subclasses__()]\nprint(' '.join(names))";
    const names = printed(source);
    expect(names).toBe(printed(source));
    expect(names.split(" ")).toContain("int");
    expect(names).not.toMatch(/\b(Object|Function|Map|Array|Machine|PyObject|process|global)\b/);
  });

  it("E44 names that mean something to the host mean nothing here", () => {
    const source = `
class C: pass
x = C()
for name in ['constructor', '__proto__', 'hasOwnProperty', 'toString', 'prototype', 'then']:
    for thing in (x, C, [], {}, 1, 'a', print, (lambda: 0)):
        try: getattr(thing, name)
        except AttributeError: continue
        print('found', name, thing)
try: {}['__proto__']
except KeyError as e: print(e)
def f(**k): return k
print(f(**{'__proto__': 1, 'constructor': 2}))
constructor = 3
x.prototype = 4
x.__proto__ = 5
print(constructor, x.__dict__, 'toString' in globals(), '%(constructor)s' % {'constructor': 6}, '{valueOf}'.format(valueOf=7))`;
    expect(printed(source)).toBe("'__proto__'\n{'__proto__': 1, 'constructor': 2}\n3 {'prototype': 4, '__proto__': 5} False 6 7\n");
  });

  it("E44 a global named like a host property is a NameError until it is bound", () => {
    for (const name of ["constructor", "toString", "process", "require", "window", "__proto__"]) {
      expect(raised(name)).toBe(`NameError: name '${name}' is not defined`);
    }
    expect(raised("globalThis")).toBe("NameError: name 'globalThis' is not defined. Did you mean: 'globals'?");
  });

  it("E46 frames and namespaces reached through objects are the guest's own", () => {
    const source = `
import sys
class C:
    def __init__(self): pass
print('{0.__class__.__init__.__globals__[__name__]}'.format(C()))
print(sys._getframe().f_back)
def g(): yield
print(g().gi_frame.f_locals)
try: 1/0
except ZeroDivisionError as e: print(e.__traceback__.tb_frame.f_code.co_filename, e.__traceback__.tb_frame.f_back)`;
    expect(printed(source)).toBe("__main__\nNone\n{}\n<script> None\n");
  });

  it.each(["fs", "ssl", "_posixsubprocess"])("E47 there is no way out: %s is no module", (name) => {
    expect(raised(`__import__('${name}')`)).toBe(`ModuleNotFoundError: No module named '${name}'`);
  });

  it("E47 a modelled subprocess runs no program of the host", () => {
    for (const program of ["sh", "/bin/sh", "/usr/bin/env", process.execPath, "node", "./python3"]) {
      expect(raised(`import subprocess\nsubprocess.run([${JSON.stringify(program)}, '--version'])`)).toBe(`FileNotFoundError: [Errno 2] No such file or directory: '${program}'`);
    }
    for (const call of ["subprocess.run('id', shell=True)", "subprocess.getoutput('id')"]) expect(raised(`import subprocess\n${call}`)).toMatch(/^NotImplementedError: subprocess: there is not a shell in this machine; run \[sys.executable, '-c', program\]$/);
    const child = "import os, sys; print(os.getcwd(), dict(os.environ)); open('/etc/passwd')";
    const result = run(`import subprocess, sys\nprint(subprocess.run([sys.executable, '-c', ${JSON.stringify(child)}], capture_output=True, text=True))`);
    expect(result.stdout).toContain("stdout='/home/user {}\\n'");
    expect(result.stdout).toContain("returncode=1");
    expect(JSON.stringify(result)).not.toMatch(HOST);
  });

  it("E47 a modelled socket reaches nothing of the host: what listens there does not exist here", async () => {
    const host = createServer().listen(0, "127.0.0.1");
    await once(host, "listening");
    try {
      const { port } = host.address() as AddressInfo;
      expect(raised(`import socket\nsocket.create_connection(('127.0.0.1', ${port}))`)).toMatch(/^ConnectionRefusedError: /);
      expect(raised("import socket\nsocket.create_connection(('example.org', 80))")).toMatch(/^socket\.gaierror: /);
    } finally {
      host.close();
    }
  });

  it("E47 an address where no object lives ends the run, and no count can be written", () => {
    for (const address of ["0", "8", "10**9", "-1", "2**63", "id(x) + 4"]) {
      const result = run(`import ctypes\nx = []\nprint(ctypes.cast(${address}, ctypes.py_object).value)`);
      expect(result.status, address).not.toBe("done");
      expect(result.stdout).toBe("");
      expect(JSON.stringify(result)).not.toMatch(HOST);
    }
    expect(run("import ctypes\nx = []\nctypes.c_long.from_address(id(x)).value = 10**6").status).not.toBe("done");
    expect(run("import ctypes\nctypes.string_at(0, 10**9)").status).not.toBe("done");
  });

  it("E50 a metaclass that lies and a __dict__ that raises are asked only by the program", () => {
    const source = "class M(type):\n    def __instancecheck__(c, o): return True\n    def __repr__(c): raise ValueError\nclass L(metaclass=M):\n    @property\n    def __dict__(s): raise ValueError\n    @property\n    def __class__(s): return int";
    expect(printed(`${source}\nprint(isinstance(1, L), isinstance(L(), int), type(L()) is L)`)).toBe("True True True\n");
    const session = openSession();
    session.exec(`${source}\nl = L()\nd = {1: l}`);
    expect(session.inspect("l")).toMatchObject({ type: "L" });
    expect(session.inspect("d")).toMatchObject({ type: "dict" });
  });

  it("E50 a __repr__ that loops is stopped, and a wrong one is an error", () => {
    stop("class K:\n    def __repr__(s):\n        while True: pass\nprint(K())", "steps", 3);
    expect(raised("class K:\n    def __repr__(s): return 1\nrepr(K())")).toBe("TypeError: __repr__ returned non-string (type int)");
    expect(raised("class K:\n    def __repr__(s): raise ValueError('x')\nprint(K())")).toBe("ValueError: x");
  });

  it("E50 the inspector runs no guest code", () => {
    const session = openSession();
    session.exec("class K:\n    def __repr__(s): print('ran'); return 'K'\n    __str__ = __repr__\nk = K()\nl = [k]");
    expect(session.inspect("k")).toMatchObject({ type: "K", text: "<K object>" });
    expect(session.inspect("l")).toMatchObject({ type: "list", text: "[<K object>]" });
    expect(session.feed("1")).toMatchObject({ stdout: "1\n" });
  });
});
