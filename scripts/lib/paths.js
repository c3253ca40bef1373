import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const modules = path.join(root, "node_modules");
export const node24 = path.join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");
