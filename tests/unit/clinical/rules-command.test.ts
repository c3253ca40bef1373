import { spawnSync } from "node:child_process";
import path from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { runRules } from "../../../scripts/lib/run-rules";
import { checkIn } from "../../support/clinical-check-in";

const root = path.join(import.meta.dirname, "../../..");

const asProcess = ["--import", "tsx", "scripts/rules.ts"];

/** In this process: starting one takes a hundred times as long as its answers. */
async function command(args: readonly string[], ...lines: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough({ highWaterMark: 2 ** 24 }), new PassThrough()];
  stdin.end(lines.map((line) => `${line}\n`).join(""));
  const status = await runRules(args, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  const answers = (await text(stdout))
    .split("\n")
    .filter(Boolean)
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  return { status, answers, stderr: await text(stderr) };
}

const situation = { protocol: "fusion-lumbar", anchor: "2026-09-01", today: "2026-11-21", phase: 3 };

describe("the rule command", () => {
  it("answers review line by line in order, an invalid line in its place, and says so in the exit code", async () => {
    const good = JSON.stringify({ ...situation, lines: [{ exercise: "walk-brisk", dosage: {} }] });
    const { status, answers } = await command(
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

  it("answers signing and triage", async () => {
    const lines = [{ exercise: "walk-brisk", phase: 4, dosage: { durationMin: 30 } }];
    const signed = await command(["signing"], JSON.stringify({ ...situation, lines }));
    expect(signed.status).toBe(0);
    expect(signed.answers[0]).toMatchObject({ lines: [{ heldBack: { until: "day", day: 84, keys: [] } }] });
    const judged = await command(["triage"], JSON.stringify(checkIn({ saddleNumb: true })));
    expect(judged.status).toBe(0);
    expect(judged.answers[0]).toMatchObject({ level: "EMERGENCY", missing: [] });
  });

  it("answers readiness and dosage", async () => {
    const { phase, ...day } = situation;
    const asked = (evidence: object) => JSON.stringify({ ...day, phase: phase - 1, evidence });
    const ready = await command(
      ["readiness"],
      asked({ nprsAvg7d: { value: 4, on: "2026-11-19" }, hold: { value: true, on: "2026-11-19" } }),
      asked({ fusionEvidence: { value: "MAYBE", on: "2026-11-19" } }),
      JSON.stringify({ ...day, phase: 6, evidence: {} }),
    );
    expect(ready.status).toBe(1);
    expect(ready.answers[0]).toMatchObject({ ready: false });
    expect(ready.answers[0]?.["criteria"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "nprsAvg7dMax", state: "met", needed: 4, has: 4, on: "2026-11-19" }),
        expect.objectContaining({ id: "hold", state: "unmet" }),
      ]),
    );
    expect(ready.answers[1]).toMatchObject({ error: { path: "evidence.fusionEvidence.value" } });
    expect(ready.answers[2]).toMatchObject({ ready: false, criteria: [{ id: "lastPhase" }] });
    const week = { worstTriage: "NORMAL_SORENESS", adherencePct: 90 };
    const walk = { exercise: "walk-short", current: { durationMin: 15 }, phaseDefault: { durationMin: 15 }, week };
    const proposed = await command(
      ["dosage"],
      JSON.stringify({ ...walk, protocol: "fusion-lumbar", phase: 2 }),
      JSON.stringify({ ...walk, protocol: "fusion-lumbar", phase: 2, week: { ...week, adherence: 1 } }),
    );
    expect(proposed.status).toBe(1);
    expect(proposed.answers[0]).toMatchObject({ proposal: { durationMin: 20 }, change: "increase" });
    expect(proposed.answers[1]).toMatchObject({ error: { path: "week.adherence" } });
  });

  it("answers thousands of lines in order, the last one without a line end, and knows no exercise of JavaScript's own", () => {
    const line = (exercise: string) => JSON.stringify({ ...situation, lines: [{ exercise, dosage: {} }] });
    const exercises = Array.from({ length: 3000 }, (_, index) => (index % 2 === 0 ? `none-${index}` : "constructor"));
    const { status, stdout } = spawnSync(process.execPath, [...asProcess, "review"], {
      ...{ cwd: root, encoding: "utf8", maxBuffer: 1e8 },
      input: exercises.map(line).join("\r\n"),
    });
    expect(status).toBe(0);
    const answered = stdout
      .trimEnd()
      .split("\n")
      .map((answer) => /"exercise":"([^"]+)","verdict":"block"/.exec(answer)?.[1]);
    expect(answered).toEqual(exercises);
  });

  it.each([[[]], [["nope"]], [["review", "more"]]])("refuses the arguments %j", async (args) => {
    const { status, answers, stderr } = await command(args);
    expect([status, answers]).toEqual([2, []]);
    expect(stderr).toContain("Usage: npm run -s rules -- <review|signing|readiness|triage|dosage>");
  });

  it("ends with the exit code that it answers", () => {
    const { status, stdout } = spawnSync(process.execPath, [...asProcess, "triage"], {
      cwd: root,
      input: "not json\n",
    });
    expect([status, String(stdout)]).toEqual([1, '{"error":{"path":"","message":"is not JSON"}}\n']);
  });
});
