import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { now } from "../clock.ts";
import { normaliseAddress } from "./address.ts";
import { findSignInUser, findUserByAccount, type SignInUser } from "./data.ts";
import { createUser, linkAccount } from "./mutations.ts";

const adapterUser = (user: SignInUser): AdapterUser => ({
  ...user,
  emailVerified: user.emailVerified === null ? null : new Date(Number(user.emailVerified)),
});

const orNull = (user: SignInUser | null): AdapterUser | null => (user === null ? null : adapterUser(user));

/**
 * What next-auth needs of the database for sign-in through GitHub and Google; sessions are tokens. The
 * provider's own tokens are not kept: nothing here would use them.
 */
export const adapter: Adapter = {
  async createUser(profile: Omit<AdapterUser, "id">) {
    const email = normaliseAddress(profile.email);
    if (email === null) throw new Error("The address that the provider sent is not one.");
    const user = await createUser({ email, name: profile.name ?? null, image: profile.image ?? null, passwordHash: null }, now());
    if (user === null) throw new Error("The address was taken in the same moment.");
    return adapterUser(user);
  },
  getUser: async (id) => orNull(await findSignInUser({ id })),
  async getUserByEmail(address) {
    const email = normaliseAddress(address);
    return email === null ? null : orNull(await findSignInUser({ email }));
  },
  getUserByAccount: async ({ provider, providerAccountId }) => orNull(await findUserByAccount(provider, providerAccountId)),
  async updateUser({ id }) {
    // next-auth asks for this after a sign-in by mail only, which there is not.
    const user = await findSignInUser({ id });
    if (user === null) throw new Error("This user is gone.");
    return adapterUser(user);
  },
  async linkAccount({ userId, provider, providerAccountId }: AdapterAccount) {
    await linkAccount(userId, provider, providerAccountId, now());
  },
};
