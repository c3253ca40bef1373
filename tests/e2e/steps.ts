import type { Page } from "@playwright/test";
import { demoPassword } from "@/lib/access/demo-password";
import { sessionCookie } from "../support/e2e-askers";

/** Somebody invented who is not in the demo clinic yet. */
export type NewPatient = { givenName: string; familyName: string; mrn: string; signInName: string };

/** A plainly fictional patient with a name and a record number of their own in every run. */
export function newPatient(givenName: string): NewPatient {
  const number = `${Date.now() % 1_000_000}${Math.floor(Math.random() * 1000)}`;
  const letters = number.replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
  return {
    givenName,
    familyName: `Bloom${letters}`,
    mrn: `DEMO-E${number}`,
    signInName: `${givenName.toLowerCase()}.${number}@demo.example`,
  };
}

/** The day so many days ago on the demo clinic's calendar. */
export function dayAgo(days: number): string {
  const day = new Date(Date.now() - days * 86_400_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(day);
}

/** Fills identity and episode of a lumbar fusion by Dr. Kingfisher on the form "New patient". */
export async function fillAdmission(page: Page, patient: NewPatient, daysAfter: number): Promise<void> {
  await page.getByLabel("Given name").fill(patient.givenName);
  await page.getByLabel("Family name").fill(patient.familyName);
  await page.getByLabel("Record number (MRN)").fill(patient.mrn);
  await page.getByLabel("Birth date").fill("1971-04-05");
  await page.getByLabel("Sign-in name").fill(patient.signInName);
  await page.getByLabel("Telephone").fill("(555) 555-0187");
  await page.getByRole("radio", { name: "Fusion", exact: true }).check();
  await page.getByRole("radio", { name: "Lumbar", exact: true }).check();
  await page.getByRole("checkbox", { name: "L4–L5" }).check();
  await page.getByLabel("Technique").fill("TLIF");
  await page.getByLabel("Procedure date").fill(dayAgo(daysAfter));
  await page.getByLabel("Surgeon", { exact: true }).selectOption({ label: "Dr. Elias Kingfisher" });
}

/** What the hand-over card shows once. */
export async function readHandOver(page: Page): Promise<{ signInName: string; password: string }> {
  const values = page.getByRole("definition");
  return { signInName: await values.nth(0).innerText(), password: await values.nth(1).innerText() };
}

/** Opens the page to sign, which saves the draft first. */
export async function reviewDraft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review and sign" }).click();
  await page.waitForURL(/\/program\/sign$/);
}

/** Signs the draft with the therapist's password. */
export async function signDraft(page: Page): Promise<void> {
  await reviewDraft(page);
  await page.getByLabel("Your password, again").fill(demoPassword);
  await page.getByRole("button", { name: /^Sign as/ }).click();
  await page.waitForURL(/\/program$/);
}

/** Signing in by name and password. */
export async function signIn(page: Page, signInName: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Sign-in name").fill(signInName);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Puts somebody's session into the browser, as if they had signed in. */
export async function putSession(page: Page, value: string): Promise<void> {
  const cookie = { name: sessionCookie, value, domain: "localhost", path: "/" };
  await page.context().addCookies([{ ...cookie, secure: true, httpOnly: true, sameSite: "Lax" }]);
}

/** Every group of warning signs on the screen: nothing of it. */
export async function noneOfAll(page: Page): Promise<void> {
  const boxes = page.getByRole("checkbox", { name: "None of these" });
  for (const box of await boxes.all()) await box.check();
}
