"use client";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown } from "@codemirror/lang-markdown";
import { pythonLanguage } from "@codemirror/lang-python";
import { yamlFrontmatter } from "@codemirror/lang-yaml";
import { syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { FIX_WORDS, type Repair } from "../../lib/cards/fix.ts";
import type { Problem } from "../../lib/cards/problem.ts";
import { editorColours, editorLook, editorNonce } from "../ui/editor-look.ts";

/** What the desk may do with the editor. */
export interface EditorHandle {
  readonly goTo: (line: number, column: number) => void;
  readonly replace: (text: string) => void;
}

interface CodeEditorProps {
  readonly initial: string;
  readonly problems: readonly Problem[];
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
  readonly onFix: (repair: Repair) => void;
  readonly ref?: Ref<EditorHandle>;
}

/** The first word of a fence says what stands in it. */
const languageOf = (info: string) => (/^(python|refutes)\b/.test(info) ? pythonLanguage : null);

/** Where a problem stands in the text; the text may be newer than the problem. */
function placed(doc: Text, { severity, message, line, column, fix }: Problem, onFix: (repair: Repair) => void): Diagnostic {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(found.from + Math.max(column - 1, 0), found.to);
  const actions = fix === undefined ? [] : [{ name: FIX_WORDS[fix], apply: () => onFix({ fix, line, column }) }];
  return { from, to: Math.max(from, found.to), severity, message, actions };
}

function extensions(onChange: (text: string) => void, onSave: () => void): Extension[] {
  return [
    editorNonce(),
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    yamlFrontmatter({ content: markdown({ codeLanguages: languageOf }) }),
    syntaxHighlighting(editorColours),
    editorLook,
    // No key for Tab: it leaves the editor, as everywhere else on a page.
    keymap.of([{ key: "Mod-s", preventDefault: true, run: () => (onSave(), true) }, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({ "aria-label": "Source of the card", tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off", translate: "no" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
  ];
}

/** The card's text: Markdown with front matter, its problems at their lines. Ctrl+S saves. */
export function CodeEditor({ initial, problems, onChange, onSave, onFix, ref }: CodeEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const start = useRef(initial);
  const handlers = useRef({ onChange, onSave, onFix });
  handlers.current = { onChange, onSave, onFix };
  useEffect(() => {
    if (box.current === null) return;
    const state = EditorState.create({ doc: start.current, extensions: extensions((text) => handlers.current.onChange(text), () => handlers.current.onSave()) });
    const opened = new EditorView({ state, parent: box.current });
    view.current = opened;
    return () => opened.destroy();
  }, []);
  useEffect(() => {
    const { current } = view;
    if (current !== null) current.dispatch(setDiagnostics(current.state, problems.map((problem) => placed(current.state.doc, problem, (repair) => handlers.current.onFix(repair)))));
  }, [problems]);
  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const { current } = view;
      if (current === null) return;
      const { from } = placed(current.state.doc, { severity: "error", rule: "", message: "", line, column }, () => undefined);
      current.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      current.focus();
    },
    replace: (text) => {
      const { current } = view;
      current?.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text } });
    },
  }), []);
  return <div ref={box} className="h-[65vh] min-h-80 overflow-hidden rounded-xl border border-edge lg:h-[calc(100vh-13rem)]" />;
}
