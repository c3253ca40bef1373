import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "@/lib/env";

const good = {
  DATABASE_URL: "postgresql://phasewise_app:x@db:5432/phasewise",
  NEXTAUTH_SECRET: "kN3vQ8xZr5Tt1Lw7Yb2Hc6Md9Pf4Gs0JuaXe",
};

describe("the environment", () => {
  it("fills in what has a safe default", () => {
    expect(readEnvironment(good)).toMatchObject({
      production: true,
      isDemo: false,
      trustedProxies: [],
    });
  });

  it("takes an empty variable for a missing one", () => {
    expect(readEnvironment({ ...good, DATABASE_POOL_SIZE: "", PHASEWISE_DEMO: "" })).toMatchObject({
      databasePoolSize: 10,
    });
  });

  it.each([
    ["NEXTAUTH_SECRET", "short"],
    ["NEXTAUTH_SECRET", "change-me-change-me-change-me-change-me"],
    ["NEXTAUTH_SECRET", "a".repeat(40)],
    ["NEXTAUTH_SECRET", undefined],
    ["DATABASE_URL", "mysql://root@db/phasewise"],
    ["DATABASE_URL", undefined],
    ["NEXTAUTH_URL", "rehab.example.org"],
    ["PHASEWISE_DEMO", "true"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, proxy.local"],
    ["DATABASE_POOL_SIZE", "0"],
  ])("names %s when it is %s", (name, value) => {
    const read = (): unknown => readEnvironment({ ...good, [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(name);
  });

  it("names everything to mend at once", () => {
    expect(() => readEnvironment({})).toThrow(/DATABASE_URL[^]*NEXTAUTH_SECRET/);
  });
});
