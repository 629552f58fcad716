/** RFC 5321 4.5.3.1.3: a path has 256 octets, two of them brackets. */
const longestAddress = 254;
const domainPattern = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;
/** Controls, blanks, and what could make one address look like a list, a name or a comment. */
const forbiddenInLocalPart = /[\p{C}\p{Z}"'`,;:<>()[\]\\@]/u;

/**
 * The one form of an e-mail address that is stored and compared: NFKC, then lower case. Null unless it has
 * exactly one @ (also of those that NFKC turns into it), no quotes, commas, blanks or controls, and an
 * ASCII domain.
 */
export function normaliseAddress(text: string): string | null {
  if (text.length > 2 * longestAddress) return null;
  const address = text.trim().normalize("NFKC").toLowerCase();
  const [local = "", domain = "", ...more] = address.split("@");
  if (more.length > 0 || local === "" || local.length > 64 || address.length > longestAddress) return null;
  if (forbiddenInLocalPart.test(local) || !domainPattern.test(domain)) return null;
  return address;
}
