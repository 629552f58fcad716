import { lengthOf, type PatternSource, quoted } from "./source.ts";
import { ASCII, DEBUG, DOTALL, type Dialect, IGNORECASE, LOCALE, MULTILINE, type Node, type PatternWarning, TEMPLATE, TurnsVerbose, UNICODE, VERBOSE } from "./tree.ts";
import { isDecimal, isIdentifier } from "../../types/characters.ts";

const FLAGS = new Map([["i", IGNORECASE], ["L", LOCALE], ["m", MULTILINE], ["s", DOTALL], ["x", VERBOSE], ["a", ASCII], ["u", UNICODE]]);
const TYPE_FLAGS = ASCII | LOCALE | UNICODE;
const GLOBAL_FLAGS = DEBUG | TEMPLATE;
const MAX_GROUPS = 1073741823;

/** What parentheses mean, and the groups they make. The rest of the grammar is PatternParser's. */
export abstract class GroupParser {
  readonly source: PatternSource;
  readonly dialect: Dialect;
  flags: number;
  /** Number of the next group. */
  groups = 1;
  readonly names = new Map<string, number>();
  /** Groups that are asked for by number in conditions, with the place: they may come later. */
  readonly forwardReferences = new Map<number, number>();
  readonly warnings: PatternWarning[] = [];
  private readonly open = new Set<number>();
  /** Number of groups when the outermost look-behind began; null outside any. */
  private lookbehindGroups: number | null = null;

  constructor(source: PatternSource, flags: number, dialect: Dialect) {
    this.source = source;
    this.flags = flags;
    this.dialect = dialect;
  }

  abstract alternatives(verbose: boolean, depth: number): Node[];
  abstract sequence(verbose: boolean, depth: number, first: boolean): Node[];

  isOpen(group: number): boolean {
    return this.open.has(group);
  }

  checkLookbehindReference(group: number): void {
    if (this.lookbehindGroups === null) return;
    if (this.isOpen(group)) throw this.source.error("cannot refer to an open group");
    if (group >= this.lookbehindGroups) throw this.source.error("cannot refer to group defined in the same lookbehind subpattern");
  }

  private required(): string {
    const token = this.source.get();
    if (token === null) throw this.source.error("unexpected end of pattern");
    return token;
  }

  private close(start: number): void {
    if (!this.source.match(")")) throw this.source.error("missing ), unterminated subpattern", this.source.tell() - start);
  }

  /** What an opening parenthesis begins; null for a comment and for global flags. */
  group(verbose: boolean, depth: number, first: boolean): Node | null {
    const { source } = this;
    const start = source.tell() - 1;
    if (!source.match("?")) return this.body(start, verbose, depth, { name: null });
    const token = this.required();
    switch (token) {
      case "P":
        return this.named(start, verbose, depth);
      case ":":
        return this.body(start, verbose, depth, { add: 0, remove: 0 });
      case "#":
        return this.comment(start);
      case "=":
      case "!":
        return this.look(start, verbose, depth, token, true);
      case "<": {
        const kind = this.required();
        if (kind !== "=" && kind !== "!") throw source.error(`unknown extension ?<${kind}`, lengthOf(kind) + 2);
        return this.look(start, verbose, depth, kind, false);
      }
      case "(":
        return this.conditional(start, verbose, depth);
    }
    if (token === ">" && this.dialect.possessive) return { kind: "atomic", body: this.content(start, verbose, depth) };
    if (this.flagOf(token) === undefined && token !== "-") throw source.error(`unknown extension ?${token}`, lengthOf(token) + 1);
    const flags = this.inlineFlags(token);
    if (flags) return this.body(start, verbose, depth, flags);
    if (!first) this.misplacedFlags(start);
    if (this.flags & VERBOSE && !verbose) throw new TurnsVerbose();
    return null;
  }

  private misplacedFlags(start: number): void {
    const { source, dialect } = this;
    if (dialect.flagsAtStartOnly) throw source.error("global flags not at the start of the expression", source.tell() - start);
    const text = source.characters.join("");
    const shown = (source.isText ? "" : "b") + quoted([...text].slice(0, 20).join(""));
    this.warnings.push({ category: "DeprecationWarning", text: `Flags not at the start of the expression ${shown}${lengthOf(text) > 20 ? " (truncated)" : ""}` });
  }

  /** The pattern up to the closing parenthesis. */
  private content(start: number, verbose: boolean, depth: number): Node[] {
    const body = this.alternatives(verbose, depth + 1);
    this.close(start);
    return body;
  }

  /** A group that captures (by name or number), or one that only sets flags. */
  private body(start: number, verbose: boolean, depth: number, how: { name: string | null } | { add: number; remove: number }): Node {
    if ("add" in how) {
      const inner = (verbose || (how.add & VERBOSE) !== 0) && (how.remove & VERBOSE) === 0;
      return { kind: "group", group: null, add: how.add, remove: how.remove, body: this.content(start, inner, depth) };
    }
    const group = this.openGroup(how.name);
    const body = this.content(start, verbose, depth);
    this.open.delete(group);
    return { kind: "group", group, add: 0, remove: 0, body };
  }

  private openGroup(name: string | null): number {
    const group = this.groups++;
    if (name !== null) {
      const known = this.names.get(name);
      if (known !== undefined) throw this.source.error(`redefinition of group name ${quoted(name)} as group ${group}; was group ${known}`, lengthOf(name) + 1);
      this.names.set(name, group);
    }
    this.open.add(group);
    return group;
  }

  private named(start: number, verbose: boolean, depth: number): Node {
    const { source } = this;
    if (source.match("<")) {
      const name = source.getUntil(">", "group name");
      source.checkGroupName(name, 1, this.dialect.strictGroupNames);
      return this.body(start, verbose, depth, { name });
    }
    if (!source.match("=")) {
      const token = this.required();
      throw source.error(`unknown extension ?P${token}`, lengthOf(token) + 2);
    }
    const name = source.getUntil(")", "group name");
    source.checkGroupName(name, 1, this.dialect.strictGroupNames);
    const group = this.groupNamed(name);
    if (this.isOpen(group)) throw source.error("cannot refer to an open group", lengthOf(name) + 1);
    this.checkLookbehindReference(group);
    return { kind: "reference", group };
  }

  private groupNamed(name: string): number {
    const group = this.names.get(name);
    if (group === undefined) throw this.source.error(`unknown group name ${quoted(name)}`, lengthOf(name) + 1);
    return group;
  }

  private comment(start: number): null {
    const { source } = this;
    do if (source.next === null) throw source.error("missing ), unterminated comment", source.tell() - start);
    while (source.get() !== ")");
    return null;
  }

  private look(start: number, verbose: boolean, depth: number, kind: string, ahead: boolean): Node {
    const outer = this.lookbehindGroups;
    if (!ahead) this.lookbehindGroups ??= this.groups;
    const body = this.alternatives(verbose, depth + 1);
    this.lookbehindGroups = outer;
    this.close(start);
    return { kind: "look", ahead, negated: kind === "!", body };
  }

  private conditional(start: number, verbose: boolean, depth: number): Node {
    const { source } = this;
    const name = source.getUntil(")", "group name");
    const group = isIdentifier(name) ? this.conditionByName(name) : this.conditionByNumber(name);
    this.checkLookbehindReference(group);
    const yes = this.sequence(verbose, depth + 1, false);
    let no: Node[] | null = null;
    if (source.match("|")) {
      no = this.sequence(verbose, depth + 1, false);
      if (source.next === "|") throw source.error("conditional backref with more than two branches");
    }
    this.close(start);
    return { kind: "conditional", group, yes, no };
  }

  private conditionByName(name: string): number {
    this.source.checkGroupName(name, 1, this.dialect.strictGroupNames);
    return this.groupNamed(name);
  }

  private conditionByNumber(text: string): number {
    const { source, dialect } = this;
    const isNumber = dialect.strictGroupNames ? /^[0-9]+$/.test(text) : [...text.trim().replace(/^\+/, "")].every(isDecimal) && text.trim() !== "";
    if (!isNumber) throw source.error(`bad character in group name ${quoted(text)}`, lengthOf(text) + 1);
    const group = Number(text);
    if (group === 0) throw source.error("bad group number", lengthOf(text) + 1);
    if (group >= MAX_GROUPS) throw source.error(`invalid group reference ${group}`, lengthOf(text) + 1);
    if (!this.forwardReferences.has(group)) this.forwardReferences.set(group, source.tell() - lengthOf(text) - 1);
    return group;
  }

  private flagOf(letter: string): number | undefined {
    return letter === "t" && this.dialect.templateFlag ? TEMPLATE : FLAGS.get(letter);
  }

  /** Flags for a group, `(?i-m:…)`; null for global ones, `(?i)`, which are set. */
  private inlineFlags(first: string): { add: number; remove: number } | null {
    const { source } = this;
    const add = first === "-" ? { flags: 0, end: "-" } : this.flagsToAdd(first);
    if (add.end === ")") {
      this.flags |= add.flags;
      return null;
    }
    if (add.flags & GLOBAL_FLAGS) throw source.error("bad inline flags: cannot turn on global flag", 1);
    const remove = add.end === "-" ? this.flagsToRemove() : 0;
    if (remove & GLOBAL_FLAGS) throw source.error("bad inline flags: cannot turn off global flag", 1);
    if (add.flags & remove) throw source.error("bad inline flags: flag turned on and off", 1);
    return { add: add.flags, remove };
  }

  private flagsToAdd(first: string): { flags: number; end: string } {
    const { source } = this;
    let flags = 0;
    for (let letter = first; ; ) {
      const flag = this.flagOf(letter) as number;
      if (source.isText && letter === "L") throw source.error("bad inline flags: cannot use 'L' flag with a str pattern");
      if (!source.isText && letter === "u") throw source.error("bad inline flags: cannot use 'u' flag with a bytes pattern");
      flags |= flag;
      if (flag & TYPE_FLAGS && (flags & TYPE_FLAGS) !== flag) throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
      letter = this.flagAfter("missing -, : or )", ")-:");
      if (this.flagOf(letter) === undefined) return { flags, end: letter };
    }
  }

  private flagsToRemove(): number {
    const { source } = this;
    let flags = 0;
    for (let letter = this.flagAfter("missing flag", ""); letter !== ":"; ) {
      const flag = this.flagOf(letter) as number;
      if (flag & TYPE_FLAGS) throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      flags |= flag;
      letter = this.flagAfter("missing :", ":");
    }
    return flags;
  }

  /** The next letter of inline flags, or one of the characters that may follow them. */
  private flagAfter(missing: string, ends: string): string {
    const { source } = this;
    const token = source.get();
    if (token === null) throw source.error(missing);
    if (ends.includes(token) || this.flagOf(token) !== undefined) return token;
    throw source.error(/^\p{L}/u.test(token) ? "unknown flag" : missing, lengthOf(token));
  }
}
