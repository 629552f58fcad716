import type { DiffLine } from "../../lib/studio/diff.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

const SIGNS = { same: " ", removed: "−", added: "+" } as const;
const WORDS = { same: "", removed: "removed: ", added: "added: " } as const;
const LOOKS = { same: "text-ink-2", removed: "bg-sunken text-again", added: "bg-held-soft text-ink" } as const;
const AROUND = 3;

interface Shown {
  readonly key: string;
  readonly line: DiffLine | null;
}

/** The changed lines with a few around them; a longer stretch without change is one gap (null). */
function shownLines(lines: readonly DiffLine[]): Shown[] {
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => line.kind !== "same"));
  return lines.flatMap((line, at): Shown[] => {
    if (near[at]) return [{ key: `line ${at}`, line }];
    return near[at - 1] === false ? [] : [{ key: `gap ${at}`, line: null }];
  });
}

/** Two texts compared line by line; signs and words say what colours say. */
export function DiffView({ lines, label }: { readonly lines: readonly DiffLine[]; readonly label: string }) {
  if (lines.every((line) => line.kind === "same")) return <p className="text-ink-2">The two texts are the same.</p>;
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-surface">
      <figcaption className="border-b border-line px-4 py-2 text-[0.8rem] text-ink-2">{label}</figcaption>
      <ScrollBox translate="no" className="max-h-[70vh] overflow-auto py-2 font-mono text-[0.8125rem] leading-[1.7]">
        {shownLines(lines).map(({ key, line }) =>
          line === null ? (
            <div key={key} className="px-4 text-ink-2">…</div>
          ) : (
            <div key={key} className={`whitespace-pre-wrap px-4 [overflow-wrap:anywhere] ${LOOKS[line.kind]}`}>
              <span aria-hidden="true" className="mr-3 select-none">{SIGNS[line.kind]}</span>
              <span className="sr-only">{WORDS[line.kind]}</span>
              {line.text}
            </div>
          ),
        )}
      </ScrollBox>
    </figure>
  );
}
