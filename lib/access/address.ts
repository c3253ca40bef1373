import { BlockList, isIP } from "node:net";
import { env } from "@/lib/env";

/**
 * The address that attempts are counted by. A forwarded header is believed only as far as configured proxies wrote it (A3): from the right, the
 * first address that is not one of them. Without proxies every address counts as one, which is the stricter reading.
 */
export function addressOf(
  headers: Readonly<Record<string, unknown>>,
  proxies: readonly string[] = env().trustedProxies,
): string {
  const forwarded = headers["x-forwarded-for"];
  if (typeof forwarded !== "string" || proxies.length === 0) return "direct";
  const trusted = listOf(proxies);
  const hops = forwarded.split(",").map((hop) => hop.trim());
  return hops.findLast((hop) => !trusted.check(hop, isIP(hop) === 6 ? "ipv6" : "ipv4")) ?? "direct";
}

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = proxy, prefix] = proxy.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
