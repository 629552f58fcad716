import { readFileSync } from "node:fs";
import path from "node:path";
import { conformanceCases } from "../../conformance/cases.ts";

/** Forty programs of one page, over all kinds of objects: of the recorded cases every so many-th, as scripts. */
const COUNT = 40;

export interface PictureProgram {
  readonly name: string;
  readonly source: string;
}

export function picturePrograms(): PictureProgram[] {
  const scripts = conformanceCases().filter(({ mode, name, source }) => mode === "script" && name.startsWith("objects/") && source.length < 900);
  const stride = scripts.length / COUNT;
  return Array.from({ length: COUNT }, (_, i) => scripts[Math.floor(i * stride)]).map(({ name, source }) => ({ name, source }));
}

/** The programs whose recording is compared with CPython's tracer. */
export function tracedProgram(name: string): string {
  return readFileSync(path.join(import.meta.dirname, "../../engine/trace/programs", name), "utf8");
}
