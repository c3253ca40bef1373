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

/**
 * P2: requests a second of the demo patient's day and of the bare page, with the same cookie over the same kept connections, compressed as for a
 * browser. Round about, so that a busy moment of the machine meets both; the ratio is the median of the rounds'.
 * @throws when a page answers something else than itself
 */
export async function measureRequests(product: RunningProduct, { demoPatient }: World): Promise<Figure[]> {
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
    return [
      { id: "P2", what: "the bare page", found: median(found.map(({ empty }) => empty)), unit: "a second" },
      { id: "P2", what: "Today", found: median(found.map(({ day }) => day)), unit: "a second" },
      {
        id: "P2",
        what: "Today to the bare page",
        found: median(found.map(({ ratio }) => ratio)),
        unit: "×",
        atLeast: 0.5,
      },
    ];
  } finally {
    agent.destroy();
  }
}

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
