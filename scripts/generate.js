import { generateIfChanged } from "./lib/generate-client.js";
import { orRefuse } from "./lib/say.js";
import { writeWords } from "./lib/write-words.js";

await orRefuse(async () => {
  writeWords();
  await generateIfChanged();
});
