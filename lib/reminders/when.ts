/** Local hours from which a mail may come, and between which none does. */
export interface ReminderHours {
  /** 0 to 23. */
  readonly hour: number;
  /** No mail from this hour until that one, over midnight too; equal when there are no quiet hours. */
  readonly quietFrom: number;
  readonly quietUntil: number;
}

/** Whether an hour is one of the quiet ones. */
export function isQuiet(hour: number, { quietFrom, quietUntil }: ReminderHours): boolean {
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? quietFrom <= hour && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
}

/** How far a local hour is into a study day that begins at the rollover hour. */
const into = (hour: number, rolloverHour: number): number => (hour - rolloverHour + 24) % 24;

/**
 * Whether a mail may go out in this local hour: the study day has reached the hour that was chosen, and it is no quiet one. After
 * quiet hours the mail comes late rather than not at all, as long as the study day lasts.
 */
export function mayRemind(hour: number, hours: ReminderHours, rolloverHour: number): boolean {
  return into(hour, rolloverHour) >= into(hours.hour, rolloverHour) && !isQuiet(hour, hours);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the hour hand shows in a zone at an instant (UTC ms). */
export function localHour(instant: number, zone: string): number {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat("en-US-u-nu-latn", { timeZone: zone, hourCycle: "h23", hour: "numeric" });
  clocks.set(zone, clock);
  return Number(clock.formatToParts(instant).find(({ type }) => type === "hour")?.value ?? 0);
}
