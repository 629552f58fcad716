import { categoryTest, type CharacterTest, foldingOf, setTest } from "./characters.ts";
import { Apart, FIRST_GROUP_REGISTER, Op, PlaceCode, type Program, RunMode } from "./program.ts";
import { ASCII, DOTALL, LOCALE, MULTILINE, type Node, type Parsed, type Place, UNICODE } from "./tree.ts";
import { checkLookbehinds, fixedWidth } from "./width.ts";

const TYPE_FLAGS = ASCII | LOCALE | UNICODE;
const RUN_MODES = { greedy: RunMode.GREEDY, lazy: RunMode.LAZY, possessive: RunMode.POSSESSIVE } as const;

type Repeat = Node & { kind: "repeat" };

/** Turns a parsed pattern into the matcher's instructions. */
class Generator {
  readonly code: number[] = [];
  readonly tests: CharacterTest[] = [];
  readonly foldings: ((code: number) => number)[] = [];
  registers: number;
  private readonly widths;
  private readonly charge: (units: number) => void;

  constructor(parsed: Parsed, charge: (units: number) => void) {
    this.registers = FIRST_GROUP_REGISTER + 2 * parsed.groups;
    this.widths = checkLookbehinds(parsed.body);
    this.charge = charge;
  }

  sequence(nodes: readonly Node[], flags: number): void {
    for (const node of nodes) this.node(node, flags);
  }

  private emit(...words: number[]): number {
    this.charge(1);
    return this.code.push(...words) - 1;
  }

  private test(test: CharacterTest): number {
    return this.tests.push(test) - 1;
  }

  private folding(flags: number): number {
    const fold = foldingOf(flags);
    return fold ? this.foldings.push(fold) - 1 : -1;
  }

  private node(node: Node, flags: number): void {
    switch (node.kind) {
      case "literal":
        return this.literal(node.code, flags);
      case "any":
      case "set":
        this.emit(Op.TEST, this.test(singleTest(node, flags) as CharacterTest));
        return;
      case "at":
        this.emit(Op.AT, placeCode(node.place, flags), node.place.endsWith("boundary") ? this.test(categoryTest("word", flags)) : 0);
        return;
      case "branch":
        return this.branch(node.branches, flags);
      case "repeat":
        return this.repeat(node, flags);
      case "group":
        return this.group(node, flags);
      case "atomic":
        return this.apart(Apart.ATOMIC, 0, () => this.sequence(node.body, flags));
      case "look":
        return this.apart(node.negated ? Apart.LOOK_NOT : Apart.LOOK, node.ahead ? 0 : fixedWidth(node.body, this.widths), () => this.sequence(node.body, flags));
      case "reference":
        this.emit(Op.REFERENCE, node.group, this.folding(flags));
        return;
      case "conditional":
        return this.conditional(node, flags);
    }
  }

  private literal(character: number, flags: number): void {
    const folding = this.folding(flags);
    if (folding < 0) this.emit(Op.CHARACTER, character);
    else this.emit(Op.FOLDED, this.foldings[folding](character), folding);
  }

  private branch(branches: readonly (readonly Node[])[], flags: number): void {
    const ends: number[] = [];
    branches.forEach((branch, i) => {
      const isLast = i === branches.length - 1;
      const other = isLast ? -1 : this.emit(Op.SPLIT, 0);
      this.sequence(branch, flags);
      if (isLast) return;
      ends.push(this.emit(Op.JUMP, 0));
      this.code[other] = this.code.length;
    });
    for (const end of ends) this.code[end] = this.code.length;
  }

  private group(node: Node & { kind: "group" }, flags: number): void {
    const added = node.add & TYPE_FLAGS ? flags & ~TYPE_FLAGS : flags;
    const inner = (added | node.add) & ~node.remove;
    if (node.group === null) return this.sequence(node.body, inner);
    const register = FIRST_GROUP_REGISTER + 2 * (node.group - 1);
    this.emit(Op.SAVE, register);
    this.sequence(node.body, inner);
    this.emit(Op.CLOSE, register + 1, node.group);
  }

  private repeat(node: Repeat, flags: number): void {
    const { min, max, body } = node;
    const test = body.length === 1 ? singleTest(body[0], flags) : null;
    if (test) this.emit(Op.RUN, this.test(test), min, max, RUN_MODES[node.mode]);
    else if (node.mode === "possessive") this.apart(Apart.ATOMIC, 0, () => this.loop(node, flags));
    else this.loop(node, flags);
  }

  private loop({ min, max, mode, body }: Repeat, flags: number): void {
    const count = this.registers++;
    const last = this.registers++;
    this.emit(Op.LOOP, count, last);
    const end = this.emit(Op.JUMP, 0);
    const start = this.code.length;
    this.sequence(body, flags);
    this.code[end] = this.code.length;
    this.emit(mode === "lazy" ? Op.LAZY : Op.GREEDY, count, last, min, max, start);
  }

  private apart(kind: number, back: number, body: () => void): void {
    const at = this.emit(Op.APART, kind, 0, back);
    body();
    this.emit(Op.APART_END);
    this.code[at - 1] = this.code.length;
  }

  private conditional(node: Node & { kind: "conditional" }, flags: number): void {
    const other = this.emit(Op.CONDITION, node.group, 0);
    this.sequence(node.yes, flags);
    const end = node.no ? this.emit(Op.JUMP, 0) : -1;
    this.code[other] = this.code.length;
    if (!node.no) return;
    this.sequence(node.no, flags);
    this.code[end] = this.code.length;
  }
}

function placeCode(place: Place, flags: number): number {
  if (flags & MULTILINE && place === "beginning") return PlaceCode["beginning-line"];
  if (flags & MULTILINE && place === "end") return PlaceCode["end-line"];
  return PlaceCode[place];
}

/** The test of a node that always matches one character; null for others. */
function singleTest(node: Node, flags: number): CharacterTest | null {
  switch (node.kind) {
    case "literal": {
      const fold = foldingOf(flags);
      const wanted = fold ? fold(node.code) : node.code;
      return fold ? (code) => fold(code) === wanted : (code) => code === wanted;
    }
    case "any":
      return flags & DOTALL ? () => true : (code) => code !== 10;
    case "set":
      return setTest(node.items, node.negated, flags);
    default:
      return null;
  }
}

/** What a match must begin with, as far as that is plain to see. */
function firstTest(nodes: readonly Node[], flags: number): CharacterTest | null {
  const node = nodes[0] as Node | undefined;
  if (!node) return null;
  if (node.kind === "group" && !node.add && !node.remove) return firstTest(node.body, flags);
  if (node.kind === "repeat") return node.min > 0 ? firstTest(node.body, flags) : null;
  return singleTest(node, flags);
}

export function generate(parsed: Parsed, charge: (units: number) => void): Program {
  const generator = new Generator(parsed, charge);
  generator.sequence(parsed.body, parsed.flags);
  generator.code.push(Op.MATCH);
  const { code, tests, foldings, registers } = generator;
  return { code, tests, foldings, registers, groups: parsed.groups, first: firstTest(parsed.body, parsed.flags) };
}
