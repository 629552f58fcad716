import { defineType, type TypeSpec } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { argumentsText, initArguments, member, PyException } from "./exception.ts";
import { PyInt } from "./int-object.ts";

/** A part of the constructor's arguments: its name and the type it must have. */
type Part = readonly [name: string, type: "str" | "bytes" | "int"];

function init(rt: Runtime, self: PyException, args: readonly PyObject[], parts: readonly Part[]): void {
  if (args.length !== parts.length) rt.raise("TypeError", `function takes exactly ${parts.length} arguments (${args.length} given)`);
  parts.forEach(([name, type], i) => {
    if (!args[i].type.isSubtypeOf(rt.types[type])) rt.raise("TypeError", `argument ${i + 1} must be ${type}, not ${args[i].type.shownName}`);
    self.setMember(name, args[i]);
  });
}

function numberOf(self: PyException, name: string): number {
  const value = self.peekMember(name);
  return value instanceof PyInt ? Number(value.value) : 0;
}

/** How one character that cannot be encoded is shown: by its code. */
function characterText(object: PyObject | null, start: number): string {
  const text = (object as (PyObject & { readonly value: string }) | null)?.value ?? "";
  const code = Array.from(text)[start]?.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `'\\x${hex.padStart(2, "0")}'`;
  return code <= 0xffff ? `'\\u${hex.padStart(4, "0")}'` : `'\\U${hex.padStart(8, "0")}'`;
}

function place(start: number, end: number): string {
  return end === start + 1 ? `in position ${start}` : `in position ${start}-${end - 1}`;
}

function encodeText(rt: Runtime, self: PyException, verb: string): string {
  const object = self.peekMember("object");
  if (!object) return argumentsText(rt, self);
  const start = numberOf(self, "start");
  const end = numberOf(self, "end");
  const encoding = self.peekMember("encoding");
  const prefix = encoding ? `'${rt.strText(encoding)}' codec ` : "";
  const what = end === start + 1 ? `character ${characterText(object, start)}` : "characters";
  return `${prefix}can't ${verb} ${what} ${place(start, end)}: ${rt.strText(self.peekMember("reason") ?? rt.none)}`;
}

function decodeText(rt: Runtime, self: PyException): string {
  const object = self.peekMember("object") as (PyObject & { readonly value: Uint8Array }) | null;
  if (!object) return argumentsText(rt, self);
  const start = numberOf(self, "start");
  const end = numberOf(self, "end");
  const what = end === start + 1 ? `byte 0x${(object.value[start] ?? 0).toString(16).padStart(2, "0")}` : "bytes";
  const encoding = rt.strText(self.peekMember("encoding") ?? rt.none);
  return `'${encoding}' codec can't decode ${what} ${place(start, end)}: ${rt.strText(self.peekMember("reason") ?? rt.none)}`;
}

function unicodeType(name: string, base: TypeSpec, parts: readonly Part[], text: (rt: Runtime, self: PyException) => string): TypeSpec {
  return defineType({
    name,
    base,
    addedSize: 40,
    slots: {
      init: (rt, self, args, kwnames) => {
        initArguments(rt, self, args, kwnames);
        init(rt, self as PyException, args, parts);
      },
      str: (rt, self) => rt.str(text(rt, self as PyException)),
    },
    getset: ["encoding", "object", "start", "end", "reason"].map(member),
  });
}

/** UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError. */
export function unicodeErrors(base: TypeSpec): TypeSpec[] {
  const span: readonly Part[] = [["start", "int"], ["end", "int"], ["reason", "str"]];
  return [
    unicodeType("UnicodeEncodeError", base, [["encoding", "str"], ["object", "str"], ...span], (rt, self) => encodeText(rt, self, "encode")),
    unicodeType("UnicodeDecodeError", base, [["encoding", "str"], ["object", "bytes"], ...span], decodeText),
    unicodeType("UnicodeTranslateError", base, [["object", "str"], ...span], (rt, self) => encodeText(rt, self, "translate")),
  ];
}
