interface OutputTableProps {
  /** `where` says under which conditions; the rows of a card differ in it. */
  readonly rows: readonly { readonly where: string; readonly text: string }[];
}

/** What a program prints, under each condition. */
export function OutputTable({ rows }: OutputTableProps) {
  return (
    <dl className="grid overflow-hidden rounded-xl sm:grid-cols-[max-content_1fr] border border-line bg-sunken text-[0.875rem]">
      {rows.map(({ where, text }) => (
        <div key={where} className="grid gap-x-6 border-b border-line px-4 py-2.5 last:border-0 sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-[0.8rem] leading-[1.7rem] text-ink-2">{where}</dt>
          <dd className="min-w-0">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached with the keyboard */}
            <pre tabIndex={0} translate="no" className="overflow-x-auto font-mono leading-[1.7]">{text}</pre>
          </dd>
        </div>
      ))}
    </dl>
  );
}
