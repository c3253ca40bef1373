import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { modules, node24, root } from "./paths.js";
import { Refusal, step } from "./say.js";

const schemaFolder = path.join(root, "prisma/schema");
const generated = path.join(root, "lib/db/generated");
const stamp = path.join(generated, ".schema-hash");

/** Generates the Prisma client when the schema or Prisma's version changed since the last time. */
export async function generateIfChanged() {
  const hash = schemaHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  await step("Prisma client generated", () => generate(hash));
}

function generate(hash) {
  const prisma = path.join(modules, "prisma/build/index.js");
  const answer = spawnSync(node24, [prisma, "generate", "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    // Prisma looks for its migration engine although `generate` never runs it; any existing file satisfies it offline.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: prisma, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (answer.status !== 0) {
    throw new Refusal(`prisma generate failed; mend prisma/schema:\n${answer.stdout}${answer.stderr}`);
  }
  writeFileSync(stamp, hash);
}

function schemaHash() {
  const hash = createHash("sha256").update(readFileSync(path.join(modules, "prisma/package.json")));
  for (const file of readdirSync(schemaFolder).sort())
    hash.update(file).update(readFileSync(path.join(schemaFolder, file)));
  return hash.digest("hex");
}
