/**
 * A drawing of a heap: names, and the objects they refer to. As text, which is how it is stored, one line for each:
 *
 *     a -> #1
 *     b -> nothing
 *     #1 = [1, #2]
 *
 * An object's line says what it holds as `repr()` writes it, or the name of its type; `#2` in it stands for another object.
 */
export interface Sketch {
  readonly names: readonly SketchedName[];
  /** What each object holds, #1 first; empty where nothing was said. */
  readonly objects: readonly string[];
}

export interface SketchedName {
  readonly name: string;
  /** Number of the object, from 1; 0 for a name that refers to nothing; null where nothing was drawn. */
  readonly object: number | null;
}

export const NO_SKETCH: Sketch = { names: [], objects: [] };

/** So many objects are enough for a program of a few lines. */
export const OBJECTS_AT_MOST = 12;
export const NAMES_AT_MOST = 12;

/** The objects of a sketch with their numbers. */
export const numbered = (objects: Sketch["objects"]): { readonly number: number; readonly held: string }[] => objects.map((held, place) => ({ number: place + 1, held }));

const NAME_LINE = /^([\p{L}_][\p{L}\p{N}_]*) -> (?:#(\d{1,2})|(nothing))$/u;
const OBJECT_LINE = /^#(\d{1,2}) = (.*)$/;

/** Reads a sketch's text. A line that is none of a sketch is given in `unread`, from 1. */
export function parseSketch(text: string): Sketch & { readonly unread: readonly number[] } {
  const names: SketchedName[] = [];
  const objects: string[] = [];
  const unread: number[] = [];
  for (const [place, line] of text.split("\n").entries()) {
    const name = NAME_LINE.exec(line);
    const object = OBJECT_LINE.exec(line);
    const number = Number(object?.[1] ?? name?.[2] ?? 1);
    if (number < 1 || number > OBJECTS_AT_MOST) unread.push(place + 1);
    else if (name !== null) names.push({ name: name[1] ?? "", object: name[3] === undefined ? number : 0 });
    else if (object !== null) objects[number - 1] = object[2] ?? "";
    else if (line.trim() !== "") unread.push(place + 1);
  }
  return { names, objects: Array.from(objects, (held) => held ?? ""), unread };
}

/** The text of a sketch; empty when nothing is drawn. */
export function sketchText({ names, objects }: Sketch): string {
  const arrows = names.flatMap(({ name, object }) => (object === null ? [] : [`${name} -> ${object === 0 ? "nothing" : `#${object}`}`]));
  const held = objects.map((text, place) => `#${place + 1} = ${text.replace(/\s+/g, " ")}`);
  return [...arrows, ...held].join("\n");
}

/** Pieces of what an object holds that are string literals, or references to other objects. */
const REFERENCE = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|#(\d{1,2})/g;

/** The numbers of the objects to which an object refers, in order. */
export function referencesOf(held: string): number[] {
  return [...held.matchAll(REFERENCE)].flatMap(([, number]) => (number === undefined ? [] : [Number(number)]));
}
