"use client";
import { type ChangeEvent, useEffect, useState } from "react";
import type { Problem } from "../../lib/cards/problem.ts";
import { EVIDENCE, KINDS } from "../../lib/cards/schema.ts";
import { TOPICS } from "../../lib/cards/topics.ts";
import type { FieldValue, FrontFields } from "../../lib/studio/front-fields.ts";
import { inputLook } from "../ui/field.tsx";

/** A field of the form: one line, one of a few, or a list with an item a line. */
type Shape = { readonly name: string; readonly label: string } & ({ readonly as: "line" } | { readonly as: "list"; readonly rows: number } | { readonly as: "choice"; readonly options: readonly (readonly [string, string])[] });

const same = (values: readonly string[]): [string, string][] => values.map((value) => [value, value]);

const FIELDS: readonly Shape[] = [
  { name: "id", label: "Id", as: "line" },
  { name: "title", label: "Title", as: "line" },
  { name: "topic", label: "Topic", as: "choice", options: TOPICS.map(({ id, title }) => [id, title]) },
  { name: "kind", label: "Kind", as: "choice", options: same(KINDS) },
  { name: "level", label: "Level", as: "choice", options: [["1", "1, junior"], ["2", "2"], ["3", "3"], ["4", "4, staff"]] },
  { name: "seconds", label: "Seconds in an interview", as: "line" },
  { name: "versions", label: "Versions", as: "line" },
  { name: "evidence", label: "Evidence", as: "choice", options: same(EVIDENCE) },
  { name: "reviewed_on", label: "Reviewed on", as: "line" },
  { name: "myth", label: "Myth", as: "line" },
  { name: "rubric", label: "What a good answer says", as: "list", rows: 4 },
  { name: "sources", label: "Sources", as: "list", rows: 3 },
  { name: "tags", label: "Tags", as: "list", rows: 2 },
  { name: "claims", label: "Claims", as: "list", rows: 2 },
  { name: "prerequisites", label: "Prerequisites", as: "list", rows: 2 },
  { name: "followups", label: "Follow-ups", as: "list", rows: 2 },
];

const textOf = (value: FieldValue | undefined): string => (value === undefined ? "" : typeof value === "string" ? value : value.join("\n"));
const listOf = (text: string): string[] => text.split("\n").map((item) => item.trim()).filter((item) => item !== "");

interface FieldRowProps {
  readonly shape: Shape;
  readonly value: FieldValue | undefined;
  readonly problem: string | undefined;
  readonly onChange: (name: string, value: FieldValue) => void;
}

/** One field. What is typed stays as typed while the field has the focus; the text's own reading comes back when it is left. */
function FieldRow({ shape, value, problem, onChange }: FieldRowProps) {
  const [typed, setTyped] = useState(textOf(value));
  const [focused, setFocused] = useState(false);
  const read = textOf(value);
  useEffect(() => {
    if (!focused) setTyped(read);
  }, [read, focused]);
  const id = `front-${shape.name}`;
  const change = ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>): void => {
    setTyped(target.value);
    onChange(shape.name, shape.as === "list" ? listOf(target.value) : target.value);
  };
  const common = { id, value: typed, onChange: change, onFocus: () => setFocused(true), onBlur: () => setFocused(false), "aria-invalid": problem === undefined ? undefined : true, "aria-describedby": problem === undefined ? undefined : `${id}-problem` } as const;
  return (
    <div className={`grid content-start gap-1.5 ${shape.as === "list" || shape.name === "title" || shape.name === "myth" ? "sm:col-span-2" : ""}`}>
      <label htmlFor={id} className="font-semibold">{shape.label}{shape.as === "list" && <span className="font-normal text-ink-2">, one a line</span>}</label>
      {shape.as === "line" && <input {...common} className={inputLook} autoComplete="off" spellCheck={shape.name === "title" || shape.name === "myth"} />}
      {shape.as === "list" && <textarea {...common} rows={shape.rows} className={`${inputLook} py-2.5`} />}
      {shape.as === "choice" && (
        <select {...common} className={inputLook}>
          {!shape.options.some(([option]) => option === typed) && <option value={typed}>{typed === "" ? "(nothing)" : typed}</option>}
          {shape.options.map(([option, word]) => <option key={option} value={option}>{word}</option>)}
        </select>
      )}
      {problem !== undefined && <p id={`${id}-problem`} className="text-sm font-medium text-again">{problem}</p>}
    </div>
  );
}

interface FrontFormProps {
  readonly fields: FrontFields;
  readonly problems: readonly Problem[];
  readonly onChange: (name: string, value: FieldValue) => void;
}

/** The front matter as a form; each change is one of the text, and each change of the text is one here. */
export function FrontForm({ fields, problems, onChange }: FrontFormProps) {
  if (fields === null) return <p className="rounded-xl border border-line p-4">The front matter cannot be read as fields. Repair it in the text; the checks say where.</p>;
  const problemOf = (name: string): string | undefined => problems.find(({ severity, rule, message }) => severity === "error" && (rule === `field-${name}` || (rule === "missing-field" && message.includes(`"${name}"`))))?.message;
  return (
    <form aria-label="Front matter" className="grid gap-4 rounded-xl border border-edge bg-surface p-4 sm:grid-cols-2" onSubmit={(event) => event.preventDefault()}>
      {FIELDS.map((shape) => <FieldRow key={shape.name} shape={shape} value={fields.get(shape.name)} problem={problemOf(shape.name)} onChange={onChange} />)}
    </form>
  );
}
