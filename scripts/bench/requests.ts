import { Agent, get } from "node:http";
import type { RunningProduct } from "../test/product";
import type { Figure } from "./figure";
import { cookieHeader, type World } from "./world";

const connections = 8;
const rounds = 7;
/** A server stays: V8 goes on making the pages' code faster for half a minute, and a third of Today's time goes in it. */
const [warmUpMs, roundMs] = [20_000, 1500];

type Asked = { path: string; status: number; says: string };
/**
 * The bare page is the one for an address that does not exist: rendered for each request, by the same proxy and inside the same root layout with
 * its language and theme, without session, database or data. A page made for the bench alone would have to ship.
 */
const bare: Asked = { path: "/no-such-page", status: 404, says: "</html>" };
const today: Asked = { path: "/my/today", status: 200, says: 'href="/my/today/exercise/' };

/** Pages a second of one server, and the ratio. */
export type AskedServer = { empty: number; day: number; ratio: number };

/**
 * For P2, of one server: requests a second of the demo patient's day and of the bare page, with the same cookie over the same kept connections,
 * compressed as for a browser. Round about, so that a busy moment of the machine meets both; the ratio is the median of the rounds'.
 * @throws when a page answers something else than itself
 */
export async function askServer(product: RunningProduct, { demoPatient }: World): Promise<AskedServer> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const perSecond = async (asked: Asked, milliseconds: number): Promise<number> => {
    const begun = performance.now();
    let count = 0;
    const keepAsking = async () => {
      while (performance.now() - begun < milliseconds) {
        const status = await statusOf(product.url + asked.path, agent, cookieHeader(demoPatient));
        if (status !== asked.status) throw new Error(`${asked.path} answered ${status}: see ${product.dataFolder}.`);
        count += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, keepAsking));
    return (count * 1000) / (performance.now() - begun);
  };
  try {
    for (const asked of [bare, today]) {
      await mustSay(product.url, asked, cookieHeader(demoPatient));
      await perSecond(asked, warmUpMs);
    }
    const found = [];
    for (let round = 0; round < rounds; round += 1) {
      const [empty, day] = [await perSecond(bare, roundMs), await perSecond(today, roundMs)];
      found.push({ empty, day, ratio: day / empty });
    }
    return mediansOf(found);
  } finally {
    agent.destroy();
  }
}

/** P2 by several servers, one after the other: what V8 makes of the same pages differs by a tenth from one process to the next. */
export function requestFigures(servers: readonly AskedServer[]): Figure[] {
  const { empty, day, ratio } = mediansOf(servers);
  const ratios = servers.map((server) => server.ratio);
  return [
    { id: "P2", what: "the bare page", found: empty, unit: "a second" },
    { id: "P2", what: "Today", found: day, unit: "a second" },
    {
      id: "P2",
      what: `Today to the bare page, median of ${servers.length} servers`,
      found: ratio,
      unit: "×",
      atLeast: 0.5,
    },
    { id: "P2", what: "the same, least", found: Math.min(...ratios), unit: "×" },
    { id: "P2", what: "the same, most", found: Math.max(...ratios), unit: "×" },
  ];
}

const mediansOf = (all: readonly AskedServer[]): AskedServer => ({
  empty: median(all.map(({ empty }) => empty)),
  day: median(all.map(({ day }) => day)),
  ratio: median(all.map(({ ratio }) => ratio)),
});

async function mustSay(origin: string, { path, status, says }: Asked, cookie: string): Promise<void> {
  const answer = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
  if (answer.status === status && (await answer.text()).includes(says)) return;
  throw new Error(`${path} answered ${answer.status} without ${says}: the bench would measure another page.`);
}

function statusOf(address: string, agent: Agent, cookie: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { cookie, "accept-encoding": "gzip" } }, (answer) => {
      answer.resume();
      answer.once("error", reject);
      answer.once("end", () => {
        resolve(answer.statusCode);
      });
    }).once("error", reject);
  });
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
