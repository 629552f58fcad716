"use client";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { editorColours, editorLook, editorNonce } from "../ui/editor-look.ts";
import { type LineMarks, lineMarks, pointAt } from "./line-marks.ts";

interface PythonEditorProps {
  readonly label: string;
  readonly source: string;
  readonly marks: LineMarks;
  readonly onChange: (source: string) => void;
  readonly onRun: () => void;
  /** Somebody clicked beside a line: when does it run next? */
  readonly onLine: (line: number) => void;
}

/** Characters that turn the direction of text, beyond those that the package shows by itself. */
const TURNING = /[\u061c\u202a-\u202c\u2068]/gu;

function extensions(label: string, handlers: { readonly current: Pick<PythonEditorProps, "onChange" | "onRun" | "onLine"> }): Extension[] {
  return [
    editorNonce(),
    lineMarks((line) => handlers.current.onLine(line)),
    lineNumbers(),
    history(),
    drawSelection(),
    highlightSpecialChars({ addSpecialChars: TURNING }),
    highlightActiveLine(),
    bracketMatching(),
    indentOnInput(),
    indentUnit.of("    "),
    python(),
    syntaxHighlighting(editorColours),
    editorLook,
    // No key for Tab: it leaves the editor, as everywhere else on a page.
    keymap.of([{ key: "Mod-Enter", preventDefault: true, run: () => (handlers.current.onRun(), true) }, ...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off", translate: "no" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) handlers.current.onChange(update.state.doc.toString());
    }),
  ];
}

/** A program to write, with the lines marked that have just run and run next. Ctrl+Enter runs it. */
export default function PythonEditor({ label, source, marks, onChange, onRun, onLine }: PythonEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const start = useRef({ label, source });
  const handlers = useRef({ onChange, onRun, onLine });
  handlers.current = { onChange, onRun, onLine };
  useEffect(() => {
    if (box.current === null) return;
    const state = EditorState.create({ doc: start.current.source, extensions: extensions(start.current.label, handlers) });
    const opened = new EditorView({ state, parent: box.current });
    view.current = opened;
    return () => opened.destroy();
  }, []);
  // A program that comes from elsewhere: an example, the history, a link.
  useEffect(() => {
    const { current } = view;
    if (current === null || current.state.doc.toString() === source) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: source } });
  }, [source]);
  const { ran, next } = marks;
  useEffect(() => {
    if (view.current !== null) pointAt(view.current, { ran, next });
  }, [ran, next]);
  return <div ref={box} className="lab-editor h-full" />;
}
