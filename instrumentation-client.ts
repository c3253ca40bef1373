import { config } from "zod/v4/core";

// Zod tries whether it may evaluate code; our policy forbids it, and the attempt alone is reported as a violation (W1).
config({ jitless: true });
