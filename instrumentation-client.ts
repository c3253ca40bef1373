// Zod tries whether it may evaluate code; our policy forbids it, and the attempt alone is reported as a violation (W1). Said where zod looks for its
// settings, before it comes: `config` of zod/v4/core is the same, but brings 15 kB of zod into pages that have no use for it.
Reflect.set(globalThis, "__zod_globalConfig", { jitless: true });

export {};
