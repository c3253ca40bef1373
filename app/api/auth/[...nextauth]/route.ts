import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { authOptions } from "@/lib/access/auth-options";

const nextAuthHandler = z.custom<(request: NextRequest, context: unknown) => Promise<Response>>(
  (value) => typeof value === "function",
);

/** next-auth's own endpoints; its answer to a malformed body is 500, ours is 400. */
async function answer(request: NextRequest, context: unknown): Promise<Response> {
  const handle = nextAuthHandler.parse(NextAuth(authOptions()));
  try {
    return await handle(request, context);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError)
      return new Response("Malformed body", { status: 400 });
    throw error;
  }
}

export { answer as GET, answer as POST };
