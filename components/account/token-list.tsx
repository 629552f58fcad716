"use client";
import { useActionState } from "react";
import { makeToken, revokeToken, type TokenResult } from "../../lib/auth/tokens/actions.ts";
import type { ApiTokenRow } from "../../lib/auth/tokens/data.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { SecretOnce } from "./secret-once.tsx";

const TIMES: readonly (readonly [number, string])[] = [[30, "30 days"], [90, "90 days"], [365, "a year"]];

/** A token with the date of its end, in words made on the server. */
export type ShownToken = Pick<ApiTokenRow, "id" | "name"> & { readonly ends: string; readonly used: string };

function TokenRow({ token }: { readonly token: ShownToken }) {
  const [result, revoke, busy] = useActionState<TokenResult | null, FormData>(revokeToken, null);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-1">
      <span className="grid"><span className="font-semibold">{token.name}</span><span className="text-sm text-ink-2">{token.ends}; {token.used}</span></span>
      <form action={revoke}>
        <input type="hidden" name="id" value={token.id} />
        <button type="submit" aria-disabled={busy} className="prose-link inline-flex min-h-12 items-center">Revoke<span className="sr-only"> {token.name}</span></button>
      </form>
      <Notice tone="problem">{result?.status === "refused" ? result.reason : ""}</Notice>
    </li>
  );
}

/** The user's personal tokens, and a form for another. */
export function TokenList({ tokens }: { readonly tokens: readonly ShownToken[] }) {
  const [result, make, busy] = useActionState<TokenResult | null, FormData>(makeToken, null);
  const problems = result?.status === "invalid" ? result.problems : {};
  return (
    <div className="grid gap-5">
      {tokens.length > 0 && <ul className="grid">{tokens.map((token) => <TokenRow key={token.id} token={token} />)}</ul>}
      <form action={make} className="grid max-w-md gap-5">
        <Field label="Name of the new token" name="name" id="token-name" maxLength={60} required hint="What will use it, such as: status line." problem={problems.name} />
        <Select label="Valid for" name="days" id="token-days" defaultValue={90} problem={problems.days}>{TIMES.map(([days, words]) => <option key={days} value={days}>{words}</option>)}</Select>
        <Notice tone="problem">{result?.status === "refused" ? result.reason : ""}</Notice>
        {result?.status === "made" && <SecretOnce label="Your new token" secret={result.token} />}
        <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={busy}>Make a token</Button>
      </form>
    </div>
  );
}
