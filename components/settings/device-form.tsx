"use client";
import { useActionState } from "react";
import { saveDevice, type SettingsResult } from "../../lib/settings/actions.ts";
import type { DeviceSettings, Theme } from "../../lib/settings/schema.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { KeyFields } from "./key-fields.tsx";

const LABELS: readonly (readonly [Theme, string])[] = [["system", "As the system"], ["light", "Light"], ["dark", "Dark"]];
const row = "flex min-h-12 items-center gap-3";

interface ChoiceProps {
  readonly name: "singleKeys" | "intervals" | "confidence" | "aloud" | "twoGrades";
  readonly settings: DeviceSettings;
  readonly label: string;
  readonly hint?: string;
}

function Choice({ name, settings, label, hint }: ChoiceProps) {
  return (
    <div>
      <label className={row}><input type="checkbox" name={name} value="on" defaultChecked={settings[name] === "on"} aria-describedby={hint === undefined ? undefined : `${name}-hint`} className="size-5 shrink-0 accent-accent" />{label}</label>
      {hint !== undefined && <p id={`${name}-hint`} className="pl-8 text-sm text-ink-2">{hint}</p>}
    </div>
  );
}

const wordsOf = (result: SettingsResult | null): string => {
  switch (result?.status) {
    case "saved":
      return "Saved for this browser.";
    case "refused":
      return result.reason;
    case "invalid":
      return "Nothing was saved: look at the keys.";
    default:
      return "";
  }
};

/** Colours, keys, and how the review looks in this browser. */
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
        <legend className="font-semibold">Review</legend>
        <Choice name="intervals" settings={settings} label="Say on each grade when the card comes back" hint="Without it you grade what you remember, not a date." />
        <Choice name="twoGrades" settings={settings} label="Two grades: Again and Good" hint="Instead of four. You knew it or you did not; cards then come back a little less finely spaced." />
        <Choice name="confidence" settings={settings} label="Ask how sure I am before the answer" hint="It can be left open each time; your progress then shows how well you know what you know." />
        <Choice name="aloud" settings={settings} label="I say my answers aloud" hint="Nothing to type: each card is judged by the points that you said, and its text can be read to you." />
      </fieldset>
      <fieldset>
        <legend className="font-semibold">Keyboard</legend>
        <Choice name="singleKeys" settings={settings} label="Single keys in the review" hint="Off, Tab and Enter do everything, and the keys with Ctrl stay." />
        <details className="mt-2">
          <summary className="min-h-11 w-fit py-2 font-semibold hover:text-accent">Choose the keys</summary>
          <KeyFields keys={settings.keys} problems={result?.status === "invalid" ? result.problems : {}} />
        </details>
      </fieldset>
      <Notice tone={result === null || result.status === "saved" ? "plain" : "problem"}>{wordsOf(result)}</Notice>
      <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={busy}>Save for this browser</Button>
    </form>
  );
}
