import { encode } from "uqr";

/** A QR code to draw: a square of `size` units, and a path of its dark ones. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** ISO/IEC 18004 asks for four light units around the code. */
const QUIET_ZONE = 4;

/** Draws a text as a QR code. Runs of dark units are one rectangle each, so that no seams show between them. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const path = data.map((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`).join("")).join("");
  return { size, path };
}

/** Start and length of each run of dark units. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
