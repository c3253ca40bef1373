import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { env } from "@/lib/env";

/** What this process has heard: by clinic how often, and who waits for the next time. */
type Heard = {
  /** Of this process and this start: a count of another one says nothing here. */
  source: string;
  counts: Map<string, number>;
  waiting: Map<string, Set<() => void>>;
  listener: Client | null;
  isClosed: boolean;
};
const held: { phasewiseNews?: Heard } & typeof globalThis = globalThis;
const channel = "clinic_news";
const reconnectMs = 2000;

/** How much this process has heard of a clinic, as a text that differs when there is something new. It opens the one listening connection. */
export function newsOf(clinicId: string): string {
  const { source, counts } = heard();
  const count = counts.get(clinicId) ?? 0;
  // Who asked is told when listening begins, or begins again.
  counts.set(clinicId, count);
  return `${source} ${count}`;
}

/** Waits until there is something new in a clinic, at most so many ms, or until nobody asks any more. */
export async function nextNews(clinicId: string, { ms, signal }: { ms: number; signal: AbortSignal }): Promise<void> {
  const { waiting, isClosed } = heard();
  if (isClosed) return;
  const ofClinic = waiting.get(clinicId) ?? new Set();
  waiting.set(clinicId, ofClinic);
  let wake = () => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const timer = setTimeout(wake, ms);
  signal.addEventListener("abort", wake, { once: true });
  ofClinic.add(wake);
  try {
    await woken;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", wake);
    ofClinic.delete(wake);
  }
}

/** Ends listening and lets everybody go who waits, for good: for the end of the process, and for tests. */
export async function closeNews(): Promise<void> {
  const news = held.phasewiseNews;
  if (!news) return;
  news.isClosed = true;
  for (const wakes of news.waiting.values()) for (const wake of wakes) wake();
  await news.listener?.end().catch(() => undefined);
}

function heard(): Heard {
  if (held.phasewiseNews) return held.phasewiseNews;
  const news: Heard = {
    source: randomUUID(),
    counts: new Map(),
    waiting: new Map(),
    listener: null,
    isClosed: false,
  };
  held.phasewiseNews = news;
  process.once("SIGTERM", () => void closeNews());
  void listen(news);
  return news;
}

/** One connection for the whole process. A lost one comes back, and then everybody looks: what was said meanwhile is unknown. */
async function listen(news: Heard): Promise<void> {
  const client = new Client({
    connectionString: env().databaseUrl,
    application_name: "phasewise-news",
    keepAlive: true,
    connectionTimeoutMillis: 5000,
  });
  const again = () => {
    if (news.isClosed || news.listener !== client) return;
    news.listener = null;
    void client.end().catch(() => undefined);
    setTimeout(() => void listen(news), reconnectMs).unref();
  };
  news.listener = client;
  client.on("error", again);
  client.on("end", again);
  client.on("notification", ({ payload = "" }) => tell(news, payload));
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    for (const clinicId of news.counts.keys()) tell(news, clinicId);
  } catch {
    again();
  }
}

function tell({ counts, waiting }: Heard, clinicId: string): void {
  counts.set(clinicId, (counts.get(clinicId) ?? 0) + 1);
  for (const wake of waiting.get(clinicId) ?? []) wake();
}
