import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./say.js";

/** The operating system's account that PostgreSQL runs as. */
export type Account = {
  /** Null when it is our own. */
  ids: { uid: number; gid: number } | null;
  /** Command, arguments and options with which `spawn` runs a program as this account. */
  command: (program: string, args: string[]) => [string, string[], { uid?: number; gid?: number; cwd?: string }];
};

/**
 * PostgreSQL refuses to run as root: root gets an account named postgres, made when it is missing.
 * @param program a PostgreSQL binary and `folder` the data folder, both must be reachable for that account
 */
export function postgresAccount(program: string, folder: string): Account {
  if (process.getuid?.() !== 0) return { ids: null, command: (name, args) => [name, args, {}] };
  const ids = findIds() ?? createAccount();
  if ([program, folder].every(isReachableForAll)) {
    return { ids, command: (name, args) => [name, args, { ...ids, cwd: "/" }] };
  }
  // A checkout below /root is closed to other accounts: hand over root's right to pass closed folders, nothing else.
  if (spawnSync("setpriv", ["--version"]).status !== 0) {
    throw new Refusal(
      `PostgreSQL cannot run as root, and its account "postgres" cannot reach ${folder}: move the checkout to a folder that all users may enter, such as /srv/phasewise.`,
    );
  }
  const rights = [
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
  ];
  const as = [`--reuid=${String(ids.uid)}`, `--regid=${String(ids.gid)}`, ...rights, "--"];
  return { ids, command: (name, args) => ["setpriv", [...as, name, ...args], { cwd: "/" }] };
}

/** Whether every account may pass the folders above a file. */
export function isReachableForAll(file: string): boolean {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function findIds(): Account["ids"] {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const answer = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
    return answer.status === 0 ? Number(answer.stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? null : { uid, gid };
}

function createAccount(): { uid: number; gid: number } {
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  const ids = findIds();
  if (ids) return ids;
  throw new Refusal(
    "PostgreSQL cannot run as root, and no account named postgres could be made: start as an ordinary user.",
  );
}
