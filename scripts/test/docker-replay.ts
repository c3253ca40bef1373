import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { modules, root } from "../lib/paths.js";
import { Refusal } from "../lib/say.js";
import { readDockerfile, variablesOf, type Stage } from "./dockerfile";

const Command = z.array(z.string()).min(1);

/** What a replayed stage leaves: the folder its image would have as root, where it works, and what it would run. */
export type Image = { folder: string; workFolder: string; environment: Record<string, string>; command: string[] };

/**
 * Replays the Dockerfile's own COPY and RUN lines in folders instead of images, so that they are tested where no Docker is.
 * @param target the folder that gets one folder for each stage
 */
export function replayDockerfile(target: string): Map<string, Image> {
  const images = new Map<string, Image>();
  for (const stage of readDockerfile(readFileSync(path.join(root, "Dockerfile"), "utf8"))) {
    images.set(stage.name, replayStage(stage, images, path.join(target, stage.name)));
  }
  return images;
}

function replayStage(stage: Stage, images: Map<string, Image>, folder: string): Image {
  const base = images.get(stage.from);
  // A stage on top of another runs there: nothing in ours changes what it stands on.
  const image: Image = base ? { ...base } : { folder, workFolder: folder, environment: {}, command: [] };
  for (const { word, rest } of stage.instructions) {
    if (word === "WORKDIR") image.workFolder = path.join(image.folder, rest);
    if (word === "ENV") image.environment = { ...image.environment, ...variablesOf(rest) };
    if (word === "CMD") image.command = Command.parse(JSON.parse(rest));
    mkdirSync(image.workFolder, { recursive: true });
    if (word === "COPY") copy(rest, image, images);
    if (word === "RUN") run(rest, image);
  }
  return image;
}

function copy(rest: string, image: Image, images: Map<string, Image>): void {
  const words = rest.split(/\s+/);
  const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  const paths = words.filter((word) => !word.startsWith("--"));
  const destination = path.join(image.workFolder, paths.pop() ?? "");
  for (const source of paths) {
    const origin = from === undefined ? undefined : images.get(from);
    if (origin) cpSync(path.join(origin.folder, source), destination, { recursive: true, verbatimSymlinks: true });
    else for (const file of contextFiles(source)) cpSync(path.join(root, file), path.join(destination, file));
  }
}

/** The build context: what git knows, less what .dockerignore leaves out. */
function contextFiles(source: string): string[] {
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", source], {
    cwd: root,
  });
  const ignored = readFileSync(path.join(root, ".dockerignore"), "utf8").split("\n").filter(Boolean);
  const files = listed.stdout.toString().split("\0").filter(Boolean);
  return files.filter((file) => !ignored.some((name) => file === name || file.startsWith(`${name}/`)));
}

function run(command: string, image: Image): void {
  if (command.startsWith("npm ci")) {
    // The same lockfile was installed by the same command a moment ago: linking it saves a minute.
    spawnSync("cp", ["-al", modules, path.join(image.workFolder, "node_modules")], { stdio: "inherit" });
    return;
  }
  const done = spawnSync("sh", ["-c", command], {
    cwd: image.workFolder,
    encoding: "utf8",
    env: { NODE_ENV: "production", PATH: process.env["PATH"], HOME: process.env["HOME"], ...image.environment },
  });
  if (done.status !== 0) throw new Refusal(`RUN ${command} failed:\n${done.stdout}${done.stderr}`);
}
