import "server-only";
import { currentUser } from "../loaders.ts";
import { type ApiTokenRow, readTokens } from "./data.ts";

/** The signed-in user's tokens; none for a visitor. */
export async function loadTokens(): Promise<ApiTokenRow[]> {
  const user = await currentUser();
  return user === null ? [] : readTokens(user.id);
}
