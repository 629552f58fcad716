interface Bar {
  readonly label: string;
  readonly value: number;
  /** What a pointer that rests on it is told. */
  readonly title: string;
}

interface BarsProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** What the top of the chart is called. */
  readonly top: (value: number) => string;
  /** A line across, such as a limit, with its name. */
  readonly line?: { readonly value: number; readonly name: string };
}

const HEIGHT = 100;

/** Bars from zero. Drawn to any width; the words stand beside the drawing so that they keep their size. */
export function Bars({ label, bars, top, line }: BarsProps) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const most = line !== undefined && line.value <= highest * 1.5 ? Math.max(highest, line.value) : highest;
  const shownLine = line !== undefined && line.value <= most ? line : undefined;
  const y = (value: number): number => HEIGHT - (value / most) * HEIGHT;
  return (
    <div className="grid gap-1">
      <p className="flex justify-between gap-4 text-sm text-ink-2 tabular-nums" aria-hidden="true"><span>{top(most)}</span>{shownLine !== undefined && <span>dashed: {shownLine.name}</span>}</p>
      <svg role="img" aria-label={label} viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none" className="h-36 w-full border-b border-edge">
        <path d={`M0 0.5H${bars.length}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
        {bars.map(({ label: name, value, title }, i) => (
          <rect key={name} x={i + 0.12} width={0.76} y={y(value)} height={HEIGHT - y(value)} className="fill-accent"><title>{title}</title></rect>
        ))}
        {shownLine !== undefined && <path d={`M0 ${y(shownLine.value)}H${bars.length}`} className="stroke-hard" strokeWidth="1.5" strokeDasharray="6 4" vectorEffect="non-scaling-stroke" />}
      </svg>
      <p className="flex justify-between text-sm text-ink-2" aria-hidden="true"><span>{bars[0]?.label}</span><span>{bars[Math.floor(bars.length / 2)]?.label}</span><span>{bars.at(-1)?.label}</span></p>
    </div>
  );
}
