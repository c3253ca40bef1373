import { createServer } from "node:http";
import { z } from "zod";
import { pointAtProduct } from "./e2e-database";

/** What tests may ask for: how many, where there may be several, or of whom. Loaded when the first one asks. */
const makers: Record<string, (count: number, patientId: string) => Promise<unknown>> = {
  matrix: async () => (await import("./e2e-world")).aWorld(),
  drafts: async (count) => (await import("./e2e-make-drafts")).drafts(count),
  clearance: async () => (await import("./e2e-make-clearance")).aWaitingLine(),
  ladder: async () => (await import("./e2e-make-ladder")).aLadder(),
  end: async () => (await import("./e2e-make-end")).inTheLastPhase(),
  phones: async (count) => (await import("./e2e-make-phones")).phones(count),
  reported: async (_, patientId) => (await import("./e2e-make-phones")).reported(patientId),
  stop: async (_, patientId) => (await import("./e2e-make-phones")).stopProgram(patientId),
};

// A process of its own, because Playwright's cannot load what the factories read; one for all worlds, because loading it takes longer than most of
// them. It says its port, and ends with whoever started it.
const server = createServer((asked, answer) => {
  const { pathname, searchParams } = new URL(asked.url ?? "/", "http://localhost");
  made(pathname.slice(1), Number(searchParams.get("count") ?? 1), searchParams.get("of") ?? "").then(
    (world) => answer.end(JSON.stringify(world)),
    (error: unknown) => answer.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
  );
});
server.listen(0, "127.0.0.1", () => {
  const { port } = z.object({ port: z.number() }).parse(server.address());
  process.stdout.write(`${port}\n`);
});
process.stdin.on("end", () => process.exit()).resume();

async function made(name: string, count: number, patientId: string): Promise<unknown> {
  const maker = makers[name];
  if (!maker) throw new Error(`there is no world ${name}`);
  pointAtProduct();
  return maker(count, patientId);
}
