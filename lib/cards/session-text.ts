import { error } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** One statement typed at the prompt and what it must print, as in doctest. */
export interface Example {
  readonly source: string;
  /** Empty: it prints nothing. Ends without a line feed. */
  readonly want: string;
  /** Line of the prompt in the file. */
  readonly line: number;
}

/** Whether a block of Python is a session: its first line that is not empty begins with a prompt. */
export function isSession(text: string): boolean {
  return /^\s*>>>( |$)/m.test(text) && text.trimStart().startsWith(">>>");
}

interface Draft {
  source: string[];
  want: string[];
  line: number;
  /** An empty line has ended the expected output. */
  closed: boolean;
}

/**
 * Reads a session: `>>> ` begins a statement, `... ` continues it, the lines below are its output up to an empty line or
 * the next prompt; `<BLANKLINE>` stands for an empty line of output. `firstLine` is the file's line of the text's first
 * line.
 */
export function parseSession(text: string, firstLine: number): { readonly examples: readonly Example[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const drafts: Draft[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const at = firstLine + index;
    const current = drafts.at(-1);
    const prompt = /^(>>>|\.\.\.)( (.*))?$/s.exec(line);
    if (/^(>>>|\.\.\.)\S/.test(line) && !line.startsWith("....")) {
      problems.push({ ...error("session-prompt", "put a blank after the prompt", { line: at, column: 4 }), fix: "blank-after-prompt" });
    } else if (prompt !== null && prompt[1] === ">>>") {
      drafts.push({ source: [prompt[3] ?? ""], want: [], line: at, closed: false });
    } else if (prompt !== null && current !== undefined && current.want.length === 0 && !current.closed) {
      current.source.push(prompt[3] ?? "");
    } else if (line.trim() === "") {
      if (current !== undefined) current.closed = true;
    } else if (current === undefined || current.closed) {
      problems.push(error("session-text", "this line follows no statement: output stands directly under its prompt", { line: at, column: 1 }));
    } else {
      current.want.push(line.trimEnd() === "<BLANKLINE>" ? "" : line);
    }
  }
  const examples = drafts.map((draft) => ({ source: draft.source.join("\n"), want: draft.want.join("\n"), line: draft.line }));
  for (const example of examples.filter((one) => one.source.trim() === "")) {
    problems.push(error("session-empty", "the prompt has no statement", { line: example.line, column: 1 }));
  }
  return { examples, problems };
}
