import { expect, test } from "vitest";
import { refusal } from "@/app/my/record/refusal";

const browser = new Headers({ accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
const program = new Headers({ accept: "*/*" });

test("a person who asks for the file too often, or is signed out, reads a page; a program gets the status", async () => {
  const led = [refusal(browser, 429, "too-many"), refusal(browser, 401, "signed-out")];
  expect(led.map(({ status, headers }) => [status, headers.get("location")])).toEqual([
    [303, "/my/record?file=too-often"],
    [303, "/sign-in"],
  ]);
  const told = refusal(program, 429, "too-many", { "Retry-After": "3600" });
  expect([told.status, told.headers.get("retry-after"), await told.json()]).toEqual([
    ...[429, "3600"],
    { error: "too-many" },
  ]);
  expect(refusal(browser, 404, "not-found").status).toBe(404);
});
