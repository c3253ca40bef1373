import { build } from "./lib/build";
import { orRefuse, step } from "./lib/say.js";

await orRefuse(() => step("built", build));
