import { clearanceKeys } from "@/lib/clinical/facts";
import { shortDecimal } from "@/lib/i18n/decimals";
import type { OwnTreatment } from "@/lib/schemas/own-record";
import { poundsOf } from "../clinical/dosage-parts";
import { writtenDate } from "@/lib/i18n/written-date";
import type { FileWords } from "./file-words";
import { markup, type Html } from "./html";

const necks = ["no-bending", "no-twisting", "no-extension", "no-side-bending"] as const;
const kilos = (kg: number) => ({ kilos: shortDecimal(kg), pounds: poundsOf(kg) });

/** What was asked and decided, whatever became of it. */
export function clearancesPart({ clearances }: OwnTreatment, words: FileWords): Html | null {
  if (clearances.length === 0) return null;
  const { file, locale } = words;
  const date = (day: string) => ({ date: writtenDate(locale, day) });
  return markup`<h3>${file("may")}</h3>
    <ul>
      ${clearances.map((one) => {
        const said = [
          one.decidedBy === null || one.decidedOn === null
            ? null
            : file("decided", { name: one.decidedBy, ...date(one.decidedOn) }),
          one.from === null ? null : file("from", date(one.from)),
          one.until === null ? null : file("until", date(one.until)),
          one.maxMinutes === null ? null : file("minutes", { n: one.maxMinutes }),
          one.maxKg === null ? null : file("kilos", kilos(one.maxKg)),
          one.words,
          one.nextLookOn === null ? null : file("look", date(one.nextLookOn)),
        ].filter((part) => part !== null);
        return markup`<li><strong>${nameOf(one, words)}: ${file(`state.${one.state}`)}.</strong> ${said.join(" ")}</li> `;
      })}
    </ul> `;
}

/** Of a key a plain name, because the sentence of its content is true only while it is granted. */
function nameOf({ subject, name }: OwnTreatment["clearances"][number], { allowed, locale }: FileWords): string {
  const key = clearanceKeys.find((known) => known === subject);
  return key === undefined ? name[locale] : allowed(`keys.${key}`);
}

/** Restrictions in force, then those that are over. */
export function restrictionsPart({ restrictions }: OwnTreatment, words: FileWords): Html | null {
  if (restrictions.length === 0) return null;
  const { file } = words;
  return markup`<h3>${file("limits")}</h3>
    ${([true, false] as const).map((isInForce) => {
      const those = restrictions.filter((one) => one.isInForce === isInForce);
      return those.length === 0
        ? null
        : markup`<h4>${file(isInForce ? "limitsNow" : "limitsOver")}</h4>
            <ul>
              ${those.map((one) => markup`<li>${restrictionWords(one, words)}</li>`)}
            </ul> `;
    })}`;
}

type Restriction = OwnTreatment["restrictions"][number];

function restrictionWords(one: Restriction, { file, allowed, locale }: FileWords): Html {
  const { orderedBy, from, isInForce, untilDate, untilPhase, untilClearance } = one;
  const ends = isInForce
    ? [
        untilDate === null ? null : file("until", { date: writtenDate(locale, untilDate) }),
        untilPhase === null ? null : file("untilPhase", { n: untilPhase }),
        untilClearance === null
          ? null
          : allowed("restrictionKey", { name: orderedBy, key: allowed(`keys.${untilClearance}`) }),
      ].filter((end) => end !== null)
    : [];
  const by = file("limitBy", { name: orderedBy, date: writtenDate(locale, from) });
  return markup`<strong>${restrictionName(one, allowed)}.</strong> ${[by, ...ends].join(" ")}`;
}

function restrictionName({ kind, region, kg, minutes }: Restriction, allowed: FileWords["allowed"]): string {
  if (kind === "lift-limit") return allowed(`restrictions.${kind}`, kilos(kg ?? 0));
  if (kind === "sit-limit") return allowed(`restrictions.${kind}`, { minutes: String(minutes ?? 0) });
  const ofNeck = region === "CERVICAL" ? necks.find((known) => known === kind) : undefined;
  return ofNeck === undefined ? allowed(`restrictions.${kind}`) : allowed(`neck.${ofNeck}`);
}
