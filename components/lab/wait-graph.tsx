import { SIZE } from "../../lib/lab/drawing/metrics.ts";
import type { WaitEdge, WaitGraph } from "../../lib/lab/drawing/wait-graph.ts";

/** The point of an arrow, turned the way that it goes. */
function Head({ from, to }: Pick<WaitEdge, "from" | "to">) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (turn: number): string => `${Math.round((to.x - 9 * Math.cos(angle + turn)) * 10) / 10} ${Math.round((to.y - 9 * Math.sin(angle + turn)) * 10) / 10}`;
  return <path d={`M${to.x} ${to.y}L${wing(0.5)}L${wing(-0.5)}Z`} className="lab-head" />;
}

/** Who waits for whom, at one step. A circle is drawn thick, and said. The text form of the step says the same. */
export function WaitPicture({ graph: { width, height, nodes, edges, sentence } }: { readonly graph: WaitGraph }) {
  return (
    <figure className="grid gap-2">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="lab-picture block h-auto max-w-full" aria-hidden="true">
        {edges.map((edge) => (
          <g key={edge.key} className={`lab-arrow ${edge.inCircle ? "lab-changed" : ""} ${edge.kind === "holds" ? "lab-holds" : ""}`}>
            <path d={`M${edge.from.x} ${edge.from.y}L${edge.to.x} ${edge.to.y}`} />
            <Head from={edge.from} to={edge.to} />
          </g>
        ))}
        {edges.map(({ key, from, to, label }) => <text key={key} x={from.x + (to.x - from.x) * 0.25} y={from.y + (to.y - from.y) * 0.25 - 5} textAnchor="middle" className="lab-small lab-halo">{label}</text>)}
        {nodes.map(({ key, kind, title, note, inCircle, ...rect }) => (
          <g key={key}>
            <rect {...rect} rx="10" className={`${kind === "thread" ? "lab-frame" : "lab-object"} ${inCircle ? "lab-in-circle" : ""}`} />
            <text x={rect.x + SIZE.side} y={rect.y + 19} className="lab-title"><tspan className="lab-identity">{title}</tspan></text>
            <text x={rect.x + SIZE.side} y={rect.y + 35} className="lab-small">{note}</text>
          </g>
        ))}
      </svg>
      {sentence !== "" && <figcaption className="max-w-prose text-sm font-medium text-again">{sentence}</figcaption>}
    </figure>
  );
}
