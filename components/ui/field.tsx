import type { ComponentProps } from "react";

export const inputLook = "w-full min-h-12 rounded-lg border border-edge bg-surface px-3.5 text-ink placeholder:text-ink-3 aria-invalid:border-again";

interface FieldProps extends ComponentProps<"input"> {
  readonly label: string;
  readonly name: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was typed; tied to the field. */
  readonly problem?: string | undefined;
}

/** A labelled input with its hint and its problem. */
export function Field({ label, name, hint, problem, id = name, ...rest }: FieldProps) {
  const notes = [hint === undefined ? null : `${id}-hint`, problem === undefined ? null : `${id}-problem`].filter((note) => note !== null);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">{label}</label>
      <input id={id} name={name} className={inputLook} aria-invalid={problem === undefined ? undefined : true} aria-describedby={notes.join(" ") || undefined} {...rest} />
      {hint !== undefined && <p id={`${id}-hint`} className="text-sm text-ink-2">{hint}</p>}
      {problem !== undefined && <p id={`${id}-problem`} className="text-sm font-medium text-again">{problem}</p>}
    </div>
  );
}

interface SelectProps extends ComponentProps<"select"> {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** A labelled choice from a list. */
export function Select({ label, name, hint, problem, id = name, children, ...rest }: SelectProps) {
  const notes = [hint === undefined ? null : `${id}-hint`, problem === undefined ? null : `${id}-problem`].filter((note) => note !== null);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">{label}</label>
      <select id={id} name={name} className={inputLook} aria-invalid={problem === undefined ? undefined : true} aria-describedby={notes.join(" ") || undefined} {...rest}>{children}</select>
      {hint !== undefined && <p id={`${id}-hint`} className="text-sm text-ink-2">{hint}</p>}
      {problem !== undefined && <p id={`${id}-problem`} className="text-sm font-medium text-again">{problem}</p>}
    </div>
  );
}
