import { Refusal } from "../lib/say.js";

/** One line of a Dockerfile, continuation lines joined. */
export type Instruction = { word: string; rest: string };

/** One `FROM … AS name` with what follows it. */
export type Stage = { name: string; from: string; instructions: Instruction[] };

const known = new Set(["COPY", "RUN", "ENV", "WORKDIR", "USER", "EXPOSE", "HEALTHCHECK", "CMD"]);

/**
 * Reads the stages of a Dockerfile.
 * @throws Refusal on an instruction that the replay does not know, rather than passing it over
 */
export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text.replaceAll(/\\\n/g, " ").split("\n");
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== "" && !each.startsWith("#"))) {
    const [, word = "", rest = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const from = /^(\S+) AS (\S+)$/.exec(rest);
    if (word === "FROM" && from?.[1] && from[2]) stages.push({ name: from[2], from: from[1], instructions: [] });
    else if (known.has(word)) stages.at(-1)?.instructions.push({ word, rest });
    else throw new Refusal(`scripts/test/dockerfile.ts cannot replay this line of the Dockerfile: ${line}`);
  }
  return stages;
}

/** The variables of an ENV line, all in the form NAME=value. */
export function variablesOf(rest: string): Record<string, string> {
  return Object.fromEntries([...rest.matchAll(/(\w+)=(\S*)/g)].map(([, name = "", value = ""]) => [name, value]));
}
