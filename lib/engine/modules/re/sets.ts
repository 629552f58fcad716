import { classEscape } from "./escapes.ts";
import { lengthOf, type PatternSource } from "./source.ts";
import type { Node, PatternWarning, SetItem } from "./tree.ts";

const OPERATIONS = new Map([["-", "difference"], ["&", "intersection"], ["~", "symmetric difference"], ["|", "union"]]);

/** A set in brackets; the opening one has been taken. */
export function parseSet(source: PatternSource, warnings: PatternWarning[]): Node {
  const here = source.tell() - 1;
  const warn = (what: string, at: number) => warnings.push({ category: "FutureWarning", text: `Possible ${what} at position ${at}` });
  if (source.next === "[") warn("nested set", source.tell());
  const negated = source.match("^");
  const items: SetItem[] = [];
  const token = (): string => {
    const taken = source.get();
    if (taken === null) throw source.error("unterminated character set", source.tell() - here);
    return taken;
  };
  for (;;) {
    const first = token();
    if (first === "]" && items.length > 0) break;
    const operation = items.length > 0 && source.next === first ? OPERATIONS.get(first) : undefined;
    if (operation) warn(`set ${operation}`, source.tell() - 1);
    const low = itemOf(source, first);
    if (!source.match("-")) {
      items.push(low);
      continue;
    }
    const last = token();
    if (last === "]") {
      items.push(low, { kind: "literal", code: 45 });
      break;
    }
    if (last === "-") warn("set difference", source.tell() - 2);
    items.push(rangeOf(source, [first, low], [last, itemOf(source, last)]));
  }
  const [only] = items;
  return items.length === 1 && only.kind === "literal" && !negated ? only : { kind: "set", negated, items };
}

function itemOf(source: PatternSource, token: string): SetItem {
  return token[0] === "\\" ? classEscape(source, token) : { kind: "literal", code: token.codePointAt(0) as number };
}

function rangeOf(source: PatternSource, [first, low]: [string, SetItem], [last, high]: [string, SetItem]): SetItem {
  if (low.kind === "literal" && high.kind === "literal" && low.code <= high.code) return { kind: "range", low: low.code, high: high.code };
  throw source.error(`bad character range ${first}-${last}`, lengthOf(first) + 1 + lengthOf(last));
}
