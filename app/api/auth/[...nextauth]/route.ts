import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "../../../../lib/auth/options.ts";

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

// The settings are read at each request, not when the module loads: a build has no environment.
const handler = (request: NextRequest, context: Context): Promise<Response> => NextAuth(request, context, authOptions());

export { handler as GET, handler as POST };
