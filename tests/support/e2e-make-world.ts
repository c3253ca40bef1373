import { closeConnections } from "@/lib/db/client";
import { pointAtProduct } from "./e2e-database";
import { aWorld } from "./e2e-world";

// A process of its own: Playwright's cannot load what the factories read. The world goes to stdout as JSON.
pointAtProduct();
process.stdout.write(JSON.stringify(await aWorld()));
await closeConnections();
