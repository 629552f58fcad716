"use client";
import { useActionState } from "react";
import { saveDevice, type SettingsResult } from "../../lib/settings/actions.ts";
import type { DeviceSettings, Theme } from "../../lib/settings/schema.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

const LABELS: readonly (readonly [Theme, string])[] = [["system", "As the system"], ["light", "Light"], ["dark", "Dark"]];
const row = "flex min-h-12 items-center gap-3";

/** Colours and keys of this browser. */
export function DeviceForm({ settings }: { readonly settings: DeviceSettings }) {
  const [result, save, busy] = useActionState<SettingsResult | null, FormData>(saveDevice, null);
  return (
    <form key={JSON.stringify(settings)} action={save} className="grid max-w-md gap-5">
      <fieldset>
        <legend className="font-semibold">Colours</legend>
        {LABELS.map(([theme, label]) => (
          <label key={theme} className={row}><input type="radio" name="theme" value={theme} defaultChecked={settings.theme === theme} className="size-5 accent-accent" />{label}</label>
        ))}
      </fieldset>
      <fieldset>
        <legend className="font-semibold">Keyboard</legend>
        <label className={row}><input type="checkbox" name="singleKeys" value="on" defaultChecked={settings.singleKeys === "on"} className="size-5 accent-accent" />Single keys in the review: 1 to 4, u, f, ?, Space</label>
      </fieldset>
      <Notice tone={result?.status === "refused" ? "problem" : "plain"}>{result?.status === "saved" ? "Saved for this browser." : result?.status === "refused" ? result.reason : ""}</Notice>
      <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={busy}>Save for this browser</Button>
    </form>
  );
}
