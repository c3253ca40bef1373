import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { actionRows } from "../support/e2e-action-table";
import { actionIds, Client } from "../support/e2e-requests";
import { handlerRows } from "../support/e2e-handler-table";
import { pageRows } from "../support/e2e-route-table";
import { loadWorld } from "../support/e2e-load-world";
import { askers, privateName, sessionCookie, type Asker, type World } from "../support/e2e-askers";

const root = path.resolve(import.meta.dirname, "../..");
const site = process.env["PHASEWISE_URL"] ?? "";
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
/** After these a page stands as it was: drawing it anew is work for nothing. */
const changedNothing: ReadonlySet<string> = new Set(["invalid", "not-found", "too-many"]);

let world: World;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  world = await loadWorld();
});

test("every page, route handler and server action of the product has a row", () => {
  const files = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" }).map((file) => `app/${file}`);
  expect(Object.keys(pageRows).toSorted()).toEqual(files.filter((file) => /\/page\.tsx?$/.test(file)).toSorted());
  expect(Object.keys(handlerRows).toSorted()).toEqual(files.filter((file) => /\/route\.tsx?$/.test(file)).toSorted());
  expect(Object.keys(actionRows).toSorted()).toEqual(exportedActions().toSorted());
});

for (const [file, row] of Object.entries(pageRows)) {
  test(`page ${file}`, async () => {
    const found: string[] = [];
    for (const asker of askers) {
      const asked = [false, true].map(async (isRsc) => {
        const { outcome, body } = await as(asker).page(row.at(world), isRsc);
        const expected = (isRsc ? row.asRsc?.[asker] : undefined) ?? row.answers[asker];
        const isAsExpected = expected === "/overview" ? outcome.endsWith("/overview") : outcome === expected;
        if (!isAsExpected) found.push(`${asker}${isRsc ? ", as RSC" : ""}: ${outcome} instead of ${expected}`);
        const isOfTeam = ["therapist", "surgeon"].includes(asker);
        const mayRead = row.answers[asker] !== "404" ? isOfTeam || asker === "own" : isOfTeam && row.isFramed === true;
        // Whoever administers the clinic reads the names of its accounts.
        const isAccountList = asker === "administrator" && expected === "ok";
        if (!mayRead && !isAccountList && body.includes(privateName))
          found.push(`${asker}: the answer names the patient`);
      });
      await Promise.all(asked);
    }
    expect(found).toEqual([]);
  });
}

test("what a phone keeps of the page without network is the same for every patient, but for its nonce", async () => {
  const [own, other] = await Promise.all(
    (["own", "other"] as const).map(async (asker) => {
      const { body } = await as(asker).page("/offline", false);
      return body.replaceAll(/nonce(=|\\":\\)"[^"]+"/g, "nonce");
    }),
  );
  expect(own).toContain("</html>");
  expect(own).toBe(other);
});

for (const [file, row] of Object.entries(handlerRows)) {
  test(`handler ${file}`, async () => {
    const found: string[] = [];
    for (const asker of askers) {
      for (const method of methods) {
        const expected = row.methods[method]?.[asker] ?? "405";
        const sends = method === "GET" ? {} : { body: JSON.stringify(bodyFor(file)), headers: json };
        // Signing out ends the session for good: a second one is used up for it.
        const client = file.includes("sign-out") ? as(asker, world.spares) : as(asker);
        const answer = await client.send(row.at, { method, ...sends });
        if (String(answer.status) !== expected)
          found.push(`${asker} ${method}: ${answer.status} instead of ${expected}`);
        await answer.text();
      }
    }
    expect(found).toEqual([]);
  });
}

for (const [name, row] of Object.entries(actionRows)) {
  test(`action ${name}`, async () => {
    const { id = "" } = actionIds(root).get(name) ?? {};
    expect(id, "the running build knows the action").not.toBe("");
    const found: string[] = [];
    for (const asker of askers) {
      const { outcome, body, isDrawnAnew } = await as(asker).action(row.at(world), id, row.args(world));
      const step = /"step":(\d+)/.exec(body)?.[1];
      const seen = outcome === "answered" && step !== undefined ? `step ${step}` : outcome;
      if (seen !== row.answers[asker]) found.push(`${asker}: ${seen} instead of ${row.answers[asker]}`);
      if (isDrawnAnew && changedNothing.has(seen)) found.push(`${asker}: the page is drawn anew after ${seen}`);
    }
    expect(found).toEqual([]);
  });

  test(`action ${name} with malformed input`, async () => {
    const { id = "" } = actionIds(root).get(name) ?? {};
    const found: string[] = [];
    const asked = (["therapist", "own"] as const).map(async (asker) => {
      for (const args of [[], [null], [{ unknown: true }], [[1, [2]]], ["x"]]) {
        const { outcome, isDrawnAnew } = await as(asker).action(row.at(world), id, args);
        const isInVain = isDrawnAnew && changedNothing.has(outcome);
        if (/^5/.test(outcome) || isInVain)
          found.push(`${asker} ${JSON.stringify(args)}: ${outcome}${isInVain ? ", drawn anew" : ""}`);
      }
    });
    await Promise.all(asked);
    expect(found).toEqual([]);
  });
}

const json = { "content-type": "application/json" };

function as(asker: Asker, cookies: World["cookies"] = world.cookies): Client {
  return new Client(site, asker === "signedOut" ? null : `${sessionCookie}=${cookies[asker]}`);
}

function bodyFor(file: string): unknown {
  if (file.includes("check-ins")) return { ...world.report, idempotencyKey: randomUUID() };
  return handlerRows[file]?.body?.(world) ?? {};
}

/** The exported functions of every file of server actions. */
function exportedActions(): string[] {
  const files = ["app", "lib"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  return files
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("lib/db/generated"))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      if (!/^\s*["']use server["'];/m.test(text)) return [];
      return [...text.matchAll(/^export async function (\w+)/gm)].map(([, name]) => `${file} ${name ?? ""}`);
    });
}
