import { categoryOf, characterOf, numericEscape, placeOf, plainEscape } from "./escapes.ts";
import { GroupParser } from "./groups.ts";
import { parseSet } from "./sets.ts";
import { PatternSource } from "./source.ts";
import { ASCII, type Dialect, FlagError, LOCALE, type Node, type Parsed, PatternError, TurnsVerbose, UNICODE, UNLIMITED, VERBOSE } from "./tree.ts";
import { checkLookbehinds } from "./width.ts";

const DIGIT = /^[0-9]$/;
const REPEATS = "*+?{";

/** Reads a pattern (Lib/re/_parser.py). `charge` pays for each token. */
export function parsePattern(characters: readonly string[], isText: boolean, flags: number, dialect: Dialect, charge: (units: number) => void): Parsed {
  try {
    return read(characters, isText, flags, dialect, charge);
  } catch (error) {
    if (!(error instanceof TurnsVerbose)) throw error;
    return read(characters, isText, flags | VERBOSE, dialect, charge);
  }
}

function read(characters: readonly string[], isText: boolean, flags: number, dialect: Dialect, charge: (units: number) => void): Parsed {
  const parser = new PatternParser(new PatternSource(characters, isText, charge), flags, dialect);
  const body = parser.alternatives((flags & VERBOSE) !== 0, 0);
  const finalFlags = fixFlags(isText, parser.flags);
  if (parser.source.next !== null) throw parser.source.error("unbalanced parenthesis");
  for (const [group, position] of parser.forwardReferences) if (group >= parser.groups) throw new PatternError(`invalid group reference ${group}`, position);
  checkLookbehinds(body);
  return { body, flags: finalFlags, groups: parser.groups - 1, names: parser.names, warnings: parser.warnings };
}

/** Refuses flags that exclude each other; text is Unicode unless it is said to be ASCII. */
function fixFlags(isText: boolean, flags: number): number {
  if (isText) {
    if (flags & LOCALE) throw new FlagError("cannot use LOCALE flag with a str pattern");
    if (flags & ASCII && flags & UNICODE) throw new FlagError("ASCII and UNICODE flags are incompatible");
    return flags & ASCII ? flags : flags | UNICODE;
  }
  if (flags & UNICODE) throw new FlagError("cannot use UNICODE flag with a bytes pattern");
  if (flags & LOCALE && flags & ASCII) throw new FlagError("ASCII and LOCALE flags are incompatible");
  return flags;
}

export class PatternParser extends GroupParser {
  /** Branches between `|`, up to a closing parenthesis or the end. */
  alternatives(verbose: boolean, depth: number): Node[] {
    if (depth > MAX_DEPTH) throw new FlagError("maximum recursion depth exceeded", "RecursionError");
    const branches: Node[][] = [];
    let isVerbose = verbose;
    do {
      branches.push(this.sequence(isVerbose, depth + 1, depth === 0 && branches.length === 0));
      if (depth === 0) isVerbose = (this.flags & VERBOSE) !== 0 || verbose;
    } while (this.source.match("|"));
    return branches.length === 1 ? branches[0] : [{ kind: "branch", branches }];
  }

  /** Items one after the other. `first`: nothing stands before them, so global flags may. */
  sequence(verbose: boolean, depth: number, first: boolean): Node[] {
    const { source } = this;
    const items: Node[] = [];
    for (;;) {
      const token = source.next;
      if (token === null || token === "|" || token === ")") break;
      source.get();
      if (verbose && (" \t\n\r\v\f".includes(token) || token === "#")) {
        if (token === "#") this.skipLine();
        continue;
      }
      if (REPEATS.includes(token)) this.repeat(token, items);
      else {
        const item = token === "(" ? this.group(verbose, depth, first && items.length === 0) : this.single(token);
        if (item) items.push(item);
      }
    }
    // A group that only groups is its content, once nothing repeats it any more.
    return items.flatMap((item) => (item.kind === "group" && item.group === null && !item.add && !item.remove ? item.body : [item]));
  }

  private skipLine(): void {
    for (let token = this.source.get(); token !== null && token !== "\n"; token = this.source.get());
  }

  private single(token: string): Node {
    if (token[0] === "\\") return this.escape(token);
    if (token === "[") return parseSet(this.source, this.warnings);
    if (token === ".") return { kind: "any" };
    if (token === "^") return { kind: "at", place: "beginning" };
    if (token === "$") return { kind: "at", place: "end" };
    return { kind: "literal", code: token.codePointAt(0) as number };
  }

  private escape(token: string): Node {
    const { source } = this;
    const place = placeOf(token, this.dialect.lowerEnd);
    if (place) return { kind: "at", place };
    const category = categoryOf(token);
    if (category) return { kind: "set", negated: false, items: [category] };
    const code = characterOf(source, token);
    if (code !== null) return { kind: "literal", code };
    const number = numericEscape(source, token);
    if (!number) return { kind: "literal", code: plainEscape(source, token) };
    if ("code" in number) return { kind: "literal", code: number.code };
    const { group, length } = number;
    if (group >= this.groups) throw source.error(`invalid group reference ${group}`, length - 1);
    if (this.isOpen(group)) throw source.error("cannot refer to an open group", length);
    this.checkLookbehindReference(group);
    return { kind: "reference", group };
  }

  /** Counts of `{m,n}`; null when the brace is no count and stands for itself. */
  private counts(): { min: number; max: number } | null {
    const { source } = this;
    if (source.next === "}") return null;
    const start = source.tell();
    const low = source.getWhile(Number.POSITIVE_INFINITY, DIGIT);
    const high = source.match(",") ? source.getWhile(Number.POSITIVE_INFINITY, DIGIT) : low;
    if (!source.match("}")) {
      source.seek(start);
      return null;
    }
    const min = low ? Number(low) : 0;
    const max = high ? Number(high) : UNLIMITED;
    if ((low && min >= UNLIMITED) || (high && max >= UNLIMITED)) throw new FlagError("the repetition number is too large", "OverflowError");
    if (max < min) throw source.error("min repeat greater than max repeat", source.tell() - start);
    return { min, max };
  }

  /** Repeats the last item. */
  private repeat(token: string, items: Node[]): void {
    const { source } = this;
    const here = source.tell();
    const counts = token === "?" ? { min: 0, max: 1 } : token === "*" ? { min: 0, max: UNLIMITED } : token === "+" ? { min: 1, max: UNLIMITED } : this.counts();
    if (!counts) {
      items.push({ kind: "literal", code: 123 });
      return;
    }
    const item = items[items.length - 1] as Node | undefined;
    if (!item || item.kind === "at") throw source.error("nothing to repeat", source.tell() - here + token.length);
    if (item.kind === "repeat") throw source.error("multiple repeat", source.tell() - here + token.length);
    const body = item.kind === "group" && item.group === null && !item.add && !item.remove ? item.body : [item];
    const mode = source.match("?") ? "lazy" : this.dialect.possessive && source.match("+") ? "possessive" : "greedy";
    items[items.length - 1] = { kind: "repeat", ...counts, mode, body };
  }
}

/** Levels of parentheses; CPython's parser runs into its recursion limit at about as many. */
const MAX_DEPTH = 300;
