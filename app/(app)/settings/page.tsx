import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { EverywhereButton } from "../../../components/auth/everywhere-button.tsx";
import { PasswordForm } from "../../../components/auth/password-form.tsx";
import { SecondFactor } from "../../../components/auth/second-factor.tsx";
import { SessionList } from "../../../components/auth/session-list.tsx";
import { SignOutButton } from "../../../components/auth/sign-out-button.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { DeviceForm } from "../../../components/settings/device-form.tsx";
import { PlanForm } from "../../../components/settings/plan-form.tsx";
import { StudyForm } from "../../../components/settings/study-form.tsx";
import { currentUser } from "../../../lib/auth/loaders.ts";
import { passwordProblem } from "../../../lib/auth/password.ts";
import { loadSecondFactor } from "../../../lib/auth/second-factor/loaders.ts";
import { loadSessions } from "../../../lib/auth/sessions/loaders.ts";
import { loadDeviceSettings, loadPlan, todayOf } from "../../../lib/settings/loaders.ts";

export const metadata: Metadata = { title: "Settings" };

function Section({ id, title, note, children }: { readonly id: string; readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid gap-5 border-t border-line pt-7">
      <div className="grid gap-1">
        <h2 id={`${id}-title`} className="text-xl">{title}</h2>
        {note !== undefined && <p className="text-ink-2">{note}</p>}
      </div>
      {children}
    </section>
  );
}

/** All zones this server knows, with the user's own even where a newer list has dropped its name. */
function zonesWith(own: string): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), own])].sort();
}

/** What is shown under the heading of the second factor: why it is asked for, if it is. */
function secondFactorNote(waitingRole: string | null, role: string, required: boolean): string {
  if (waitingRole !== null) return `You are ${waitingRole.toLowerCase()} here, and that counts once you have a second factor: whoever learns your password could change the library otherwise.`;
  if (role !== "LEARNER" && !required) return "A code from an app on your phone, beside your password. Recommended for authors and admins.";
  return "A code from an app on your phone, beside your password. Who learns your password cannot sign in without it.";
}

export default async function SettingsPage() {
  const [user, device, factor] = await Promise.all([currentUser(), loadDeviceSettings(), loadSecondFactor()]);
  return (
    <Page>
      <div className="grid gap-10">
        <h1 className="text-3xl">Settings</h1>
        {user === null ? (
          <p>The study day belongs to an account: <Link className="prose-link" href="/login?callbackUrl=/settings">sign in</Link> or <Link className="prose-link" href="/signup?callbackUrl=/settings">sign up</Link> to set it.</p>
        ) : (
          <Section id="study" title="Study day">
            <StudyForm settings={{ timeZone: user.timeZone, rolloverHour: user.rolloverHour, targetVersion: user.targetVersion }} zones={zonesWith(user.timeZone)} />
          </Section>
        )}
        {user !== null && <Section id="plan" title="Plan" note="How cards come back, and how many come on a day."><PlanForm plan={await loadPlan(user)} today={todayOf(user)} /></Section>}
        <Section id="device" title="Colours and keys" note="Kept in this browser."><DeviceForm settings={device} /></Section>
        {user?.hasPassword && (
          <Section id="password" title="Password" note="A new password signs out all other devices."><PasswordForm email={user.email} minimum={passwordProblem("") ?? ""} /></Section>
        )}
        {user !== null && factor !== null && (
          <Section id="second-factor" title="Second factor" note={secondFactorNote(user.waitingRole, user.role, factor.required)}>
            <SecondFactor email={user.email} hasPassword={user.hasPassword} on={factor.on} codesLeft={factor.codesLeft} />
          </Section>
        )}
        {user !== null && (
          <Section id="pace" title="Rest and breaks" note="Weekdays without cards, and vacations.">
            <p><Link prefetch={false} className="prose-link inline-flex min-h-11 items-center" href="/settings/pace">To rest and breaks</Link></p>
          </Section>
        )}
        {user !== null && (
          <Section id="data" title="Your data" note="Take it with you as files, give your own programs or your calendar a look, or delete the account.">
            <p><Link prefetch={false} className="prose-link inline-flex min-h-11 items-center" href="/settings/data">To your data</Link></p>
          </Section>
        )}
        {user !== null && (
          <Section id="sessions" title="Where you are signed in" note="Ending a session signs that browser out at its next request.">
            <SessionList {...await loadSessions()} />
          </Section>
        )}
        {user !== null && (
          <Section id="account" title="Account" note={`Signed in as ${user.email}${user.role === "LEARNER" ? "" : `, ${user.role.toLowerCase()}`}.`}>
            <div className="flex flex-wrap gap-3"><SignOutButton /><EverywhereButton /></div>
          </Section>
        )}
      </div>
    </Page>
  );
}
