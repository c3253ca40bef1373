/**
 * Opens the patient's pages without network: the shell page `/offline` and what it is made of are kept here, and nothing about a person; plan and
 * queue lie in IndexedDB (lib/offline). Hand-written and served as it stands: names shared with lib/offline are marked.
 */
const shellCache = "phasewise-shell";
const shellPath = "/offline";
/** The shell is fetched anew when it is older; another language at once. */
const freshMs = 10 * 60_000;
/** A network that does not answer a page for so long counts as none. */
const patienceMs = 15_000;

self.addEventListener("install", () => {
  void self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  const { what, language } = event.data ?? {};
  if (what === "keep-shell") {
    // A page that was on its way while this worker began is not its own yet.
    event.waitUntil(Promise.all([self.clients.claim(), keepShell(language).catch(() => undefined)]));
  }
  if (what === "send-later") event.waitUntil(sendLater());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (opensShell(pathname)) event.respondWith(pageOrShell(request));
  } else if (isPart(pathname)) event.respondWith(kept(request));
});

/** The patient's pages, and where a phone begins or ends up when its session is over. */
function opensShell(pathname) {
  return pathname === "/" || pathname === "/sign-in" || pathname === shellPath || /^\/my(\/|$)/.test(pathname);
}

/** Files whose name changes with their content, icons and the manifest. */
function isPart(pathname) {
  return /^\/(_next\/static\/|icon|apple-icon|manifest\.webmanifest$)/.test(pathname);
}

async function pageOrShell(request) {
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), patienceMs);
  });
  const page = Promise.race([fetch(request), tooLong]);
  try {
    if (!isAway((await page).status)) return await page;
    return (await keptShell()) ?? (await page);
  } catch (error) {
    const shell = await keptShell();
    if (!shell) throw error;
    return shell;
  } finally {
    clearTimeout(timer);
  }
}

async function keptShell() {
  return (await caches.open(shellCache)).match(shellPath);
}

/** The server is being renewed, or has lost its database: for a patient that is no network. */
function isAway(status) {
  return status >= 502 && status <= 504;
}

async function kept(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Fetches the shell and everything that it may load, the page itself last; then drops what it no longer needs. */
async function keepShell(language) {
  const cache = await caches.open(shellCache);
  if (await isFresh(await cache.match(shellPath), language)) return;
  // Somebody who is not a patient, or nobody, is sent elsewhere: then there is nothing to keep.
  const page = await fetch(shellPath, { redirect: "error", cache: "no-store" });
  if (!page.ok) return;
  const needed = new Set();
  let texts = [await page.clone().text()];
  while (texts.length > 0) {
    const found = texts.flatMap(partsIn).filter((part) => !needed.has(part));
    for (const part of found) needed.add(part);
    texts = await Promise.all([...new Set(found)].map((part) => textOf(cache, part)));
  }
  await cache.put(shellPath, page);
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (pathname !== shellPath && !needed.has(pathname + search)) await cache.delete(url);
  }
  tellPages("changed");
}

async function isFresh(page, language) {
  if (!page) return false;
  const age = Date.now() - Date.parse(page.headers.get("date") ?? "");
  return age >= 0 && age < freshMs && (await page.text()).includes(`<html lang="${language}"`);
}

/** The files that a page, a script or a style sheet names, those that a script loads later among them. */
function partsIn(text) {
  const files = [
    ...text.matchAll(/(?:static\/|\.\.\/)((?:chunks|media)\/[\w.~-]+\.(?:js|css|woff2|svg|png)\b(?!\.))/g),
  ];
  const icons = [...text.matchAll(/href="(\/(?:icon|apple-icon|manifest\.webmanifest)[^"]*)"/g)];
  return [...files.map(([, name]) => `/_next/static/${name}`), ...icons.map(([, path]) => path)];
}

/** Keeps one part, and answers its text where it may name others. What keeps its name when it changes is fetched with every shell. */
async function textOf(cache, part) {
  let response = part.startsWith("/_next/static/") ? await cache.match(part, { ignoreVary: true }) : undefined;
  if (!response) {
    response = await fetch(part);
    if (!response.ok) throw new Error("a part is not there");
    await cache.put(part, response.clone());
  }
  return /\.(js|css)$/.test(part) ? response.text() : "";
}

/** Where the browser can: when the network is back, though no page is open. Elsewhere the next page that opens sends. */
async function sendLater() {
  await self.registration.sync?.register("send").catch(() => undefined);
}

self.addEventListener("sync", (event) => {
  if (event.tag === "send") event.waitUntil(navigator.locks.request("phasewise-send", sendQueue));
});

const addresses = { mark: "/api/exercise-marks", "check-in": "/api/check-ins" };
const keptMs = 7 * 86_400_000;

/** A network that swallows everything counts as none. */
const sendPatienceMs = 20_000;

/**
 * What `sendWaiting` of lib/offline/send.ts does, when no page may be open to do it: in order, for the person that the plan belongs to. Whatever is
 * not plainly taken stays for a page to judge, and does not hold up those behind it: an emergency may be among them. Throwing makes the browser try
 * again later.
 */
async function sendQueue() {
  const database = await openKept();
  // Another page renews or removes the store.
  database.addEventListener("versionchange", () => database.close());
  try {
    const reading = database.transaction(["queue", "owner"]);
    const [reports, keys, owner] = await Promise.all([
      done(reading.objectStore("queue").getAll()),
      done(reading.objectStore("queue").getAllKeys()),
      done(reading.objectStore("owner").get("owner")),
    ]);
    let hasStumbled = false;
    for (const [index, report] of reports.entries()) {
      const { person, madeAt, takenAt } = report;
      const isDue = takenAt === undefined && person === owner?.userId && Date.now() - Date.parse(madeAt) < keptMs;
      if (!isDue) continue;
      const became = await sendOne(report);
      if (became === "signed out") return;
      if (became === "away") throw new Error("not now");
      if (became === "stumbled") hasStumbled = true;
      if (became !== "taken") continue;
      const taken = { ...report, takenAt: new Date().toISOString() };
      await done(database.transaction("queue", "readwrite").objectStore("queue").put(taken, keys[index]));
      tellPages("sent");
    }
    if (hasStumbled) throw new Error("one is not taken yet");
  } finally {
    database.close();
  }
}

/** Throws without network. */
async function sendOne({ kind, body, person, madeAt }) {
  const response = await fetch(`${addresses[kind]}?quiet`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "x-phasewise-person": person },
    body: JSON.stringify({ ...body, reportedAt: madeAt, sentAt: new Date().toISOString() }),
    redirect: "error",
    signal: AbortSignal.timeout(sendPatienceMs),
  });
  const { status } = response;
  if (status === 500) return "stumbled";
  if (status > 500 || status === 429) return "away";
  if (status === 401 || status === 403 || status === 409) return "signed out";
  const answer = await response.json().catch(() => null);
  // A page of a hotel's network is no answer.
  if (typeof answer !== "object" || answer === null) return "away";
  return status === 200 || status === 201 || status === 202 ? "taken" : "left to a page";
}

/** The store of lib/offline/database.ts, where there is one. */
function openKept() {
  const opening = indexedDB.open("phasewise");
  // There is none: nothing is made here.
  opening.addEventListener("upgradeneeded", () => opening.transaction.abort());
  return done(opening);
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error(request.error?.name)));
  });
}

/** As lib/offline/changes.ts hears it. */
function tellPages(change) {
  const channel = new BroadcastChannel("phasewise-offline");
  channel.postMessage(change);
  channel.close();
}
