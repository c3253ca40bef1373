import { afterAll, beforeAll, vi } from "vitest";

/** What `env()` needs, for tests of what seals with the product's secret; they reach no database. */
export function withAnEnvironment(): void {
  beforeAll(() => {
    vi.stubEnv("DATABASE_URL", "postgresql://somebody@localhost/nowhere");
    vi.stubEnv("NEXTAUTH_URL", "https://phasewise.example");
    vi.stubEnv("NEXTAUTH_SECRET", "dGVzdHMgb25seTsgbm9ib2R5IHNlcnZlcyB3aXRoIGl0");
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });
}
