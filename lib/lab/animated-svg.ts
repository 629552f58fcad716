/** A step's picture as text of an `svg` element of its own size, and what it says. */
export interface DrawnStep {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

const CAPTION = 34;
const GAP = 16;
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const caption = ({ caption: text }: DrawnStep, number: number, ink: string): string =>
  `<text x="12" y="22" fill="${ink}" font-family="Inter, system-ui, sans-serif" font-size="14">${number + 1}. ${escaped(text)}</text>`;

const sizeOf = (steps: readonly DrawnStep[]): { width: number; height: number } => ({
  width: Math.max(0, ...steps.map(({ width }) => width)),
  height: Math.max(0, ...steps.map(({ height }) => height)) + CAPTION,
});

interface Ground {
  readonly paper: string;
  readonly ink: string;
}

/** All steps below each other, each with its sentence: to print, or to put into a document. */
export function stripOf(steps: readonly DrawnStep[], { paper, ink }: Ground): string {
  const { width } = sizeOf(steps);
  let top = 0;
  const parts = steps.map((step, index) => {
    const part = `<g transform="translate(0 ${top})">${caption(step, index, ink)}<g transform="translate(0 ${CAPTION})">${step.svg}</g></g>`;
    top += step.height + CAPTION + GAP;
    return part;
  });
  const height = Math.max(0, top - GAP);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${paper}"/>${parts.join("")}</svg>\n`;
}

/**
 * The steps one after another, in a loop, by SMIL and without any script. Who wants less motion sees the last step alone;
 * so does a program that does not animate.
 */
export function animationOf(steps: readonly DrawnStep[], { paper, ink }: Ground, secondsEach = 1.6): string {
  const { width, height } = sizeOf(steps);
  const total = steps.length * secondsEach;
  const parts = steps.map((step, index) => {
    const [from, to] = [index / steps.length, (index + 1) / steps.length];
    const isLast = index === steps.length - 1;
    const times = isLast ? `0;${from};1` : index === 0 ? `0;${to};1` : `0;${from};${to};1`;
    const values = isLast ? "hidden;visible;visible" : index === 0 ? "visible;hidden;hidden" : "hidden;visible;hidden;hidden";
    const moving = steps.length < 2 ? "" : `<animate attributeName="visibility" calcMode="discrete" dur="${total}s" repeatCount="indefinite" keyTimes="${times}" values="${values}"/>`;
    return `<g class="${isLast ? "last" : "step"}" visibility="${isLast ? "visible" : "hidden"}">${moving}${caption(step, index, ink)}<g transform="translate(0 ${CAPTION})">${step.svg}</g></g>`;
  });
  const calm = "<style>@media (prefers-reduced-motion: reduce) { .step { display: none } .last { visibility: visible !important } }</style>";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${calm}<rect width="100%" height="100%" fill="${paper}"/>${parts.join("")}</svg>\n`;
}
