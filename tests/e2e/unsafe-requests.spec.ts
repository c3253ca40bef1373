import { request as plainRequest } from "node:http";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { sessionCookie, type World } from "../support/e2e-askers";
import { loadWorld } from "../support/e2e-load-world";
import { actionIds, Client, form } from "../support/e2e-requests";

const root = path.resolve(import.meta.dirname, "../..");
const site = process.env["PHASEWISE_URL"] ?? "";
let world: World;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  world = await loadWorld();
});

test("a request that does not say how long it is gets 411", async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = plainRequest(
      new URL("/sign-in", site),
      { method: "POST", headers: { origin: new URL(site).origin, "transfer-encoding": "chunked" } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    sent.on("error", reject);
    sent.end("some words");
  });
  expect(status).toBe(411);
});

test("a foreign or absent Origin gets 403 on every unsafe method, and nothing is done", async () => {
  const cookie = `${sessionCookie}=${world.cookies.own}`;
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    for (const headers of [
      {},
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const answer = await fetch(new URL("/api/check-ins", site), {
        method,
        headers: { cookie, "content-type": "application/json", ...headers },
        body: JSON.stringify(world.report),
      });
      expect(answer.status, `${method} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});

test("bodies that are broken, too long or not ours are refused as such", async () => {
  const own = new Client(site, `${sessionCookie}=${world.cookies.own}`);
  const post = (body: string) =>
    own.send("/api/check-ins", { method: "POST", body, headers: { "content-type": "application/json" } });
  for (const broken of ["", "{bad", "[]", "null", '"words"', "1"])
    expect((await post(broken)).status, broken).toBe(400);
  const strange = [
    {},
    { ...world.report, unknown: 1 },
    { ...world.report, stage: "noon" },
    { answers: { nprsBefore: 99 } },
  ];
  for (const body of strange) expect((await post(JSON.stringify(body))).status).toBe(422);
  expect((await post("x".repeat(300 * 1024))).status).toBe(413);
});

test("the same report sent twice is one report; its key for another is refused, and whoever names another person", async () => {
  const own = new Client(site, `${sessionCookie}=${world.cookies.own}`);
  const post = (body: unknown, person = world.people.own.id) =>
    own.send("/api/check-ins", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", "x-phasewise-person": person },
    });
  const [first, second] = [await post(world.report), await post(world.report)];
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(((await first.json()) as { checkInId: string }).checkInId).toBe(
    ((await second.json()) as { checkInId: string }).checkInId,
  );
  const other = { ...world.report, answers: { ...world.report.answers, nprsBefore: 7 } };
  expect((await post(other)).status).toBe(422);
  expect((await post(world.report, world.people.other.id)).status).toBe(409);
});

test("addresses that nobody wrote by hand are not found, never a fault", async () => {
  const therapist = new Client(site, `${sessionCookie}=${world.cookies.therapist}`);
  const own = new Client(site, `${sessionCookie}=${world.cookies.own}`);
  const id = world.own.patient.id;
  const odd = ["/patients/x/overview", "/patients/%00/overview", `/patients/${id}/program/revisions/0`];
  const odder = [
    `/patients/${id}/program/revisions/x`,
    `/patients/${id}/program/revisions/999`,
    "/patients/x/clearances",
  ];
  for (const address of [...odd, ...odder, `/patients/${id}/nothing`, "/nothing"]) {
    expect((await therapist.send(address)).status, address).toBe(404);
  }
  const ofPatient = ["/my/today/exercise/x", "/my/today/check-in/x", "/my/today/check-in?stage=noon", "/my/nothing"];
  for (const address of ofPatient) expect((await own.send(address)).status, address).toBe(404);
  for (const query of ["after=x", "before=x", "flag=x", "q=%F0%9F%8C%BF", `q=${"x".repeat(3000)}`, "q=a&q=b"]) {
    expect((await therapist.send(`/worklist?${query}`)).status, query).toBe(200);
  }
  for (const query of ["view=x", "after=x", "clearance=x"]) {
    expect((await therapist.send(`/clearances?${query}`)).status, query).toBe(200);
  }
});

test("the search is remembered for one sign-in, out of sight of scripts and addresses", async () => {
  const by = (asker: "therapist" | "offTeam", search = "") =>
    new Client(site, `${sessionCookie}=${world.cookies[asker]}${search === "" ? "" : `; ${search}`}`);
  const { id = "" } = actionIds(root).get("app/(clinic)/worklist/actions.ts searchPatients") ?? {};
  // As the router posts a form to an action.
  const body = new FormData();
  body.append("_1_q", "Nobodyatall");
  body.append("0", '["$K1"]');
  const searched = await by("therapist").send("/worklist", {
    method: "POST",
    headers: { "next-action": id, accept: "text/x-component" },
    body,
  });
  const [cookie = ""] = searched.headers.getSetCookie().filter((one) => one.startsWith("__Host-phasewise.search="));
  expect(cookie).toMatch(/; Path=\/;.*Secure; HttpOnly; SameSite=lax/i);
  expect(cookie).not.toMatch(/Max-Age|Expires/i);
  expect(searched.headers.get("x-action-redirect")).not.toContain("Nobodyatall");
  const search = cookie.split(";")[0] ?? "";
  expect(await (await by("therapist", search).send("/worklist")).text()).toContain("No patient matches “Nobodyatall”");
  expect(await (await by("therapist", search).send("/worklist?flag=missed")).text()).toContain("Nobodyatall");
  expect(await (await by("offTeam", search).send("/worklist")).text()).not.toContain("Nobodyatall");
  expect(await (await by("therapist").send("/worklist?q=Nobodyatall")).text()).not.toContain("No patient matches");
});

test("a form's fields may have any name, an action of it never falls over", async () => {
  const own = new Client(site, `${sessionCookie}=${world.cookies.own}`);
  const { id = "" } = actionIds(root).get("app/my/today/check-in/actions.ts answerStep") ?? {};
  const fields = form({
    constructor: "x",
    ["__proto__"]: "x",
    toString: "x",
    stage: "before",
    step: "0",
    reason: "\0",
  });
  const { outcome } = await own.action("/my/today/check-in", id, [{ values: 1 }, fields]);
  expect(outcome).toBe("answered");
});

test("an action of another build or a broken body of one is refused, never a fault", async () => {
  const own = new Client(site, `${sessionCookie}=${world.cookies.own}`);
  for (const id of ["x", "00".repeat(21), "../../etc"]) {
    const { status } = await own.send("/my/today", { method: "POST", headers: { "next-action": id }, body: "[]" });
    expect(Math.floor(status / 100), `${id}: ${status}`).toBe(4);
  }
});
