import type { Arrow } from "../../lib/lab/drawing/drawing.ts";

/** A full head counts; an open one is a weak reference, which does not. */
function Head({ x, y, towards, weak }: Arrow["head"] & { readonly weak: boolean }) {
  const back = x - 8 * towards;
  return weak ? <path d={`M${back} ${y - 4.5}L${x - towards} ${y}L${back} ${y + 4.5}`} className="lab-head-open" /> : <path d={`M${x} ${y}L${back} ${y - 4.5}L${back} ${y + 4.5}Z`} className="lab-head" />;
}

/** References. Those to what is selected stand out, each for itself; the others step back. */
export function Arrows({ arrows, selected }: { readonly arrows: readonly Arrow[]; readonly selected: number | null }) {
  return arrows.map((arrow) => {
    const { key, from, to, weak, awaits, changed } = arrow;
    const { path, head } = (to === selected ? arrow.apart : null) ?? arrow;
    const looks = ["lab-arrow", changed ? "lab-changed" : "", weak ? "lab-weak" : "", awaits ? "lab-awaits" : "", selected === null ? "" : to === selected ? "lab-lit" : "lab-dim"];
    return (
      <g key={key} className={looks.filter((look) => look !== "").join(" ")}>
        <path d={path} />
        <circle cx={from.x} cy={from.y} r="3.5" className="lab-tail" />
        <Head {...head} weak={weak} />
      </g>
    );
  });
}
