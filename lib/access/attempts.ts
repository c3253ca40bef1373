import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { connections } from "@/lib/db/client";
import { TooMany } from "@/lib/errors";

const windowSec = 15 * 60;
/** Ten failures per account and address in a quarter of an hour: a stranger elsewhere cannot lock the owner out (A3). */
const failuresAllowed = 10;

let shared: { pool: Pool; limiter: RateLimiterPostgres } | undefined;

/** One per pool; it clears rows that have run out by itself, every few minutes. */
function limiter(): RateLimiterPostgres {
  const { pool } = connections();
  if (shared?.pool === pool) return shared.limiter;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    tableName: "rate_limit",
    tableCreated: true,
    schemaName: "public",
    keyPrefix: "sign-in",
    points: failuresAllowed,
    duration: windowSec,
    clearExpiredByTimeout: true,
  });
  shared = { pool, limiter: made };
  return made;
}

/** No name and no address is stored readable. */
function keyOf(account: string, address: string): string {
  return createHash("sha256").update(`${account}\n${address}`).digest("base64url");
}

/**
 * Counts the attempt before it is made, so that parallel attempts cannot pass together.
 * @throws {TooMany} when the account has failed too often from this address
 */
export async function countAttempt(account: string, address: string): Promise<void> {
  try {
    await limiter().consume(keyOf(account, address));
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new TooMany(Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

/** A success takes back its own count, so that only failures add up. */
export async function forgiveAttempt(account: string, address: string): Promise<void> {
  await limiter().reward(keyOf(account, address));
}
