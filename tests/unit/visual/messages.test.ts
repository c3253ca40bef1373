import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { formats } from "@/lib/i18n/formats";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { argumentsOf } from "./icu";

type Tree = { readonly [key: string]: string | Tree };

function texts(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : texts(value, `${path}${key}.`),
  );
}

const english = new Map(texts(en));
const spanish = new Map(texts(es));

describe("messages", () => {
  it("have the same keys in English and Spanish", () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("take the same arguments in English and Spanish", () => {
    const different = [...english].flatMap(([key, message]) => {
      const [here, there] = [argumentsOf(message), argumentsOf(spanish.get(key) ?? "")];
      return here.join() === there.join() ? [] : [`${key}: ${here.join()} / ${there.join()}`];
    });
    expect(different).toEqual([]);
  });

  it("are never empty", () => {
    expect([...english, ...spanish].filter(([, message]) => message.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("parse in both languages", () => {
    const failed: string[] = [];
    for (const [locale, messages] of [["en", english] as const, ["es", spanish] as const]) {
      for (const [key, message] of messages) {
        const t = createTranslator({
          locale,
          messages: { message },
          formats,
          timeZone: "UTC",
          onError: (error) => {
            // A missing value is this test's own doing; a message that does not parse is a fault.
            if (error.code.toString() === "INVALID_MESSAGE") failed.push(`${locale} ${key}: ${error.message}`);
          },
        });
        t("message");
      }
    }
    expect(failed).toEqual([]);
  });
});
