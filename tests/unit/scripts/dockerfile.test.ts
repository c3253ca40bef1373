import { describe, expect, it } from "vitest";
import { readDockerfile, variablesOf } from "../../../scripts/test/dockerfile";

describe("reading a Dockerfile", () => {
  it("finds stages, joins continued lines and passes over comments", () => {
    const text =
      '# why\nFROM node:24-slim AS builder\nRUN npm ci \\\n  --no-audit\n\nFROM builder AS migrate\nCMD ["npm"]\n';
    expect(readDockerfile(text)).toEqual([
      { name: "builder", from: "node:24-slim", instructions: [{ word: "RUN", rest: "npm ci    --no-audit" }] },
      { name: "migrate", from: "builder", instructions: [{ word: "CMD", rest: '["npm"]' }] },
    ]);
  });

  it("refuses a line that the replay could not run", () => {
    expect(() => readDockerfile("FROM a AS b\nADD https://example.org/x /x\n")).toThrow(/ADD/);
  });

  it("reads the variables of an ENV line", () => {
    expect(variablesOf("NODE_ENV=production PORT=3000")).toEqual({ NODE_ENV: "production", PORT: "3000" });
  });
});
