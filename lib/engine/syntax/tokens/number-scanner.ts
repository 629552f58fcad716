import { isDigit, isNamePart, Scanner } from "./scanner.ts";

/** What may follow a number without a space, for now with a warning (Parser/tokenizer.c, verify_end_of_number). */
const WORDS_AFTER_NUMBERS = /(?:and|else|for|i[fns]|or|not)/y;

const RADIXES = new Map([
  ["x", { name: "hexadecimal", digit: /[0-9a-fA-F]/ }],
  ["o", { name: "octal", digit: /[0-7]/ }],
  ["b", { name: "binary", digit: /[01]/ }],
]);

/** Numeric literals: Doc/reference/lexical_analysis.rst, "Numeric literals". */
export abstract class NumberScanner extends Scanner {
  /** Reads the number at `at`, which is a digit, or a point before a digit. */
  number(): void {
    const start = this.at;
    const radix = this.peek() === 48 ? RADIXES.get((this.text[this.at + 1] ?? "").toLowerCase()) : undefined;
    if (radix) {
      this.at += 2;
      this.radixDigits(radix.name, radix.digit);
    } else this.decimal(start);
    this.push("NUMBER", start, this.at);
  }

  private radixDigits(name: string, digit: RegExp): void {
    do {
      if (this.text[this.at] === "_") this.at++;
      if (!digit.test(this.text[this.at] ?? "")) this.badRadixDigit(name);
      while (digit.test(this.text[this.at] ?? "")) this.at++;
    } while (this.text[this.at] === "_");
    if (isDigit(this.peek())) this.badRadixDigit(name);
    this.endOfNumber(name);
  }

  private badRadixDigit(name: string): never {
    if (!isDigit(this.peek())) this.fail("invalidNumber", name);
    this.at++;
    this.fail("invalidDigit", this.text[this.at - 1] ?? "", name);
  }

  private decimal(start: number): void {
    const leadingZero = this.peek() === 48;
    let zerosEnd = -1;
    if (this.peek() !== 46) {
      if (leadingZero) zerosEnd = this.zeros();
      if (isDigit(this.peek())) this.digits();
      else zerosEnd = -1;
    }
    let plain = true;
    if (this.peek() === 46) {
      plain = false;
      this.at++;
      if (isDigit(this.peek())) this.digits();
    }
    const mark = this.peek() | 32;
    if (mark === 101 && this.exponent()) plain = false;
    else if (mark === 101) return;
    if ((this.peek() | 32) === 106) {
      this.at++;
      this.endOfNumber("imaginary");
      return;
    }
    if (plain && leadingZero && zerosEnd >= 0) this.leadingZeros(start, zerosEnd);
    this.endOfNumber("decimal");
  }

  /** Reads `0`, `00`, `0_0`; gives the index behind the character after the zeros, where CPython's caret ends. */
  private zeros(): number {
    for (;;) {
      if (this.text[this.at] === "_") {
        this.at++;
        if (!isDigit(this.peek())) this.fail("invalidNumber", "decimal");
      }
      if (this.peek() !== 48) return this.at + 1;
      this.at++;
    }
  }

  private digits(): void {
    for (;;) {
      while (isDigit(this.peek())) this.at++;
      if (this.text[this.at] !== "_") return;
      this.at++;
      if (!isDigit(this.peek())) this.fail("invalidNumber", "decimal");
    }
  }

  /** Reads an exponent; false if the `e` begins a word instead, as in `1else`. */
  private exponent(): boolean {
    const sign = this.peek(1) === 43 || this.peek(1) === 45 ? 1 : 0;
    if (!isDigit(this.peek(1 + sign))) {
      if (sign === 1) {
        this.at += 2;
        this.fail("invalidNumber", "decimal");
      }
      this.endOfNumber("decimal");
      return false;
    }
    this.at += 1 + sign;
    this.digits();
    return true;
  }

  private leadingZeros(start: number, zerosEnd: number): never {
    const col = this.source.bytes(this.lineStart, start);
    const endCol = this.source.bytes(this.lineStart, zerosEnd) - 1;
    throw this.stop(this.source.error("SyntaxError", this.message("leadingZeros", []), this.line, col, this.line, endCol), true, false);
  }

  private endOfNumber(kind: string): void {
    const code = this.peek();
    if (!isNamePart(code) || (code >= 128 && this.message("rule.anyLetterAfterNumber", []) !== "refused")) return;
    WORDS_AFTER_NUMBERS.lastIndex = this.at;
    const word = WORDS_AFTER_NUMBERS.exec(this.text)?.[0];
    // CPython checks a whole word, but for `if`, `in` and `is` only the two letters.
    if (word !== undefined && (word.length === 2 && word[0] === "i" || !isNamePart(this.peek(word.length)))) return;
    this.fail("invalidNumber", kind);
  }
}
