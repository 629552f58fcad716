/** A docstring without its common indentation, blank lines kept (Python/compile.c `_PyCompile_CleanDoc`). */
export function cleanDocstring(text: string): string {
  const [first = "", ...rest] = expandTabs(text).split("\n");
  const indents = rest.filter((line) => !/^ *$/.test(line)).map((line) => line.length - line.replace(/^ +/, "").length);
  const margin = indents.length === 0 ? 0 : Math.min(...indents);
  const strip = (line: string): string => {
    let n = 0;
    while (n < margin && line[n] === " ") n++;
    return line.slice(n);
  };
  return [first.replace(/^ +/, ""), ...rest.map(strip)].join("\n");
}

/** `str.expandtabs()` with stops every 8 columns. */
function expandTabs(text: string): string {
  let column = 0;
  let result = "";
  for (const ch of text) {
    if (ch === "\t") {
      const width = 8 - (column % 8);
      result += " ".repeat(width);
      column += width;
    } else {
      result += ch;
      column = ch === "\n" || ch === "\r" ? 0 : column + 1;
    }
  }
  return result;
}
