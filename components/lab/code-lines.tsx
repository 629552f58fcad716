import { sequence } from "../ui/sequence.ts";
import { highlight, type Token } from "../cards/highlight.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

interface CodeLinesProps {
  readonly source: string;
  readonly ran: number | null;
  readonly next: number | null;
  /** Somebody chose a line: when does it run next? */
  readonly onLine: (line: number) => void;
}

/** Tokens cut at line ends: a triple-quoted string goes on over several lines. */
export function tokensByLine(source: string): Token[][] {
  const lines: Token[][] = [[]];
  for (const { kind, text } of highlight(source)) {
    text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ kind, text: part });
    });
  }
  return lines;
}

const tokenOf = ({ kind, text }: Token) => (kind === "plain" ? text : <span className={`tok-${kind}`}>{text}</span>);

function markOf(line: number, ran: number | null, next: number | null): readonly [sign: string, words: string] {
  if (line === next) return ["▷", "runs next"];
  return line === ran ? ["▶", "has just run"] : ["", ""];
}

/** A program that is only shown, with the lines marked that have just run and run next. A line's number leads to when it runs. */
export function CodeLines({ source, ran, next, onLine }: CodeLinesProps) {
  const lines = tokensByLine(source.trimEnd());
  return (
    <ScrollBox label="Lines of the program" translate="no" className="max-h-96 overflow-auto py-2 font-mono text-[0.8125rem] leading-6">
      {lines.map((tokens, index) => {
        const line = index + 1;
        const [sign, words] = markOf(line, ran, next);
        return (
          <div key={line} className={`flex min-w-max border-l-[3px] pr-4 ${line === next ? "border-accent bg-accent-soft" : "border-transparent"}`}>
            <span className={`w-6 shrink-0 text-center text-[0.7rem] leading-6 ${line === next ? "text-accent" : "text-ink-3"}`}>{sign}<span className="sr-only"> {words}</span></span>
            <button type="button" onClick={() => onLine(line)} aria-label={`Line ${line}: go to when it runs next`} className="w-8 shrink-0 pr-2 text-right text-ink-3 hover:text-accent hover:underline">{line}</button>
            <code className="whitespace-pre">{sequence(tokens.map(tokenOf))}</code>
          </div>
        );
      })}
    </ScrollBox>
  );
}
