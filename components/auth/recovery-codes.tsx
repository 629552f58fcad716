"use client";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button.tsx";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly email: string;
  readonly onSaved: () => void;
}

/** The recovery codes, this once, to be saved as a file or on paper. */
export function RecoveryCodes({ codes, email, onSaved }: RecoveryCodesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`Heapwise recovery codes for ${email}. Each works once.\n\n${codes.join("\n")}\n`)}`;
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <h3 ref={heading} tabIndex={-1} className="text-lg">The second factor is on. Save your recovery codes</h3>
        <p>Without your phone, each of these signs you in once. They are not shown again.</p>
      </div>
      <ul className="grid max-w-md gap-x-6 gap-y-1 rounded-lg border border-line bg-surface p-4 font-mono sm:grid-cols-2" aria-label="Recovery codes">
        {codes.map((code) => <li key={code}>{code}</li>)}
      </ul>
      <div className="flex flex-wrap gap-3">
        <a className="inline-flex min-h-12 items-center rounded-lg border border-edge bg-surface px-5 text-[0.95rem] font-semibold hover:bg-sunken" href={file} download="heapwise-recovery-codes.txt">Download as a file</a>
        <Button look="quiet" onClick={() => window.print()}>Print</Button>
        <Button onClick={onSaved}>I have saved them</Button>
      </div>
    </div>
  );
}
