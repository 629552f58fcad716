import type { Chip, NameView, ObjView, Recording, SlotView, Snapshot, Step } from "../../engine/index.ts";
import { frameOf, objectOf } from "./look-up.ts";
import { plainName } from "./words.ts";

/** Where an attribute is looked for. `unknown`: a built-in class, whose names are not shown. */
export interface AttributeStop {
  readonly where: string;
  readonly chip: Chip | null;
  readonly outcome: "found" | "missing" | "unknown";
}

/** The way of `two.colour` through the instance and the classes of its order of look-up. */
export interface AttributePath {
  readonly expression: string;
  readonly stops: readonly AttributeStop[];
  /** What comes of it, where the stops do not say it: a data descriptor goes first, `__getattr__` comes last. */
  readonly note: string;
}

const PATHS_AT_MOST = 3;
/** A name and an attribute of it that is read; strings are taken out before. */
const READ = /(?<![\w.])([A-Za-z_]\w*)\.([A-Za-z_]\w*)(?!\w)(?!\s*(?:[+\-*/%@&|^]|\/\/|\*\*|<<|>>)?=(?!=))/g;
const STRINGS = /(?:"""|''')[\s\S]*?(?:"""|''')|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#.*/g;

/** The attributes that the next line reads from objects of the program's own classes, each with its way. */
export function attributePaths({ source }: Pick<Recording, "source">, { snapshot, next, kind }: Step): AttributePath[] {
  if (next === null || kind === "return" || kind === "raise" || kind === "unwind") return [];
  const line = (source.split("\n")[next.line - 1] ?? "").replace(STRINGS, "''");
  if (/^\s*(import|from|@|class|def|async def)\b/.test(line)) return [];
  const paths = new Map<string, AttributePath>();
  for (const [expression, name = "", attribute = ""] of line.matchAll(READ)) {
    const object = boundTo(snapshot, next.frame, name);
    const path = object && pathOf(snapshot, object, expression, attribute);
    if (path) paths.set(expression, path);
  }
  return [...paths.values()].slice(0, PATHS_AT_MOST);
}

function boundTo(snapshot: Snapshot, frame: number, name: string): ObjView | undefined {
  const view = frameOf(snapshot, frame);
  const scopes: readonly (readonly (NameView | SlotView)[])[] = [view?.slots ?? [], view?.names ?? [], snapshot.globals];
  for (const names of scopes) {
    const found = names.find((one) => one.name === name);
    if (found) return found.to === null ? undefined : objectOf(snapshot, found.to);
  }
  return undefined;
}

const classNameOf = (name: string): string => plainName(name);

/** The value that a class itself has under a name. */
function inClass(snapshot: Snapshot, chip: Chip | null, attribute: string): ObjView | undefined {
  const edge = (chip === null ? undefined : objectOf(snapshot, chip))?.edges.find(({ role, label }) => role === "name" && label === attribute);
  return edge?.to == null ? undefined : objectOf(snapshot, edge.to);
}

/** It has `__set__` or `__delete__`, so that it goes before the instance (Objects/object.c, _PyObject_GenericGetAttrWithDict). */
function isDataDescriptor(snapshot: Snapshot, { type, class: of }: ObjView): boolean {
  if (type === "property" || type === "member_descriptor" || type === "getset_descriptor") return true;
  const shape = of === null ? undefined : objectOf(snapshot, of)?.shape;
  return shape?.kind === "class" && shape.mro.some(({ chip }) => inClass(snapshot, chip, "__set__") ?? inClass(snapshot, chip, "__delete__"));
}

function pathOf(snapshot: Snapshot, object: ObjView, expression: string, attribute: string): AttributePath | null {
  const isClass = object.shape.kind === "class";
  const type = isClass ? object : object.class === null ? undefined : objectOf(snapshot, object.class);
  if (type?.shape.kind !== "class" || type.sharing === "static") return null;
  const { mro } = type.shape;
  const owner = mro.find(({ chip }) => inClass(snapshot, chip, attribute));
  const value = owner && inClass(snapshot, owner.chip, attribute);
  if (!isClass && owner && value && isDataDescriptor(snapshot, value)) {
    return { expression, stops: [{ where: classNameOf(owner.name), chip: owner.chip, outcome: "found" }], note: `${value.type} of the class: a data descriptor goes before what the instance has` };
  }
  const stops: AttributeStop[] = [];
  if (!isClass) {
    const own = object.edges.some(({ role, label }) => (role === "attribute" || role === "slot") && label === attribute);
    stops.push({ where: "the instance", chip: object.chip, outcome: own ? "found" : "missing" });
    if (own) return { expression, stops, note: "" };
  }
  for (const { name, chip } of mro) {
    const outcome = inClass(snapshot, chip, attribute) ? "found" : chip === null ? "unknown" : "missing";
    stops.push({ where: classNameOf(name), chip, outcome });
    if (outcome === "found") return { expression, stops, note: "" };
  }
  const hook = mro.find(({ chip }) => inClass(snapshot, chip, "__getattr__"));
  return { expression, stops, note: hook && !isClass ? `then __getattr__ of ${classNameOf(hook.name)} is asked` : "" };
}

/** A stop in a sign. */
export const STOP_SIGNS = { found: "✓", missing: "✗", unknown: "built in" } as const;

/** A stop as the picture and the text write it: `Base #2 ✓`. */
export const stopText = ({ where, chip, outcome }: AttributeStop): string => `${where}${chip === null ? "" : ` #${chip}`} ${STOP_SIGNS[outcome]}`;

/** The whole way in one line. */
export const pathText = ({ expression, stops, note }: AttributePath): string => `${expression}: ${stops.map(stopText).join(" → ")}${note === "" ? "" : ` (${note})`}`;
