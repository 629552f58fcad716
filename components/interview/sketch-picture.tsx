import { numbered, referencesOf, type Sketch } from "../../lib/interview/sketch/sketch.ts";

const ROW = 44;
const BOX_HEIGHT = 30;
const WIDTH = 360;
const NAME_WIDTH = 84;
const OBJECTS_AT = 150;
const OBJECT_WIDTH = 168;
/** Letters that fit into a box. */
const NAME_LETTERS = 9;
const HELD_LETTERS = 18;

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
const middle = (place: number): number => place * ROW + ROW / 2;

/** A sketch drawn: names on the left, objects on the right, an arrow for each reference. What it shows stands in text beside it. */
export function SketchPicture({ sketch: { names, objects } }: { readonly sketch: Sketch }) {
  const rows = Math.max(names.length, objects.length, 1);
  const arrows = names.flatMap(({ object }, place) => (object === null || object === 0 || object > objects.length ? [] : [{ from: place, to: object - 1 }]));
  const between = objects.flatMap((held, from) => [...new Set(referencesOf(held))].filter((to) => to >= 1 && to <= objects.length).map((to) => ({ from, to: to - 1 })));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${rows * ROW}`} className="w-full max-w-md self-start" aria-hidden="true">
      <defs>
        <marker id="sketch-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" className="fill-ink-2" /></marker>
      </defs>
      {names.map(({ name, object }, place) => (
        <g key={name} className={object === 0 ? "opacity-50" : ""}>
          <rect x={1} y={middle(place) - BOX_HEIGHT / 2} width={NAME_WIDTH} height={BOX_HEIGHT} rx={6} className="fill-sunken stroke-edge" />
          <text x={10} y={middle(place) + 4.5} className="fill-ink font-mono text-[13px]">{cut(name, NAME_LETTERS)}</text>
        </g>
      ))}
      {numbered(objects).map(({ number, held }) => (
        <g key={number}>
          <rect x={OBJECTS_AT} y={middle(number - 1) - BOX_HEIGHT / 2} width={OBJECT_WIDTH} height={BOX_HEIGHT} rx={6} className="fill-surface stroke-edge" />
          <text x={OBJECTS_AT + 8} y={middle(number - 1) + 4.5} className="fill-ink font-mono text-[13px]"><tspan className="fill-ink-2">#{number}</tspan> {cut(held, HELD_LETTERS - 3)}</text>
        </g>
      ))}
      {arrows.map(({ from, to }) => <path key={`${from}-${to}`} d={`M${NAME_WIDTH + 1} ${middle(from)}C${NAME_WIDTH + 32} ${middle(from)} ${OBJECTS_AT - 32} ${middle(to)} ${OBJECTS_AT - 1} ${middle(to)}`} className="fill-none stroke-ink-2 [stroke-width:1.5]" markerEnd="url(#sketch-head)" />)}
      {between.map(({ from, to }) => {
        const right = OBJECTS_AT + OBJECT_WIDTH + 1;
        const [start, end] = from === to ? [middle(from) - 7, middle(to) + 7] : [middle(from), middle(to) + (from < to ? -6 : 6)];
        return <path key={`${from}-${to}`} d={`M${right} ${start}C${right + 34} ${start} ${right + 34} ${end} ${right + 1} ${end}`} className="fill-none stroke-ink-2 [stroke-width:1.5]" markerEnd="url(#sketch-head)" />;
      })}
    </svg>
  );
}
