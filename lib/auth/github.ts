import { z } from "zod";

const emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));
const profile = z.looseObject({ id: z.number(), login: z.string(), name: z.string().nullish(), avatar_url: z.string().nullish() });

/** The account's primary address if GitHub has verified it, else null. (docs.github.com, REST API, emails) */
export function provenAddress(answer: unknown): string | null {
  return emails.parse(answer).find((entry) => entry.primary && entry.verified)?.email ?? null;
}

/**
 * The GitHub account behind an access token, its `email` replaced by the proven one: the address on a
 * profile is whatever its owner shows there.
 */
export async function fetchGithubProfile(accessToken: string): Promise<z.infer<typeof profile> & { email: string | null }> {
  const get = async (url: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${accessToken}`, accept: "application/vnd.github+json", "user-agent": "heapwise" };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${new URL(url).pathname}.`);
    return response.json();
  };
  const [user, addresses] = await Promise.all([get("https://api.github.com/user"), get("https://api.github.com/user/emails")]);
  return { ...profile.parse(user), email: provenAddress(addresses) };
}
