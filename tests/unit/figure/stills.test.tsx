import { renderToStaticMarkup } from "react-dom/server";
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/figures/stills/[file]/route";
import { FigurePicture } from "@/components/figure/figure-picture";
import { stillAddress, stillFileAt } from "@/components/figure/shipped-stills";
import { stillPicture } from "@/components/figure/still-picture";
import type { ShownFigure } from "@/lib/figure/shown";
import { withAnEnvironment } from "@/tests/support/an-environment";
import { figures } from "@/prisma/content/bundled-figures";

const answerAt = (address: string) => GET(new Request(`https://phasewise.example${address}`));
const html = (figure: ShownFigure) => {
  const picture = stillPicture(figure);
  return renderToStaticMarkup(picture && <FigurePicture {...picture} />);
};
withAnEnvironment();
let address = "";
beforeAll(() => {
  address = stillAddress("bridge") ?? "";
});

describe("the still picture of a shipped exercise", () => {
  it("is a file that does not tell the exercise, and stands in the page by its address only", () => {
    expect(address).toMatch(/^\/figures\/stills\/[\da-f]{8}-[\da-f]{16}\.svg$/);
    for (const known of ["bridge", stillFileAt(address)?.text ?? ""])
      expect(address).not.toContain(createHash("sha256").update(known).digest("hex").slice(0, 8));
    expect(html({ code: "bridge" })).toMatch(/^<svg [^>]*viewBox="[^"]+"><use href="[^"]+"\/><\/svg>$/);
    expect(html({ code: "bridge" })).toContain(`<use href="${address}#still"/>`);
  });

  it("is kept for good at its address, and at an earlier one only until it is asked for again", async () => {
    const [now, before] = [answerAt(address), answerAt(address.replace(/-[\da-f]+/, "-0"))];
    expect(now.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
    expect(now.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(before.headers.get("Cache-Control")).toBe("no-cache");
    const text = await now.text();
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"><g id="still"><path /);
    expect(await before.text()).toBe(text);
  });

  it("is not there for what does not ship", () => {
    expect(stillAddress("no-such-exercise")).toBeUndefined();
    for (const other of ["/figures/stills/00000000-0.svg", "/figures/stills/bridge.svg"])
      expect(answerAt(other).status).toBe(404);
  });
});

it("the still picture of a clinic's own exercise, and of a plan on a phone, is drawn into the page", () => {
  const { bridge } = figures;
  if (!bridge) throw new Error("bridge ships");
  expect(html({ record: bridge })).toMatch(/^<svg [^>]*><path class=/);
});
