import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Shape } from "@/components/clinical/shape";
import { Icon } from "@/components/ui/icon";

it("an icon is an svg without a box around it, hidden from who does not see it", () => {
  expect(renderToStaticMarkup(<Icon className="rotate-90" name="right" size={18} />)).toBe(
    '<span class="contents"><svg aria-hidden="true" class="icon rotate-90" height="18" viewBox="0 0 16 16" width="18">' +
      '<path d="M6.2 4l4 4-4 4"/></svg></span>',
  );
});

it("a shape has the tone of its status, or the one that is given", () => {
  expect(renderToStaticMarkup(<Shape name="block" />)).toContain(
    'aria-hidden="true" class="shape tone-stop" height="16"',
  );
  expect(renderToStaticMarkup(<Shape className="mt-0.5" name="block" tone="mute" />)).toContain(
    'class="shape tone-mute mt-0.5"',
  );
});
