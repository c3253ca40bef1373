import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const Secrets = z.object({
  superuserPassword: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
  authSecret: z.string(),
});

/** What the embedded database and its sessions are locked with; made once, readable by this account only. */
export function keptSecrets(dataFolder: string): z.output<typeof Secrets> {
  const file = path.join(dataFolder, "secrets.json");
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, "utf8")));
  const random = (): string => randomBytes(32).toString("hex");
  const secrets = {
    superuserPassword: random(),
    ownerPassword: random(),
    appPassword: random(),
    authSecret: random(),
  };
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
