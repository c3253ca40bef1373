import type { OwnCheckIn, OwnMark, OwnRecordHead } from "@/lib/schemas/own-record";
import { writtenDate } from "@/lib/i18n/written-date";
import type { FileWords } from "./file-words";
import { markup, type Html } from "./html";

/** One check-in as a row: when, what was told, what it meant. */
export function checkInRow(report: OwnCheckIn, timeZone: string, { file, levels, locale }: FileWords): Html {
  const { onDay, reportedAt, stage, painBefore, painDuring, painAfter, level, said, isCorrected, corrects } = report;
  const pain = [["before", painBefore] as const, ["during", painDuring] as const, ["after", painAfter] as const];
  const answerOf = (answer: OwnCheckIn["said"][number]["answer"]) => {
    if (answer === null) return file("unsure");
    if (typeof answer === "boolean") return file(answer ? "yes" : "no");
    return typeof answer === "number" ? String(answer) : answer[locale];
  };
  return markup`<tr>
    <th scope="row">
      ${writtenDate(locale, onDay)}, ${writtenDate(locale, reportedAt, "timeWords", timeZone)}<br />${file(`stage.${stage}`)}
    </th>
    <td>
      ${pain.map(([when, n]) => (n === null ? null : markup`${file(`pain.${when}`, { n: String(n) })} `))}
      ${said.length === 0 ? markup`<br />${file("quiet")}` : null}
      ${said.map(({ question, answer }) => markup`<br />${question[locale]}: ${answerOf(answer)}`)}
      ${isCorrected ? markup`<br />${file("corrected")}` : null}${corrects === null ? null : markup`<br />${file("corrects")}`}
    </td>
    <td>${levels(level)}</td>
  </tr> `;
}

/** The marks of one day as a row. */
export function marksRow(marks: readonly OwnMark[], { file, marks: outcomes, locale }: FileWords): Html {
  const [first] = marks;
  if (first === undefined) return markup``;
  return markup`<tr>
    <th scope="row">${writtenDate(locale, first.onDay)}</th>
    <td>
      ${marks.map(({ exercise, session, outcome }, index) => {
        const what = outcome === "not-done" ? file("taken") : outcomes(outcome);
        const time = session === 1 ? "" : ` (${file("time", { n: String(session) })})`;
        return markup`${index === 0 ? null : markup`<br />`}${exercise[locale]}${time}: ${what}`;
      })}
    </td>
  </tr> `;
}

/** What came in and could not be part of the record; nothing where all could. */
export function setAsidePart(setAside: OwnRecordHead["setAside"], { file, marks, locale }: FileWords): Html | null {
  if (setAside.length === 0) return null;
  return markup`<section aria-labelledby="aside">
    <h2 id="aside">${file("aside")}</h2>
    <p>${file("asideBody")}</p>
    <ul>
      ${setAside.map(
        ({ onDay, outcome, why }) =>
          markup`<li>
            <strong>${writtenDate(locale, onDay)}: ${outcome === null ? file("stage.full") : marks(outcome)}.</strong>
            ${file(`whyAside.${why}`)}
          </li> `,
      )}
    </ul>
  </section> `;
}
