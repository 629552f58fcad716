"use client";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { signInWith } from "./sign-in-request.ts";

interface ProviderButtonsProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly returnTo: string;
}

/** A button for each provider that is set up; nothing if none is. */
export function ProviderButtons({ providers, returnTo }: ProviderButtonsProps) {
  const [failed, setFailed] = useState<string | null>(null);
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-3 border-t border-line pt-6">
      {providers.map(({ id, name }) => (
        <Button key={id} look="quiet" onClick={() => void signInWith(id, returnTo).then((went) => setFailed(went ? null : name))}>Continue with {name}</Button>
      ))}
      <Notice tone="problem">{failed !== null && `${failed} could not be reached. Try again, or use your password.`}</Notice>
    </div>
  );
}
