// After `npm install`: a registry that does not carry the packages of other platforms makes npm leave them out of package-lock.json, and
// `npm ci` then refuses that lockfile on every fresh checkout. This names them again; npm installs only those of the machine it runs on.
import { readFileSync, writeFileSync } from "node:fs";

const systems = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isNamed(place, name)) lock.packages[`node_modules/${name}`] = placeholder(name, version, entry.dev);
  }
}
const [[, project], ...packages] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([["", project], ...packages.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);

/** Looks for a package as Node does: beside the one that asks for it, then further up. */
function isNamed(place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (lock.packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

function placeholder(name, version, dev) {
  const words = name.replace("windows", "win32").split(/[-/]/);
  const [os, cpu] = [systems, processors].map((known) => known.filter((word) => words.includes(word)).slice(0, 1));
  return {
    version: version.replace(/^[\^~]/, ""),
    optional: true,
    ...(dev ? { dev } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(os.length > 0 ? { os } : {}),
  };
}
