import { isIdentifier } from "../../types/characters.ts";
import { PatternError } from "./tree.ts";

/** A pattern read token by token: a character, or a backslash with the character after it (Tokenizer in Lib/re/_parser.py). */
export class PatternSource {
  /** Characters, one code point each; bytes are characters up to U+00FF. */
  readonly characters: readonly string[];
  readonly isText: boolean;
  /** The token ahead, null at the end. */
  next: string | null = null;
  private index = 0;
  private readonly charge: (units: number) => void;

  constructor(characters: readonly string[], isText: boolean, charge: (units: number) => void) {
    this.characters = characters;
    this.isText = isText;
    this.charge = charge;
    this.advance();
  }

  private advance(): void {
    this.charge(1);
    const character = this.characters[this.index];
    if (character === undefined) {
      this.next = null;
      return;
    }
    this.index++;
    this.next = character;
    if (character !== "\\") return;
    const escaped = this.characters[this.index];
    if (escaped === undefined) throw new PatternError("bad escape (end of pattern)", this.characters.length - 1);
    this.index++;
    this.next = character + escaped;
  }

  /** Takes the token ahead. */
  get(): string | null {
    const token = this.next;
    this.advance();
    return token;
  }

  /** Takes the token ahead if it is this one. */
  match(token: string): boolean {
    if (this.next !== token) return false;
    this.advance();
    return true;
  }

  /** Up to `count` tokens of a kind. */
  getWhile(count: number, kind: RegExp): string {
    let taken = "";
    for (let i = 0; i < count && this.next !== null && kind.test(this.next); i++) taken += this.get();
    return taken;
  }

  /** What stands before the terminator, which is taken too. */
  getUntil(terminator: string, what: string): string {
    let taken = "";
    for (;;) {
      const token = this.get();
      if (token === null) throw taken === "" ? this.error(`missing ${what}`) : this.error(`missing ${terminator}, unterminated name`, lengthOf(taken));
      if (token === terminator) {
        if (taken === "") throw this.error(`missing ${what}`, 1);
        return taken;
      }
      taken += token;
    }
  }

  /** Position of the token ahead. */
  tell(): number {
    return this.index - lengthOf(this.next ?? "");
  }

  seek(position: number): void {
    this.index = position;
    this.advance();
  }

  /** An error at so many characters before the token ahead. */
  error(message: string, before = 0): PatternError {
    const text = this.isText ? message : message.replace(/[\x80-\uffff]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`);
    return new PatternError(text, this.tell() - before);
  }

  /** Refuses a group name that is no identifier. `behind` is what stands between the name and the token ahead. */
  checkGroupName(name: string, behind: number, strict: boolean): void {
    const shown = this.isText ? quoted(name) : quoted(name).replace(/[\x80-\uffff]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`);
    if (!isIdentifier(name) || (strict && !this.isText && !/^[\x00-\x7f]*$/.test(name))) throw this.error(`bad character in group name ${shown}`, lengthOf(name) + behind);
  }
}

export function lengthOf(text: string): number {
  return [...text].length;
}

/** The repr of a name in an error text. */
export function quoted(name: string): string {
  const mark = name.includes("'") && !name.includes('"') ? '"' : "'";
  const body = name.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\r/g, "\\r");
  return mark + (mark === "'" ? body.replace(/'/g, "\\'") : body) + mark;
}
