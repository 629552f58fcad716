// A picture of the page as a file that stands by itself: what the page's style sheet says of its shapes is written on them.

/** What a shape's look is made of. */
const PROPERTIES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor"] as const;
const NAMESPACE = "http://www.w3.org/2000/svg";

/** Families of fonts that other machines have too. */
const familyOf = (family: string): string => (/mono/i.test(family) ? "JetBrains Mono, ui-monospace, Menlo, Consolas, monospace" : "Inter, system-ui, sans-serif");

function dress(shown: Element, copy: Element): void {
  const look = getComputedStyle(shown);
  for (const property of PROPERTIES) {
    const value = look.getPropertyValue(property);
    if (value !== "") copy.setAttribute(property, property === "font-family" ? familyOf(value) : value);
  }
  copy.removeAttribute("class");
  const children = [...shown.children];
  [...copy.children].forEach((child, index) => {
    const original = children[index];
    if (original !== undefined) dress(original, child);
  });
}

const MARGIN = 16;

/** The picture's own size, without how large the page shows it, and without the room that other steps need below. */
export function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const { y, width, height } = svg.viewBox.baseVal;
  const drawn = svg.getBBox();
  return { width, height: Math.ceil(Math.min(height, drawn.y + drawn.height + MARGIN - y)) };
}

/** A copy of a picture in the document that needs no style sheet, on the ground that it stands on. */
export function standalone(svg: SVGSVGElement): SVGSVGElement {
  // What comes into sight or flashes is there in full.
  for (const animation of svg.getAnimations({ subtree: true })) animation.finish();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  dress(svg, copy);
  const { width, height } = sizeOf(svg);
  const { x, y } = svg.viewBox.baseVal;
  copy.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.removeAttribute("aria-hidden");
  copy.removeAttribute("style");
  const ground = document.createElementNS(NAMESPACE, "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: groundOf(svg) })) ground.setAttribute(name, value);
  copy.prepend(ground);
  return copy;
}

/** The first ground behind the picture that is not see-through. */
export function groundOf(shown: Element): string {
  for (let element: Element | null = shown; element !== null; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element);
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
  }
  return "#ffffff";
}

/** The colour of text there. */
export const inkOf = (shown: Element): string => getComputedStyle(shown).color;

export const textOf = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg);

/** The picture as a bitmap, twice as fine as it is shown. Null when the browser cannot draw it. */
export async function pngOf(text: string, { width, height }: { readonly width: number; readonly height: number }): Promise<Blob | null> {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
