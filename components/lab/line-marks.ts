import { type Extension, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, gutter, GutterMarker } from "@codemirror/view";

/** Which lines the editor points at, from 1; null: none. */
export interface LineMarks {
  /** The line that has just run. */
  readonly ran: number | null;
  /** The line that runs next. */
  readonly next: number | null;
}

const setMarks = StateEffect.define<LineMarks>();

/** Says it by the shape: a full triangle has run, a hollow one runs next. */
class Mark extends GutterMarker {
  private readonly kind: "ran" | "next";
  constructor(kind: "ran" | "next") {
    super();
    this.kind = kind;
  }
  override eq(other: Mark): boolean {
    return this.kind === other.kind;
  }
  override toDOM(): Node {
    const mark = document.createElement("span");
    mark.textContent = this.kind === "ran" ? "▶" : "▷";
    mark.title = this.kind === "ran" ? "has just run" : "runs next";
    mark.className = `lab-mark-${this.kind}`;
    return mark;
  }
}

const RAN = new Mark("ran");
const NEXT = new Mark("next");
const nextLine = Decoration.line({ class: "lab-next-line" });

const field = StateField.define<LineMarks>({
  create: () => ({ ran: null, next: null }),
  // After an edit the numbers are another text's.
  update: (value, transaction) => transaction.effects.reduce((marks, effect) => (effect.is(setMarks) ? effect.value : marks), transaction.docChanged ? { ran: null, next: null } : value),
  provide: (own) => EditorView.decorations.from(own, ({ next }) => (view) => {
    if (next === null || next > view.state.doc.lines) return Decoration.none;
    return Decoration.set([nextLine.range(view.state.doc.line(next).from)]);
  }),
});

/** The gutter with the marks. `onLine` hears on which line's mark somebody clicks. */
export function lineMarks(onLine: (line: number) => void): Extension {
  return [
    field,
    gutter({
      class: "lab-marks",
      markers: (view) => {
        const { ran, next } = view.state.field(field);
        const { doc } = view.state;
        const at = [...(ran !== null && ran !== next ? [{ line: ran, mark: RAN }] : []), ...(next !== null ? [{ line: next, mark: NEXT }] : [])];
        return RangeSet.of(at.filter(({ line }) => line <= doc.lines).map(({ line, mark }) => mark.range(doc.line(line).from)), true);
      },
      initialSpacer: () => NEXT,
      domEventHandlers: {
        mousedown: (view, block) => (onLine(view.state.doc.lineAt(block.from).number), true),
      },
    }),
  ];
}

/** Points at other lines, and brings the next one into view. */
export function pointAt(view: EditorView, marks: LineMarks): void {
  const { doc } = view.state;
  const seen = marks.next ?? marks.ran;
  const scroll = seen !== null && seen <= doc.lines ? [EditorView.scrollIntoView(doc.line(seen).from, { y: "nearest", yMargin: 24 })] : [];
  view.dispatch({ effects: [setMarks.of(marks), ...scroll] });
}
