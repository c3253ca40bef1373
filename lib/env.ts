import { z } from "zod";

/** Values that stand in examples and tutorials; whoever copied one has no secret. */
const knownSecrets = /change.?me|example|secret|replace|password|your|nextauth|0123456789|(.)\1{7}/i;

const secret = z
  .string("NEXTAUTH_SECRET is missing: make one with `openssl rand -base64 48`.")
  .min(32, "NEXTAUTH_SECRET is weak: it needs at least 32 characters, make one with `openssl rand -base64 48`.")
  .refine((value) => !knownSecrets.test(value), {
    error: "NEXTAUTH_SECRET is weak: it looks like an example, make one with `openssl rand -base64 48`.",
  });

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "DATABASE_URL must be a PostgreSQL address such as postgresql://user:password@host:5432/name.",
});

const Environment = z
  .object({
    NODE_ENV: z
      .enum(["development", "production", "test"], "NODE_ENV must be development, production or test.")
      .default("production"),
    DATABASE_URL: postgresUrl,
    NEXTAUTH_URL: z
      .url({
        protocol: /^https?$/,
        error: "NEXTAUTH_URL must be the address that people type, such as https://rehab.example.org.",
      })
      .default("http://localhost:3000"),
    NEXTAUTH_SECRET: secret,
    PHASEWISE_DEMO: z.literal("embedded", "PHASEWISE_DEMO is set by the start script only: remove it.").optional(),
    TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((address) => address.trim())
          .filter(Boolean),
      )
      .pipe(
        z.array(
          z.union(
            [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
            "TRUSTED_PROXIES must be addresses or CIDR ranges, separated by commas.",
          ),
        ),
      ),
    PHASEWISE_JOBS: z
      .enum(
        ["on", "off"],
        "PHASEWISE_JOBS must be on or off: whether this process takes jobs such as the daily reviews.",
      )
      .default("on"),
    DATABASE_POOL_SIZE: z.coerce
      .number("DATABASE_POOL_SIZE must be a whole number from 1 to 100.")
      .int()
      .min(1)
      .max(100)
      .default(10),
  })
  .transform((read) => ({
    production: read.NODE_ENV === "production",
    databaseUrl: read.DATABASE_URL,
    databasePoolSize: read.DATABASE_POOL_SIZE,
    /** The address people use, with its port; cookies and the Origin check depend on it. */
    siteUrl: read.NEXTAUTH_URL,
    authSecret: read.NEXTAUTH_SECRET,
    /** True only on the embedded database that the start script made: personas without passwords may exist. */
    isDemo: read.PHASEWISE_DEMO === "embedded",
    trustedProxies: read.TRUSTED_PROXIES,
    takesJobs: read.PHASEWISE_JOBS === "on",
  }));

export type Environment = z.output<typeof Environment>;

/** The configuration cannot be used; the message is one sentence for each thing to mend. */
export class EnvironmentError extends Error {}

/**
 * Validates a set of environment variables.
 * @throws EnvironmentError naming every variable to mend
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const read = Environment.safeParse(withoutEmpty(source));
  if (read.success) return read.data;
  throw new EnvironmentError(read.error.issues.map((issue) => issue.message).join("\n"));
}

let validated: Environment | undefined;

/** The process's own configuration, validated at its first use and not again. */
export function env(): Environment {
  validated ??= readEnvironment(process.env);
  return validated;
}

function withoutEmpty(source: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}
