import type { ReactNode } from "react";

interface TitledSectionProps {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under a hairline, with its heading and a sentence on what it is for. */
export function TitledSection({ id, title, note, children }: TitledSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid gap-5 border-t border-line pt-7">
      <div className="grid gap-1">
        <h2 id={`${id}-title`} className="text-xl">{title}</h2>
        {note !== undefined && <p className="max-w-prose text-ink-2">{note}</p>}
      </div>
      {children}
    </section>
  );
}
