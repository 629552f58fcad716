import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { highlight, highlightSession } from "../../components/cards/highlight.ts";
import { inProject } from "../../lib/setup/project.mjs";
import { filesBelow } from "../../lib/setup/sources.mjs";

const kinds = (text: string) => highlight(text).filter((token) => token.kind !== "plain").map((token) => `${token.kind} ${token.text}`);

describe("highlighting", () => {
  it("loses and adds no character, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."ab1 \n\"'#\\\\rf.>:()=é") }), (text) => {
      expect(highlight(text).map((token) => token.text).join("")).toBe(text);
      expect(highlightSession(text).map((token) => token.text).join("")).toBe(text);
    }));
  });

  it("loses and adds no character of the library's cards", () => {
    const files = filesBelow(inProject("content/cards"), (file) => file.endsWith(".md"));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      expect(highlight(text).map((token) => token.text).join("")).toBe(text);
    }
  });

  it("tells comments, texts, numbers, keywords and built-in names apart", () => {
    expect(kinds("def f(x):  # if\n    return len('a # b') + 0x1f")).toEqual(["keyword def", "comment # if", "keyword return", "builtin len", "string 'a # b'", "number 0x1f"]);
  });

  it("takes a text in three quotes over its lines, with its prefix", () => {
    expect(kinds("s = rb'''one\n# two'''")).toEqual(["string rb'''one\n# two'''"]);
  });

  it("takes match, case and type for keywords only where a statement begins with them", () => {
    expect(kinds("match x:\n    case 1: pass\ntype(x)\nmatch = 2\nre.match(p)")).toEqual(["keyword match", "keyword case", "number 1", "keyword pass", "builtin type", "number 2"]);
  });

  it("leaves names after a dot alone", () => {
    expect(kinds("box.list")).toEqual([]);
  });

  it("sees statements after prompts, and output as it is", () => {
    expect(highlightSession(">>> a is b\nTrue\n... ").map((token) => `${token.kind}:${token.text}`)).toEqual(["prompt:>>> ", "plain:a ", "keyword:is", "plain: b", "plain:\n", "plain:True", "plain:\n", "prompt:... "]);
  });
});
