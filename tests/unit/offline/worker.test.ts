import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";

const source = readFileSync("public/sw.js", "utf8");
const now = new Date().toISOString();
const aReport = (key: string, person = "marigold") => ({
  kind: "check-in",
  person,
  madeAt: now,
  body: { idempotencyKey: key },
});
const inQueue = ["first", "second", "third"].map((key) => aReport(key));

type Answer = { status: number; body?: unknown } | null;
/** What the test asks of the script: its own functions. */
type Worker = { sendQueue: () => Promise<void>; pageOrShell: (request: string) => Promise<{ status: number }> };

/** The worker's script with a network that answers as it is told, by a report's key or a page's address; null: there is none. */
function aWorker(answers: Record<string, Answer>, { shell = true, reports = inQueue } = {}) {
  const sent: string[] = [];
  const taken: string[] = [];
  let isOpen = true;
  const stores: Record<string, object> = {
    queue: {
      getAll: () => of(reports),
      getAllKeys: () => of(reports.map((_, index) => index)),
      put: ({ body }: (typeof reports)[number]) => {
        taken.push(body.idempotencyKey);
        return of(undefined);
      },
    },
    owner: { get: () => of({ userId: "marigold" }) },
  };
  /** A request that succeeds. */
  function of(result: unknown) {
    return {
      result,
      addEventListener: (name: string, act: () => void) => void (name === "success" && setImmediate(act)),
    };
  }
  const database = {
    addEventListener: () => undefined,
    transaction: () => ({ objectStore: (name: string) => stores[name] }),
    close: () => {
      isOpen = false;
    },
  };
  const globals = {
    self: { addEventListener: () => undefined, location: { origin: "https://phasewise" } },
    navigator: {},
    AbortSignal,
    BroadcastChannel: class {
      postMessage() {}
      close() {}
    },
    URL,
    setTimeout,
    clearTimeout,
    indexedDB: { open: () => of(database) },
    caches: { open: () => ({ match: () => (shell ? { status: 200, isShell: true } : undefined) }) },
    fetch: (address: string, options?: { body: string; signal?: AbortSignal }) => {
      const key = options ? (JSON.parse(options.body) as { idempotencyKey: string }).idempotencyKey : address;
      if (options) {
        if (!options.signal) throw new Error("it would wait for ever");
        sent.push(key);
      }
      const answer = answers[key];
      if (!answer) return Promise.reject(new TypeError("no network"));
      const { status, body } = answer;
      const json = () => (body === undefined ? Promise.reject(new Error("no JSON")) : Promise.resolve(body));
      return Promise.resolve({ status, json });
    },
  };
  const worker = runInNewContext(`${source}; ({ sendQueue, pageOrShell })`, globals) as Worker;
  return { ...worker, sent, taken, isOpen: () => isOpen };
}

const ok: Answer = { status: 201, body: {} };

describe("the worker sends what waits", () => {
  test.each<[string, Answer, { sent: string[]; taken: string[]; again: boolean }]>([
    ["taken", ok, { sent: ["first", "second", "third"], taken: ["first", "second", "third"], again: false }],
    [
      "one that the server stumbles over does not hold up those behind it, and is tried again",
      { status: 500 },
      { sent: ["first", "second", "third"], taken: ["first", "third"], again: true },
    ],
    [
      "one that is refused is left to a page, and holds up nothing",
      { status: 422, body: { error: "invalid" } },
      { sent: ["first", "second", "third"], taken: ["first", "third"], again: false },
    ],
    ["no network: later", null, { sent: ["first", "second"], taken: ["first"], again: true }],
    [
      "a page of a hotel's network: later",
      { status: 200 },
      { sent: ["first", "second"], taken: ["first"], again: true },
    ],
    ["the server is away: later", { status: 503 }, { sent: ["first", "second"], taken: ["first"], again: true }],
    [
      "signed out: a page sends it",
      { status: 401, body: {} },
      { sent: ["first", "second"], taken: ["first"], again: false },
    ],
  ])("%s", async (_, answer, expected) => {
    const worker = aWorker({ first: ok, second: answer, third: ok });
    const again = await worker.sendQueue().then(
      () => false,
      () => true,
    );
    expect({ sent: worker.sent, taken: worker.taken, again }).toEqual(expected);
    expect(worker.isOpen()).toBe(false);
  });

  test("nobody else's", async () => {
    const worker = aWorker({ hers: ok, his: ok }, { reports: [aReport("his", "basil"), aReport("hers")] });
    await worker.sendQueue();
    expect(worker.taken).toEqual(["hers"]);
  });
});

test.each<[string, Answer, boolean, string]>([
  ["with network is the server's", { status: 200 }, true, "page 200"],
  ["without network is the shell", null, true, "shell"],
  ["while the server is renewed is the shell", { status: 503 }, true, "shell"],
  ["and where no shell is kept what there is", { status: 503 }, false, "page 503"],
  ["that breaks is not hidden", { status: 500 }, true, "page 500"],
  ["without network and without a shell is the browser's own words", null, false, "no page"],
])("a page %s", async (_, answer, shell, expected) => {
  const shown = await aWorker({ "/my/today": answer }, { shell })
    .pageOrShell("/my/today")
    .then(
      (page) => ("isShell" in page ? "shell" : `page ${page.status}`),
      () => "no page",
    );
  expect(shown).toBe(expected);
});
