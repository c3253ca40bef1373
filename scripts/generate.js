import { generateIfChanged } from "./lib/generate-client.js";
import { orRefuse } from "./lib/say.js";

await orRefuse(generateIfChanged);
