import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "@/lib/env";
import { TooMany } from "@/lib/errors";
import { addressOf } from "./address";
import { enterAsPersona, isDemoHost } from "./demo";
import { signIn } from "./sign-in";

const credentials = z.object({ name: z.string().min(1).max(320), password: z.string().min(1).max(1024) });
const persona = z.object({ userId: z.uuid() });
const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure: true } as const;

/**
 * next-auth with the credentials provider. The token carries only the opaque id of a session row; what the row says decides on every request
 * (`readActor`). The payload of next-auth's `update` trigger comes from the client and is ignored.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().authSecret,
    session: { strategy: "jwt", maxAge: 24 * 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { name: "__Host-phasewise.session", options: cookie },
      csrfToken: { name: "__Host-phasewise.csrf", options: cookie },
      callbackUrl: { name: "__Host-phasewise.callback", options: cookie },
    },
    providers: [
      CredentialsProvider({
        id: "credentials",
        credentials: { name: {}, password: {} },
        authorize: async (input, request) => {
          const given = credentials.safeParse(input);
          if (!given.success) return null;
          return asUser(() => signIn(given.data.name, given.data.password, addressOf(request.headers ?? {})));
        },
      }),
      ...(isDemoHost() ? [demoProvider()] : []),
    ],
    callbacks: {
      jwt: ({ token, user, trigger }) => ({ sid: trigger === "signIn" ? user.id : token["sid"] }),
      session: ({ session, token }) => ({ expires: session.expires, sid: token["sid"] }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl),
    },
  };
}

function demoProvider(): ReturnType<typeof CredentialsProvider> {
  return CredentialsProvider({
    id: "demo",
    credentials: { userId: {} },
    authorize: async (input) => {
      const given = persona.safeParse(input);
      return given.success ? asUser(() => enterAsPersona(given.data.userId)) : null;
    },
  });
}

/** next-auth wants a user object: its id is the opaque session id, nothing else leaves the server. */
async function asUser(open: () => Promise<string | null>): Promise<{ id: string } | null> {
  try {
    const id = await open();
    return id === null ? null : { id };
  } catch (error) {
    if (error instanceof TooMany) throw new Error(`TooMany:${error.retryAfterSec}`);
    throw error;
  }
}
