import { expectAccessible } from "../support/e2e-axe";
import { sleepThroughWalk } from "./exercise-steps";
import { expect, test } from "./fixtures";
import { inspect, inspectChosenDark, inspectNarrow, locales, speak } from "./page-steps";

test.describe.configure({ mode: "parallel" });
test.setTimeout(120_000);

const patientName = "Marigold Thistlewood";

for (const locale of locales) {
  // Spanish has the longer words: it is looked at where room is short, English where there is more.
  const tag = locale === "es" ? "@phone" : "@desktop";

  test(`the therapist's pages in ${locale}`, { tag }, async ({ visits }) => {
    const page = await visits.enter("Priya Sandpiper", {});
    await speak(page, { locale });
    await inspect(page, "/worklist", locale);
    const found = page.getByRole("link", { name: patientName });
    const record = (await found.getAttribute("href"))?.replace(/\/overview$/, "") ?? "";
    await inspect(page, "/worklist/proposals", locale);
    for (const tab of [
      "overview",
      "episode",
      "episode/end",
      "episode/next",
      "program",
      "program/revisions",
      "program/revisions/1",
      "program/compare",
      "program/print",
      "phase",
      "clearances",
      "clearances/usual?week=20",
      "check-ins",
    ]) {
      await inspect(page, `${record}/${tab}`, locale);
    }
    await page.goto(`${record}/clearances`);
    const decision = page.locator("article a[href*='/clearances/']").first();
    await inspect(page, (await decision.getAttribute("href")) ?? "", locale);
    await page.goto(`${record}/program/revisions/1`);
    const line = page.locator("a[href*='/program/revisions/1/lines/']").first();
    await inspect(page, (await line.getAttribute("href")) ?? "", locale);
    await inspect(page, "/patients/new", locale);
  });

  test(`the library in ${locale}`, { tag }, async ({ visits }) => {
    const page = await visits.enter("Priya Sandpiper", {});
    await speak(page, { locale });
    for (const address of [
      "/library",
      "/library?q=bridge&position=supine",
      "/library?mine=recent",
      "/library/bridge",
      "/library/new",
      "/library/new?copy=bridge",
      "/library/figures?category=BREATHING_GAIT",
    ]) {
      await inspect(page, address, locale);
    }
    // A copy under a name of its own, which no other run has taken.
    const word = crypto.randomUUID().slice(0, 8);
    const names = { en: `Towel squeeze ${word}`, es: `Apretar la toalla ${word}` };
    await page.goto("/library/new?copy=bridge");
    for (const language of locales) await page.locator(`[name='name.${language}']`).fill(names[language]);
    await page.getByRole("main").locator("button[type=submit]").last().click();
    await expect(page.getByRole("heading", { level: 1, name: names[locale] })).toBeVisible();
    const own = new URL(page.url()).pathname;
    await inspect(page, own, locale);
    await inspect(page, `${own}/edit`, locale);
    // It shows its original's figure, gets one of its own, refused while no body bends so, and is found with it.
    await inspect(page, `${own}/figure`, locale);
    const editor = page.locator("form:has(ol)");
    const save = editor.locator("button[type=submit]");
    await editor.locator("button[aria-pressed=false]").first().click();
    const pitch = page.locator("[name='keys.1.pitch']");
    await pitch.fill("-150");
    await save.click();
    await expect(editor.getByRole("alert")).toBeVisible();
    await expect(pitch).toHaveAttribute("aria-invalid", "true");
    await pitch.press("Control+z");
    await expect(pitch).toHaveValue("-113");
    await pitch.fill("-106");
    await save.click();
    await page.waitForURL(own);
    await page.goto(`/library/figures?whose=own&q=${encodeURIComponent(names[locale])}`);
    await expect(page.getByRole("listitem").filter({ hasText: names[locale] }).locator("svg.figure")).toHaveCount(2);
  });

  test(`the pages of sources and settings in ${locale}`, { tag }, async ({ visits }) => {
    const page = await visits.enter("Priya Sandpiper", {});
    await speak(page, { locale });
    for (const address of ["/sources", "/sources/SEED2", "/settings", "/settings?part=entry", "/settings/review"]) {
      await inspect(page, address, locale);
    }
  });

  test(`the pages of templates in ${locale}`, { tag }, async ({ visits }) => {
    const page = await visits.enter("Priya Sandpiper", {});
    await speak(page, { locale });
    await inspect(page, "/templates", locale);
    // Of the clinic's own: version 1 has a patient, version 2 is the newest.
    const own = await page.getByRole("link", { name: /our way|nuestra manera/ }).getAttribute("href");
    for (const address of ["/templates/new", own ?? "", `${own ?? ""}/compare?from=1&to=2`]) {
      await inspect(page, address, locale);
    }
  });

  test(`the surgeon's and the administrator's pages in ${locale}`, { tag }, async ({ visits }) => {
    const surgeon = await visits.enter("Dr. Elias Kingfisher", {});
    await speak(surgeon, { locale });
    for (const address of ["/clearances", "/clearances?view=decided", "/clearances?view=expiring", "/worklist"]) {
      await inspect(surgeon, address, locale);
    }
    await surgeon.goto("/clearances");
    const first = surgeon.getByRole("main").getByRole("listitem").getByRole("link").first();
    await inspect(surgeon, (await first.getAttribute("href")) ?? "", locale);
    await surgeon.goto("/clearances");
    const chosen = await surgeon
      .locator("input[name=clearance]")
      .evaluateAll((boxes) => boxes.slice(0, 2).map((box) => box.getAttribute("value")));
    await inspect(surgeon, `/clearances/several?${chosen.map((id) => `clearance=${id ?? ""}`).join("&")}`, locale);
    const administrator = await visits.enter("Casey Heron", {});
    await speak(administrator, { locale });
    await inspect(administrator, "/admin", locale);
    await inspect(administrator, "/settings", locale);
  });

  test(`the patient's pages in ${locale}`, { tag }, async ({ visits }) => {
    const page = await visits.enter(patientName, {});
    await speak(page, { locale });
    await inspectNarrow(page, "/my/today", locale);
    // The small figures are files of their own, and nothing of their size waits for them.
    const stills = page.locator("svg.figure > use");
    await expect(stills).not.toHaveCount(0);
    await expect
      .poll(() => stills.evaluateAll((all) => all.every((use) => use.getBoundingClientRect().width > 0)))
      .toBe(true);
    const exercise = await page.locator("a[href^='/my/today/exercise/']").first().getAttribute("href");
    await inspectNarrow(page, exercise ?? "", locale);
    // The figure stops by keyboard, without script of ours, and shows its numbered poses instead.
    await page.locator(".figure-pause").press("Space");
    await expect(page.locator(".figure-moving")).toBeHidden();
    await expect(page.locator(".figure-strip").getByRole("listitem").first()).toBeVisible();
    if (locale === "en") await sleepThroughWalk(page);
    for (const address of [
      "/my/today/check-in",
      "/my/today/check-in?stage=follow-up&of=yesterday",
      "/my/today/changes",
      "/my/today/print",
      "/my/program",
      "/my/program/changes",
      "/my/progress",
      "/my/record",
      "/my/allowed",
      "/my/allowed/ask",
      "/offline",
    ]) {
      await inspectNarrow(page, address, locale);
    }
  });

  test(`what anybody may see in ${locale}`, { tag }, async ({ visits }) => {
    const page = await visits.arrive("nobody", { locale: locale === "en" ? "en-US" : "es-MX" });
    await inspectNarrow(page, "/sign-in", locale);
    await page
      .getByRole("button", { name: locale === "en" ? "Sign in" : "Iniciar sesión", exact: true })
      .first()
      .click();
    await expect(page).toHaveTitle(/^Error:/);
    await expect(page.getByRole("alert").first()).toBeFocused();
    await expectAccessible(page, "sign-in with an error");
    visits.watch.expect(/404/);
    await inspectNarrow(page, "/no-such-page", locale);
  });
}

test("in the dark by choice", { tag: "@desktop" }, async ({ visits }) => {
  for (const [name, address] of [
    ["Priya Sandpiper", "/worklist"],
    [patientName, "/my/today"],
  ] as const) {
    const page = await visits.enter(name, {});
    await speak(page, { theme: "dark" });
    await inspectChosenDark(page, address);
  }
});

test("without JavaScript the patient's pages still say what they say, and the check-in goes on", async ({ visits }) => {
  const signedIn = await visits.enter(patientName, {});
  const state = await signedIn.context().storageState();
  const page = await visits.arrive("without JavaScript", { javaScriptEnabled: false, storageState: state });
  await page.goto("/my/today/check-in");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveTitle(/^Error:/);
  await page.getByRole("radio", { name: /^2$/ }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Is anything new or different?" })).toBeVisible();
  await page.getByRole("button", { name: "I have none of these" }).click();
  await expect(page.getByText("Screen 3 of 3")).toBeVisible();
  await page.goto("/my/allowed/ask");
  await page.getByRole("button", { name: "Send question" }).click();
  await expect(page).toHaveTitle(/^Error:/);
  await expect(page.getByText("Write your question, or choose what it is about.")).toBeVisible();
});
