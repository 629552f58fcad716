import type { FunctionSpec } from "../core/define.ts";
import { type PyObject, release, retain, type Visit } from "../core/object.ts";
import { compile } from "../compiler/compile.ts";
import { Lazy } from "../lazy/lazy.ts";
import { parse } from "../syntax/parse.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import { type PyCode, makeUnit } from "../types/code.ts";
import type { PyDict } from "../types/dict.ts";
import { copyDict } from "../types/dict-methods.ts";
import { Frame } from "../types/frame.ts";
import { builtinsOf } from "../types/function.ts";
import { makeModule, PyModule } from "../types/module.ts";
import type { CodeSpec } from "../compiler/code.ts";
import { raiseImport } from "./errors.ts";
import { execute } from "./loop.ts";
import type { Machine } from "./machine.ts";

/** A module that the engine brings: a host half, a Python half, or both (the host half's names are there when the Python half runs). */
export interface ModuleSpec {
  readonly name: string;
  readonly functions?: readonly FunctionSpec[];
  /** Other names, made for each runtime; owned by the module afterwards. */
  readonly names?: (vm: Machine) => Readonly<Record<string, PyObject>>;
  /** Source of the Python half, which is fetched when the module is first used. */
  readonly source?: () => string;
  /** Absent in some versions. */
  readonly when?: (vm: Machine) => boolean;
}

/** Modules of which the interpreter keeps the first namespace, to make them anew from it (m_copy in Python/import.c). */
const COPIED: ReadonlySet<string> = new Set(["builtins", "sys"]);

/** Modules that are not in the core. */
export const library = new Lazy<readonly ModuleSpec[]>("library");

/** `sys.modules`, `import`, and the sources that tracebacks quote (Lib/importlib, much simplified: there is no file system). */
export class Importer {
  private readonly vm: Machine;
  private readonly specs = new Map<string, ModuleSpec>();
  private isWhole = false;
  private readonly sources = new Map<string, readonly string[]>();
  private readonly copies: PyDict[] = [];
  /** Lines of other sources, which `linecache` has since it was imported. */
  cachedLine: ((vm: Machine, filename: string, line: number) => string | null) | null = null;

  constructor(vm: Machine, specs: readonly ModuleSpec[]) {
    this.vm = vm;
    this.add(specs);
  }

  /** The module of this name, looked for in the core first. */
  private find(name: string): ModuleSpec | undefined {
    return this.specs.get(name) ?? this.all().get(name);
  }

  /** All modules: whoever asks for these needs the library. */
  private all(): ReadonlyMap<string, ModuleSpec> {
    if (!this.isWhole) this.add(library.get());
    this.isWhole = true;
    return this.specs;
  }

  private add(specs: readonly ModuleSpec[]): void {
    for (const spec of specs) if (spec.when?.(this.vm) ?? true) this.specs.set(spec.name, spec);
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** Whether a module is written in the host language alone, as CPython's built-in ones are in C. */
  isHostModule(name: string): boolean {
    const spec = this.find(name);
    return spec !== undefined && spec.source === undefined;
  }

  /** Names of all modules that can be imported. */
  names(): string[] {
    return [...this.all().keys()];
  }

  /** The namespace of `builtins`, made before anything runs. */
  makeBuiltins(): PyDict {
    const module = this.makeHostHalf(this.specs.get("builtins") as ModuleSpec);
    this.vm.modules.setName("builtins", module);
    const dict = retain(module.dict as PyDict);
    release(module);
    return dict;
  }

  /** The module of this dotted name, loaded when needed; owned. Parents are loaded first. */
  load(name: string): PyObject {
    const known = this.vm.modules.peekName(name);
    if (known) {
      if (known !== this.vm.none) return retain(known);
      raiseImport(this.vm, `import of ${name} halted; None in sys.modules`, name, "", "ModuleNotFoundError");
    }
    const dot = name.lastIndexOf(".");
    const parent = dot > 0 ? this.vm.temp(this.load(name.slice(0, dot))) : null;
    this.vm.audit("import", () => [this.vm.str(name), ...["", "path", "meta_path", "path_hooks"].map((part) => this.searched(part))]);
    const spec = this.find(name);
    if (!spec) {
      const text = parent && !(parent instanceof PyModule && this.isPackage(name)) ? `No module named '${name}'; '${name.slice(0, dot)}' is not a package` : `No module named '${name}'`;
      return raiseImport(this.vm, text, name, "", "ModuleNotFoundError");
    }
    const module = this.initialise(spec);
    if (parent) this.vm.setAttribute(parent, name.slice(dot + 1), module);
    return module;
  }

  /** Whether the parent of a dotted name has submodules. */
  private isPackage(name: string): boolean {
    const parent = name.slice(0, name.lastIndexOf("."));
    // `os.path` is put into sys.modules by a module that is no package.
    return parent !== "os" && this.hasSubmodules(parent);
  }

  /** A part of sys that says where modules are looked for, or None; owned. */
  private searched(part: string): PyObject {
    const sys = this.vm.modules.peekName("sys");
    const found = part !== "" && sys instanceof PyModule ? (sys.dict as PyDict).peekName(part) : null;
    return retain(found ?? this.vm.none);
  }

  hasSubmodules(name: string): boolean {
    const prefix = `${name}.`;
    for (const known of this.all().keys()) if (known.startsWith(prefix)) return true;
    return false;
  }

  /** Runs a module's code again in its namespace (`importlib.reload`); a module of the host's alone stays as it is. */
  reload(module: PyModule, name: string): void {
    const spec = this.find(name);
    if (spec?.source) this.runHalf(spec, module.dict as PyDict);
  }

  private initialise(spec: ModuleSpec): PyModule {
    const module = this.makeHostHalf(spec);
    this.vm.modules.setName(spec.name, module);
    if (!spec.source) return module;
    try {
      this.runHalf(spec, module.dict as PyDict);
    } catch (error) {
      this.vm.modules.deleteName(spec.name);
      release(module);
      throw error;
    }
    return module;
  }

  private runHalf(spec: ModuleSpec, dict: PyDict): void {
    const code = makeUnit(this.vm, this.compileHalf(spec, `<frozen ${spec.name}>`), true);
    try {
      dict.setName("__builtins__", this.vm.builtins);
      release(this.runCode(code, dict));
      for (const name of this.vm.profile.absentNames) if (name.startsWith(`${spec.name}.`)) dict.deleteName(name.slice(spec.name.length + 1));
    } finally {
      release(code);
    }
  }

  private compileHalf(spec: ModuleSpec, filename: string): CodeSpec {
    const { profile } = this.vm;
    const key = `${profile.id}:${spec.name}`;
    const known = compiledHalves.get(key);
    if (known) return known;
    const code = compile(parse(spec.source?.() ?? "", profile, "exec"), { mode: "exec", profile, filename });
    compiledHalves.set(key, code);
    return code;
  }

  /** Owned for as long as the machine lasts. */
  roots(visit: Visit): void {
    for (const copy of this.copies) visit(copy);
  }

  private makeHostHalf(spec: ModuleSpec): PyModule {
    const { vm } = this;
    const module = makeModule(vm, spec.name);
    const dict = module.dict as PyDict;
    for (const declared of spec.functions ?? []) {
      if (!(declared.when?.(vm) ?? true) || vm.profile.absentNames.has(`${spec.name}.${declared.name}`)) continue;
      const made = this.makeFunction(declared, spec.name);
      dict.setName(declared.name, made);
      release(made);
    }
    if (COPIED.has(spec.name)) this.copies.push(copyDict(vm, dict));
    const names = spec.names?.(vm) ?? {};
    for (const name of Object.keys(names)) {
      dict.setName(name, names[name]);
      release(names[name]);
    }
    return module;
  }

  /** A built-in function object that belongs to a module; owned. */
  makeFunction(declared: FunctionSpec, module: string): PyObject {
    return new PyBuiltinFunction(this.vm, declared, null, module);
  }

  /** Runs a unit's code in a namespace, on top of the current frame; the value is owned. */
  runCode(code: PyCode, globals: PyDict, locals: PyObject = globals): PyObject {
    return execute(this.vm, this.pushCode(code, globals, locals));
  }

  /** The frame of a unit's code, on top of the current one: it runs when a loop is entered. */
  pushCode(code: PyCode, globals: PyDict, locals: PyObject = globals): Frame {
    const frame = new Frame(code, null, globals, builtinsOf(this.vm, globals), locals);
    try {
      this.vm.checkRecursion();
    } catch (error) {
      frame.clearAll();
      throw error;
    }
    this.vm.pushFrame(frame);
    return frame;
  }

  /** `__import__(name, globals, locals, fromlist, level)`. */
  importName(name: string, fromList: PyObject | null, globals: PyDict | null, level: number): PyObject {
    const full = level > 0 ? this.resolve(name, globals, level) : name;
    if (full === "") this.vm.raise("ValueError", "Empty module name");
    const module = this.load(full);
    if (fromList && fromList !== this.vm.none && this.vm.truth(fromList)) return module;
    const dot = full.indexOf(".");
    if (dot < 0) return module;
    release(module);
    return this.load(full.slice(0, dot));
  }

  private resolve(name: string, globals: PyDict | null, level: number): string {
    const own = globals?.peekName("__package__");
    if ((!own || own === this.vm.none) && !globals?.peekName("__name__")) this.vm.raise("KeyError", "'__name__' not in globals");
    const base = own && own !== this.vm.none ? this.vm.strText(own) : "";
    if (base === "") this.vm.raise("ImportError", "attempted relative import with no known parent package");
    const parts = base.split(".");
    if (level > parts.length) this.vm.raise("ImportError", "attempted relative import beyond top-level package");
    const root = parts.slice(0, parts.length - level + 1).join(".");
    return name ? `${root}.${name}` : root;
  }

  /** An attribute of a module, for the machine's own use; borrowed for the length of the instruction. */
  peekName(module: string, name: string): PyObject {
    const loaded = this.vm.temp(this.load(module));
    return this.vm.temp(this.vm.getAttribute(loaded, name));
  }

  /** A hook that the program has put in place of sys's own, borrowed, or null. */
  peekSysHook(name: string): PyObject | null {
    const sys = this.vm.modules.peekName("sys");
    const hook = sys instanceof PyModule ? sys.dict?.peekName(name) : null;
    return hook && !(hook instanceof PyBuiltinFunction) ? hook : null;
  }

  /** Remembers a source, so that tracebacks can quote its lines. */
  addSource(filename: string, source: string): void {
    this.sources.set(filename, source.split("\n"));
  }

  /** The program's own source: the first that was added. */
  mainSource(): { readonly filename: string; readonly text: string } | null {
    for (const [filename, lines] of this.sources) return { filename, text: lines.join("\n") };
    return null;
  }

  /** A source that was added, or null. */
  text(filename: string): string | null {
    return this.sources.get(filename)?.join("\n") ?? null;
  }

  /** Quotes the sources of another process too. */
  addSourcesOf(other: Importer): void {
    for (const [filename, lines] of other.sources) this.sources.set(filename, lines);
  }

  /** A line without its end, or null; one of `linecache` only for who reads what that has. */
  sourceLine(filename: string, line: number, readsCache = true): string | null {
    return this.sources.get(filename)?.[line - 1] ?? (readsCache ? (this.cachedLine?.(this.vm, filename, line) ?? null) : null);
  }
}

/** Python halves compile once per version and process. */
const compiledHalves = new Map<string, CodeSpec>();
