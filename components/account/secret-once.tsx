"use client";
import { useId, useState } from "react";
import { inputLook } from "../ui/field.tsx";

/** A secret that is shown this once, ready to be copied. */
export function SecretOnce({ label, secret }: { readonly label: string; readonly secret: string }) {
  const id = useId();
  const [copied, setCopied] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied("Copied.");
    } catch {
      setCopied("The browser did not allow it: select the text and copy it yourself.");
    }
  };
  return (
    <div className="grid gap-1.5">
      <p id={id} className="font-semibold">{label}: copy it now, it is not shown again</p>
      <div className="flex gap-2">
        <input className={`${inputLook} font-mono text-sm`} readOnly value={secret} aria-labelledby={id} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" className="prose-link min-h-12 px-2" onClick={() => void copy()}>Copy</button>
      </div>
      <p role="status" className="text-sm text-ink-2">{copied}</p>
    </div>
  );
}
