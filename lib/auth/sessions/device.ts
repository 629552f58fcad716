const BROWSERS: readonly (readonly [RegExp, string])[] = [[/\bEdg(e|A|iOS)?\//, "Edge"], [/\b(OPR|Opera)\//, "Opera"], [/\b(Firefox|FxiOS)\//, "Firefox"], [/\b(Chrome|CriOS|Chromium)\//, "Chrome"], [/\bSafari\//, "Safari"]];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [[/\b(iPhone|iPad|iPod)\b/, "iOS"], [/\bAndroid\b/, "Android"], [/\bWindows\b/, "Windows"], [/\bMac OS X\b|\bMacintosh\b/, "macOS"], [/\bCrOS\b/, "ChromeOS"], [/\bLinux\b/, "Linux"]];

const nameIn = (list: typeof BROWSERS, agent: string): string | null => list.find(([pattern]) => pattern.test(agent))?.[1] ?? null;

/** What a browser says it is, in words that its owner knows, such as "Firefox on Linux". Nothing else of the text is kept. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent?.slice(0, 512) ?? "";
  const [browser, system] = [nameIn(BROWSERS, agent), nameIn(SYSTEMS, agent)];
  if (browser === null) return system === null ? "Unknown device" : `A program on ${system}`;
  return system === null ? browser : `${browser} on ${system}`;
}
