import { type Node, PatternError, UNLIMITED } from "./tree.ts";

interface Width {
  readonly low: number;
  readonly high: number;
}

type GroupWidths = Map<number, Width>;

const NOTHING: Width = { low: 0, high: 0 };
const ONE: Width = { low: 1, high: 1 };

function sum(nodes: readonly Node[], groups: GroupWidths): Width {
  let low = 0;
  let high = 0;
  for (const node of nodes) {
    const width = widthOf(node, groups);
    low += width.low;
    high += width.high;
  }
  return { low: Math.min(low, UNLIMITED), high: Math.min(high, UNLIMITED) };
}

function either(widths: readonly Width[]): Width {
  return { low: Math.min(...widths.map(({ low }) => low)), high: Math.max(...widths.map(({ high }) => high)) };
}

/** How many characters a node matches at least and at most; also checks the look-behinds inside. */
function widthOf(node: Node, groups: GroupWidths): Width {
  switch (node.kind) {
    case "literal":
    case "any":
    case "set":
      return ONE;
    case "at":
      return NOTHING;
    case "branch":
      return either(node.branches.map((branch) => sum(branch, groups)));
    case "repeat": {
      const { low, high } = sum(node.body, groups);
      return { low: low * node.min, high: high === 0 ? 0 : high * node.max };
    }
    case "group": {
      const width = sum(node.body, groups);
      if (node.group !== null) groups.set(node.group, width);
      return width;
    }
    case "atomic":
      return sum(node.body, groups);
    case "look": {
      const { low, high } = sum(node.body, groups);
      if (!node.ahead && low !== high) throw new PatternError("look-behind requires fixed-width pattern", null);
      return NOTHING;
    }
    case "reference":
      return groups.get(node.group) ?? NOTHING;
    case "conditional":
      return either([sum(node.yes, groups), node.no ? sum(node.no, groups) : NOTHING]);
  }
}

/** Look-behinds must know how far to go back. */
export function checkLookbehinds(body: readonly Node[]): GroupWidths {
  const groups: GroupWidths = new Map();
  sum(body, groups);
  return groups;
}

/** The width of a look-behind's body, which has only one. */
export function fixedWidth(body: readonly Node[], groups: GroupWidths): number {
  return sum(body, groups).low;
}
