import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** What came back, in the words of the matrix. */
export type Outcome = string;

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({
      exportedName: z.string().optional(),
      filename: z.string().optional(),
      workers: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Ids of the server actions of the running build, by file and exported name. */
export function actionIds(root: string): Map<string, { id: string; pages: string[] }> {
  const file = path.join(root, ".next/standalone/.next/server/server-reference-manifest.json");
  const { node } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  return new Map(
    Object.entries(node).map(([id, { exportedName, filename, workers }]) => [
      `${filename ?? ""} ${exportedName ?? ""}`,
      { id, pages: Object.keys(workers) },
    ]),
  );
}

/** Calls the product as somebody whose cookie is this; null is nobody. */
export class Client {
  constructor(
    private readonly site: string,
    private readonly cookie: string | null,
  ) {}

  send(address: string, init: { method?: string; headers?: Record<string, string>; body?: string | FormData } = {}) {
    const { headers, ...rest } = init;
    const isSafe = ["GET", "HEAD", "OPTIONS"].includes(init.method ?? "GET");
    return fetch(new URL(address, this.site), {
      redirect: "manual",
      headers: {
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(isSafe ? {} : { origin: new URL(this.site).origin }),
        ...headers,
      },
      ...rest,
    });
  }

  /** A page as a browser opens it, or as the router fetches it. */
  async page(address: string, isRsc: boolean): Promise<{ outcome: Outcome; body: string }> {
    const answer = isRsc
      ? await this.send(`${address}${address.includes("?") ? "&" : "?"}_rsc`, { headers: { RSC: "1" } })
      : await this.send(address);
    const body = await answer.text();
    const redirected = /NEXT_REDIRECT;(?:replace|push);([^;]+);/.exec(body)?.[1];
    const location = answer.headers.get("location") ?? redirected;
    if (answer.status >= 300 && answer.status < 400) return { outcome: pathOf(location ?? "?"), body };
    if (answer.status !== 200) return { outcome: String(answer.status), body };
    if (redirected !== undefined) return { outcome: pathOf(redirected), body };
    return { outcome: body.includes("NEXT_HTTP_ERROR_FALLBACK;404") ? "404" : "ok", body };
  }

  /** A server action as the router posts it: its arguments by React's own encoding. */
  async action(
    address: string,
    id: string,
    args: readonly unknown[],
  ): Promise<{ outcome: Outcome; body: string; isDrawnAnew: boolean }> {
    const answer = await this.send(address, {
      method: "POST",
      headers: { "next-action": id, accept: "text/x-component", ...encodingOf(args) },
      body: encoded(args),
    });
    const body = await answer.text();
    const location = answer.headers.get("x-action-redirect");
    const isDrawnAnew = answer.headers.has("x-action-revalidated");
    if (location !== null) return { outcome: pathOf(location.split(";")[0] ?? ""), body, isDrawnAnew };
    if (answer.status !== 200) return { outcome: String(answer.status), body, isDrawnAnew };
    return {
      isDrawnAnew,
      outcome:
        /^[0-9a-f]+:\{"status":"([a-z-]+)"/m.exec(body)?.[1] ??
        /^[0-9a-f]+:(true|false)$/m.exec(body)?.[1] ??
        "answered",
      body,
    };
  }
}

/** What a search names by its id is another in every run. */
function pathOf(location: string): Outcome {
  const { pathname, search } = new URL(location, "http://localhost");
  return pathname + search.replaceAll(/[0-9a-f-]{36}/g, "*");
}

function encodingOf(args: readonly unknown[]): Record<string, string> {
  return args.some((arg) => arg instanceof FormData) ? {} : { "content-type": "text/plain;charset=UTF-8" };
}

/** Values as JSON; a form as parts of its own that the JSON points to. */
function encoded(args: readonly unknown[]): string | FormData {
  if (!args.some((arg) => arg instanceof FormData)) return JSON.stringify(args);
  const body = new FormData();
  const shape = args.map((arg, index) => {
    if (!(arg instanceof FormData)) return arg;
    for (const [name, value] of arg) body.append(`_${index + 1}_${name}`, value);
    return `$K${index + 1}`;
  });
  body.append("0", JSON.stringify(shape));
  return body;
}

/** A form with these fields. */
export function form(fields: Record<string, string | readonly string[]>): FormData {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of typeof values === "string" ? [values] : values) data.append(name, value);
  return data;
}
