/** Where two outputs differ first. Lines count from 1; a missing line is null. */
export interface Difference {
  readonly line: number;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** Lines without blanks at their ends, carriage returns, and empty lines at the end. */
export function outputLines(text: string): string[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n").map((line) => line.trimEnd());
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  return lines;
}

/** The first line in which two outputs differ, or null when they are equal but for blanks at line ends and the last line feeds. */
export function firstDifference(expected: string, actual: string): Difference | null {
  const wanted = outputLines(expected);
  const got = outputLines(actual);
  for (let index = 0; index < Math.max(wanted.length, got.length); index += 1) {
    if (wanted[index] !== got[index]) return { line: index + 1, expected: wanted[index] ?? null, actual: got[index] ?? null };
  }
  return null;
}
