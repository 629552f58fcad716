import { type FunctionSpec, method } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import * as characters from "./characters.ts";
import type { PyStr } from "./str-object.ts";

/** A method that makes another text of the whole. */
function mapped(signature: string, map: (text: string, self: PyStr) => string): FunctionSpec {
  return method(signature, (rt, [self]) => {
    const { value } = self as PyStr;
    rt.charge(value.length >> 1);
    return rt.newStr(map(value, self as PyStr));
  });
}

/** A question that every character must answer with yes; an empty text answers `empty`. */
function every(name: string, test: (character: string) => boolean, empty = false): FunctionSpec {
  return method(`${name}(self, /)`, (rt, [self]) => {
    const text = self as PyStr;
    rt.charge(text.length >> 3);
    if (text.length === 0) return rt.bool(empty);
    if (text.kind === "astral") return rt.bool(text.points().every(test));
    const { value } = text;
    for (let i = 0; i < value.length; i++) if (!test(value[i])) return rt.bool(false);
    return rt.bool(true);
  });
}

/** Upper case after a character without case, lower case after one with case. */
function titled(points: readonly string[]): string {
  let result = "";
  let afterCased = false;
  points.forEach((character, i) => {
    result += afterCased ? characters.lowerAt(points, i) : characters.titleCase(character);
    afterCased = characters.isCased(character);
  });
  return result;
}

function capitalized(points: readonly string[]): string {
  if (points.length === 0) return "";
  return characters.titleCase(points[0]) + points.slice(1).map((_, i) => characters.lowerAt(points, i + 1)).join("");
}

function swapped(points: readonly string[]): string {
  return points.map((c, i) => (characters.isUpper(c) ? characters.lowerAt(points, i) : characters.isLower(c) ? c.toUpperCase() : c)).join("");
}

/** `isupper` and `islower`: no character of the other case, and at least one of this. */
function uniform(name: string, isWanted: (c: string) => boolean, isOther: (c: string) => boolean): FunctionSpec {
  return method(`${name}(self, /)`, (rt, [self]) => {
    const points = (self as PyStr).points();
    rt.charge(points.length >> 2);
    return rt.bool(!points.some((c) => isOther(c) || characters.isTitle(c)) && points.some(isWanted));
  });
}

function isTitled(rt: Runtime, [self]: PyObject[]): PyObject {
  let cased = false;
  let afterCased = false;
  const points = (self as PyStr).points();
  rt.charge(points.length >> 2);
  for (const character of points) {
    if (characters.isUpper(character) || characters.isTitle(character)) {
      if (afterCased) return rt.bool(false);
      afterCased = true;
      cased = true;
    } else if (characters.isLower(character)) {
      if (!afterCased) return rt.bool(false);
      cased = true;
    } else afterCased = false;
  }
  return rt.bool(cased);
}

/** Methods of str about case and kinds of characters. */
export const strCaseMethods: readonly FunctionSpec[] = [
  mapped("upper(self, /)", (text) => text.toUpperCase()),
  mapped("lower(self, /)", (text) => text.toLowerCase()),
  mapped("casefold(self, /)", (_text, self) => self.points().map(characters.foldCase).join("")),
  mapped("title(self, /)", (_text, self) => titled(self.points())),
  mapped("capitalize(self, /)", (_text, self) => capitalized(self.points())),
  mapped("swapcase(self, /)", (_text, self) => swapped(self.points())),
  every("isspace", characters.isSpace),
  every("isdecimal", characters.isDecimal),
  every("isdigit", characters.isDigit),
  every("isnumeric", characters.isNumeric),
  every("isalpha", characters.isAlpha),
  every("isalnum", characters.isAlnum),
  every("isprintable", characters.isPrintable, true),
  every("isascii", (character) => character <= "\x7f", true),
  uniform("isupper", characters.isUpper, characters.isLower),
  uniform("islower", characters.isLower, characters.isUpper),
  method("istitle(self, /)", isTitled),
  method("isidentifier(self, /)", (rt, [self]) => {
    rt.charge((self as PyStr).length >> 3);
    return rt.bool(characters.isIdentifier((self as PyStr).value));
  }),
];
