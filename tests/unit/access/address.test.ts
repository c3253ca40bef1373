import { describe, expect, it } from "vitest";
import { addressOf } from "@/lib/access/address";

describe("the address that attempts are counted by", () => {
  it.each([
    ["no proxy is configured: the header is anybody's word", "203.0.113.9", [], "direct"],
    ["there is no header", undefined, ["10.0.0.0/8"], "direct"],
    ["one proxy wrote it", "203.0.113.9", ["10.0.0.0/8"], "203.0.113.9"],
    ["the client wrote a part of it", "198.51.100.1, 203.0.113.9", ["10.0.0.0/8"], "203.0.113.9"],
    ["two proxies wrote it", "203.0.113.9, 10.1.2.3", ["10.0.0.0/8"], "203.0.113.9"],
    ["a proxy is named alone", "203.0.113.9, 192.0.2.1", ["192.0.2.1"], "203.0.113.9"],
    ["the client has an IPv6 address", "2001:db8::1, fd00::1", ["fd00::/8"], "2001:db8::1"],
    ["everybody in it is a proxy", "10.1.2.3", ["10.0.0.0/8"], "direct"],
    ["it holds no address", "unknown", ["10.0.0.0/8"], "unknown"],
  ])("when %s", (_, header, proxies, address) => {
    expect(addressOf({ "x-forwarded-for": header }, proxies)).toBe(address);
  });
});
