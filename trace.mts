import { chromium } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
const base = process.env.URL!, data = process.env.DATA!;
const made = JSON.parse(execFileSync("node", ["--conditions=react-server","--import","tsx","tests/bench/make-long-draft.ts"], { encoding: "utf8", env: { ...process.env, PHASEWISE_DATA_DIR: data } }));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } });
await context.addCookies([{ name: "__Host-phasewise.session", value: made.therapist, domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" }]);
const page = await context.newPage();
if (process.env.LS) await page.addInitScript({ content: `(()=>{window.L={};const add=EventTarget.prototype.addEventListener;EventTarget.prototype.addEventListener=function(t,f,o){if(t==='keydown'&&typeof f==='function'){const g=function(e){const a=performance.now();try{return f.call(this,e)}finally{const k=(this===window?'window':this.nodeName)+(o&&(o===true||o.capture)?' capture ':' bubble ')+String(f).slice(0,90);(window.L[k]??=[0,0]);window.L[k][0]+=performance.now()-a;window.L[k][1]++}};return add.call(this,t,g,o)}return add.call(this,t,f,o)}})()` });
await page.goto(made.path, { waitUntil: "networkidle" });
await page.locator("[data-builder]:not([inert])").waitFor(); await page.locator("#builder-library [role=row]").first().waitFor();
if (process.env.EVAL) console.log("eval", await page.evaluate(process.env.EVAL));
await page.evaluate(() => { (window as any).T = []; new PerformanceObserver((l) => { for (const e of l.getEntries() as any) if (e.name === "keydown") (window as any).T.push([Math.round(e.processingStart - e.startTime), Math.round(e.processingEnd - e.processingStart), Math.round(e.duration)]); }).observe({ type: "event", durationThreshold: 16 } as any); });
const cell = page.locator("input[data-column=dose]").first();
await cell.focus();
const keys = async (n: number) => { for (let i = 0; i < n; i++) { await page.keyboard.press(i % 2 ? "ArrowDown" : "ArrowUp"); await page.waitForTimeout(250); } };
await keys(10);
console.log(JSON.stringify(await page.evaluate(() => (window as any).T))); console.log(JSON.stringify(await page.evaluate(() => (window as any).L), null, 1)); console.log(JSON.stringify(await page.evaluate(() => Object.entries((window as any).Q ?? {}).sort((a: any, b: any) => b[1][0] - a[1][0]).slice(0, 8))));
if (process.env.TRACE) {
  const cdp = await browser.newBrowserCDPSession();
  const events: any[] = [];
  cdp.on("Tracing.dataCollected", (e: any) => events.push(...e.value));
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "disabled-by-default-devtools.timeline.invalidationTracking", "disabled-by-default-v8.cpu_profiler", "blink.user_timing"] } } as any);
  await keys(4);
  const done = new Promise((r) => cdp.once("Tracing.tracingComplete", r));
  await cdp.send("Tracing.end"); await done;
  writeFileSync("/tmp/trace.json", JSON.stringify(events));
  const sum: Record<string, [number, number]> = {};
  for (const e of events) if (e.ph === "X" && e.dur > 500) { const s = (sum[e.name] ??= [0, 0]); s[0] += e.dur / 1000; s[1]++; }
  console.log(Object.entries(sum).sort((a, b) => b[1][0] - a[1][0]).slice(0, 14).map(([k, [ms, n]]) => `${ms.toFixed(0)} ms ×${n} ${k}`).join("\n"));
  const inv: Record<string, number> = {};
  for (const e of events) if (/Invalidat/.test(e.name)) { const d = e.args?.data ?? {}; const k = `${e.name} ${d.reason ?? ""} ${d.extraData ?? ""} ${d.nodeName ?? ""}`.slice(0, 150); inv[k] = (inv[k] ?? 0) + 1; }
  console.log(Object.entries(inv).sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, n]) => `${n} ${k}`).join("\n"));
  for (const e of events) if (e.name === "UpdateLayoutTree" && e.dur > 3000) console.log("style", (e.dur/1000).toFixed(1), e.args?.elementCount);
  for (const e of events) if (e.name === "Layout" && e.dur > 3000) console.log("layout", (e.dur/1000).toFixed(1), e.args?.beginData?.dirtyObjects, e.args?.beginData?.totalObjects, e.args?.beginData?.partialLayout);
}
await browser.close();
