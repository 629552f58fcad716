import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkOf } from "../../lib/http/client-address.ts";

const from = (peer: string | null, forwarded?: string): Headers =>
  new Headers({ ...(peer === null ? {} : { "x-heapwise-peer": peer }), ...(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }) });

// Addresses for documentation: RFC 5737 and RFC 3849.
describe("the network of a request", () => {
  test("is the whole IPv4 address of the socket, and the /64 of an IPv6 one", () => {
    expect(networkOf(from("192.0.2.7"), 0)).toBe("192.0.2.7");
    expect(networkOf(from("2001:db8:1:2:3:4:5:6"), 0)).toBe("2001:db8:1:2::/64");
    expect(networkOf(from("2001:db8::1"), 0)).toBe("2001:db8:0:0::/64");
    expect(networkOf(from("::1"), 0)).toBe("0:0:0:0::/64");
    expect(networkOf(from("fe80::1%eth0"), 0)).toBe("fe80:0:0:0::/64");
  });

  test("is the IPv4 address where a socket of both families writes it as IPv6", () => {
    expect(networkOf(from("::ffff:192.0.2.7"), 0)).toBe("192.0.2.7");
    expect(networkOf(from("::ffff:c000:207"), 0)).toBe("192.0.2.7");
  });

  test("is one for all whose address is not known", () => {
    expect(networkOf(from(null), 0)).toBe("unknown");
    expect(networkOf(from("no address"), 0)).toBe("unknown");
    expect(networkOf(from("1.2.3.4.5"), 0)).toBe("unknown");
    expect(networkOf(from(null, "unknown"), 1)).toBe("unknown");
  });

  test("without a proxy of ours, is the same whatever X-Forwarded-For says", () => {
    fc.assert(fc.property(fc.array(fc.ipV4(), { maxLength: 5 }), (claims) => networkOf(from("192.0.2.7", claims.join(", ")), 0) === "192.0.2.7"));
  });

  test("behind so many proxies of ours, is what the outermost of them saw, whatever the client claims before it", () => {
    const claims = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.constant("garbage")), { maxLength: 5 });
    fc.assert(
      fc.property(claims, fc.array(fc.ipV4(), { maxLength: 3 }), (invented, proxies) => {
        const chain = [...invented, "198.51.100.9", ...proxies].join(", ");
        return networkOf(from("10.0.0.1", chain), proxies.length + 1) === "198.51.100.9";
      }),
    );
  });

  test("is the socket's where a request did not come through all the proxies", () => {
    expect(networkOf(from("192.0.2.7", "203.0.113.1"), 2)).toBe("192.0.2.7");
    expect(networkOf(from("192.0.2.7"), 1)).toBe("192.0.2.7");
  });

  test("is read past a port", () => {
    expect(networkOf(from(null, "198.51.100.9:4711"), 1)).toBe("198.51.100.9");
    expect(networkOf(from(null, "[2001:db8:1:2::3]:4711"), 1)).toBe("2001:db8:1:2::/64");
  });

  test("is the same for every address of one /64, however it is written, and another for the next", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        // The platform's own normal form, by its URL parser, keeps the network.
        const normal = new URL(`http://[${address}]/`).hostname.slice(1, -1);
        return networkOf(from(address), 0) === networkOf(from(normal), 0);
      }),
    );
    expect(networkOf(from("2001:db8:1:2::"), 0)).toBe(networkOf(from("2001:db8:1:2:ffff:ffff:ffff:ffff"), 0));
    expect(networkOf(from("2001:db8:1:3::"), 0)).not.toBe(networkOf(from("2001:db8:1:2::"), 0));
  });
});
