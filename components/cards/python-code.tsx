import { sequence } from "../ui/sequence.ts";
import { highlight, highlightSession, type Token } from "./highlight.ts";

const tokenOf = ({ kind, text }: Token) => (kind === "plain" ? text : <span className={`tok-${kind}`}>{text}</span>);

interface CodeProps {
  readonly text: string;
  /** `plain` for what is not Python: output, claims about the model. */
  readonly plain?: boolean;
  /** A short line above the code. */
  readonly caption?: string | undefined;
}

/** A box of code that scrolls by itself, also with the keyboard. */
export function Code({ text, plain = false, caption }: CodeProps) {
  const tokens = plain ? [text] : (/^\s*>>>( |$)/.test(text) ? highlightSession(text) : highlight(text)).map(tokenOf);
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-surface">
      {caption !== undefined && <figcaption className="border-b border-line px-4 py-2 text-[0.8rem] text-ink-2">{caption}</figcaption>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached with the keyboard */}
      <pre tabIndex={0} translate="no" className={`overflow-x-auto px-4 py-3 font-mono text-[0.875rem] leading-[1.7] focus-visible:-outline-offset-2 ${plain ? "bg-sunken text-ink-2" : ""}`}>
        <code>{sequence(tokens)}</code>
      </pre>
    </figure>
  );
}
