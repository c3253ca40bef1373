import { randomUUID } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "@/lib/env";
import { TooMany } from "@/lib/errors";
import { signInSchema } from "@/lib/schemas/sign-in";
import { addressOf } from "./address";
import { enterAsPersona, isDemoHost } from "./demo";
import { endSession, resumeSession } from "./sessions";
import { signIn } from "./sign-in";

/** As the form's, but next-auth sends fields of its own beside them. */
const credentials = z.object(signInSchema.shape);
const persona = z.object({ userId: z.uuid() });
/** The cookie that holds the token with the opaque session id. */
export const sessionCookie = "__Host-phasewise.session";
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
      sessionToken: { name: sessionCookie, options: cookie },
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
    events: { signOut: ({ token }) => endSessionOf(token["sid"]) },
    callbacks: {
      jwt: ({ token, user, trigger }) => ({ sid: trigger === "signIn" ? user.id : token["sid"] }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl),
    },
  };
}

async function endSessionOf(sid: unknown): Promise<void> {
  const actor = typeof sid === "string" ? await resumeSession(sid, randomUUID(), false) : null;
  if (actor) await endSession(actor);
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
    // next-auth puts the message into the answer's address: nothing of the cause may stand in it.
    if (error instanceof TooMany) throw new Error(`TooMany:${error.retryAfterSec}`);
    throw new Error("Away");
  }
}
