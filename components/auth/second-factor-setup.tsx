"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { beginSecondFactor, confirmSecondFactor } from "../../lib/auth/second-factor/actions.ts";
import type { QrDrawing } from "../../lib/auth/second-factor/qr.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { useRequest } from "./use-request.ts";

interface Begun {
  readonly secret: string;
  readonly qr: QrDrawing;
}

interface SetupProps {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** Two steps: make a secret (asking for the password), then confirm it with a first code of the app. */
export function SecondFactorSetup({ email, hasPassword, onCodes }: SetupProps) {
  const [begun, setBegun] = useState<Begun | null>(null);
  return begun === null ? <Begin email={email} hasPassword={hasPassword} onBegun={setBegun} /> : <Confirm begun={begun} onCodes={onCodes} onCancel={() => setBegun(null)} />;
}

function Begin({ email, hasPassword, onBegun }: Pick<SetupProps, "email" | "hasPassword"> & { readonly onBegun: (begun: Begun) => void }) {
  const { busy, problem, problems, send } = useRequest();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void send(async () => {
      const result = await beginSecondFactor(null, form);
      if (result.status !== "begun") return result;
      onBegun(result);
      return null;
    });
  };
  return (
    <form method="post" className="grid max-w-md gap-5" onSubmit={submit}>
      {hasPassword && (
        <>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <Field label="Your password" id="factor-password" name="password" type="password" autoComplete="current-password" required maxLength={512} problem={problems.password} />
        </>
      )}
      <Notice tone="problem">{problem}</Notice>
      <Button type="submit" className="justify-self-start" aria-disabled={busy}>Set up a second factor</Button>
    </form>
  );
}

function Confirm({ begun: { secret, qr }, onCodes, onCancel }: Pick<SetupProps, "onCodes"> & { readonly begun: Begun; readonly onCancel: () => void }) {
  const { busy, problem, problems, send } = useRequest();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void send(async () => {
      const result = await confirmSecondFactor(null, form);
      if (result.status !== "codes") return result;
      onCodes(result.codes);
      return null;
    });
  };
  return (
    <form method="post" className="grid max-w-md gap-5" onSubmit={submit}>
      <div className="grid gap-2">
        <h3 ref={heading} tabIndex={-1} className="text-lg">Add Heapwise to your authenticator app</h3>
        <p>Scan this picture with the app, or type the key into it. Any app for one-time codes will do.</p>
      </div>
      {/* Dark on light in both themes: many cameras read no other. */}
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label="QR code of the key below" className="w-56 max-w-full rounded-lg border border-line" shapeRendering="crispEdges">
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p>Key: <code className="font-mono" data-key>{secret.match(/.{1,4}/g)?.join(" ")}</code></p>
      <Field label="Code from the app" id="factor-code" name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={12} hint="Six digits. It is switched on once this code is right." problem={problems.code} />
      <Notice tone="problem">{problem}</Notice>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" aria-disabled={busy}>Switch it on</Button>
        <Button look="quiet" onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
