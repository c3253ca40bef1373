import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkIn } from "../../support/clinical-check-in";

const root = path.join(import.meta.dirname, "../../..");

function command(args: readonly string[], ...lines: string[]) {
  const run = spawnSync(process.execPath, ["--import", "tsx", "scripts/rules.ts", ...args], {
    cwd: root,
    input: lines.map((line) => `${line}\n`).join(""),
    encoding: "utf8",
  });
  const answers = run.stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  return { status: run.status, answers, stderr: run.stderr };
}

const situation = { protocol: "fusion-lumbar", anchor: "2026-09-01", today: "2026-11-21", phase: 3 };

describe("the rule command", () => {
  it("answers review line by line in order, an invalid line in its place, and says so in the exit code", () => {
    const good = JSON.stringify({ ...situation, lines: [{ exercise: "walk-brisk", dosage: {} }] });
    const { status, answers } = command(
      ["review"],
      good,
      JSON.stringify({ ...situation, lines: [{ exercise: "walk-brisk", dosage: { sets: 0 } }] }),
      JSON.stringify({ ...situation, alsoProtocols: [{ protocol: "fbss", since: 1 }], lines: [] }),
      "not json",
      "",
      "[]",
      good,
    );
    expect(status).toBe(1);
    expect(answers[0]).toEqual({
      verdict: "clear",
      lines: [{ exercise: "walk-brisk", verdict: "clear", findings: [] }],
      findings: [],
    });
    expect(answers[1]).toMatchObject({ error: { path: "lines[0].dosage.sets" } });
    expect(answers[2]).toMatchObject({ error: { path: "alsoProtocols[0].since" } });
    expect(answers[3]).toEqual({ error: { path: "", message: "is not JSON" } });
    expect(answers[4]).toEqual({ error: { path: "", message: "is not JSON" } });
    expect(answers[5]).toMatchObject({ error: { path: "" } });
    expect(answers[6]).toEqual(answers[0]);
    expect(answers).toHaveLength(7);
  });

  it("answers signing and triage", () => {
    const lines = [{ exercise: "walk-brisk", phase: 4, dosage: { durationMin: 30 } }];
    const signed = command(["signing"], JSON.stringify({ ...situation, lines }));
    expect(signed.status).toBe(0);
    expect(signed.answers[0]).toMatchObject({ lines: [{ heldBack: { until: "day", day: 84, keys: [] } }] });
    const judged = command(["triage"], JSON.stringify(checkIn({ saddleNumb: true })));
    expect(judged.status).toBe(0);
    expect(judged.answers[0]).toMatchObject({ level: "EMERGENCY", missing: [] });
  });

  it.each([[[]], [["readiness"]], [["dosage"]], [["nope"]], [["review", "more"]]])(
    "refuses the arguments %j",
    (args) => {
      const { status, answers, stderr } = command(args);
      expect([status, answers]).toEqual([2, []]);
      expect(stderr).toContain("Usage: npm run -s rules -- <review|signing|triage>");
    },
  );
});
