"use client";
import { useActionState } from "react";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { saveStudy, type SettingsResult } from "../../lib/settings/actions.ts";
import type { StudySettings } from "../../lib/settings/schema.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface StudyFormProps {
  readonly settings: Omit<StudySettings, "targetVersion"> & { readonly targetVersion: string };
  readonly zones: readonly string[];
}

/** When the day begins, and which Python is asked about. */
export function StudyForm({ settings, zones }: StudyFormProps) {
  const [result, save, busy] = useActionState<SettingsResult | null, FormData>(saveStudy, null);
  const problems = result?.status === "invalid" ? result.problems : {};
  return (
    // Made anew with what was saved: React would otherwise put the old choices back.
    <form key={JSON.stringify(settings)} action={save} className="grid max-w-md gap-5">
      <Select label="Time zone" name="timeZone" defaultValue={settings.timeZone} problem={problems.timeZone}>
        {zones.map((zone) => <option key={zone}>{zone}</option>)}
      </Select>
      <Select label="A new day begins at" name="rolloverHour" defaultValue={settings.rolloverHour} hint="Answers given before this hour count for the day before." problem={problems.rolloverHour}>
        {HOURS.map((hour) => <option key={hour} value={hour}>{hour}:00</option>)}
      </Select>
      <Select label="Python version" name="targetVersion" defaultValue={settings.targetVersion} hint="Questions about output ask what this version prints." problem={problems.targetVersion}>
        {VERSIONS.map((version) => <option key={version}>{version}</option>)}
      </Select>
      <Notice tone={result?.status === "saved" ? "plain" : "problem"}>{result?.status === "saved" ? "Saved." : result?.status === "refused" ? result.reason : ""}</Notice>
      <Button type="submit" className="justify-self-start" aria-disabled={busy}>Save the study day</Button>
    </form>
  );
}
