import type { OwnCheckIn, OwnMark, OwnRecordHead } from "@/lib/schemas/own-record";
import { dayIn } from "@/lib/dates";
import { writtenDate } from "@/lib/i18n/written-date";
import type { FileWords } from "./file-words";
import { markup, type Html } from "./html";
import { checkInRow, marksRow, setAsidePart } from "./lists-part";
import { pageStyle } from "./page-style";
import { treatmentName, treatmentPart } from "./treatment-part";

type Lists = { checkIns: AsyncIterable<readonly OwnCheckIn[]>; marks: AsyncIterable<readonly OwnMark[]> };

/** The record as one page that stands by itself, to be read or printed, piece by piece: nothing is loaded from anywhere. */
export async function* recordPage(head: OwnRecordHead, lists: Lists, words: FileWords): AsyncGenerator<string, void> {
  const { file } = words;
  yield beginning(head, words).html;
  for (const [index, treatment] of head.treatments.entries()) {
    yield treatmentPart(treatment, `treatment-${index + 1}`, words).html;
  }
  yield tableBeginning("check-ins", file("checkIns"), [file("when"), file("what"), file("meant")]).html;
  let reports = 0;
  for await (const page of lists.checkIns) {
    reports += page.length;
    yield page.map((report) => checkInRow(report, head.timeZone, words).html).join("");
  }
  yield tableEnd(reports === 0 ? file("noCheckIns") : null, 3).html;
  yield tableBeginning("marks", file("marks"), [file("on"), file("exercise")]).html;
  let ofDay: OwnMark[] = [];
  let marked = 0;
  for await (const page of lists.marks) {
    marked += page.length;
    for (const mark of page) {
      if (ofDay[0] !== undefined && ofDay[0].onDay !== mark.onDay) {
        yield marksRow(ofDay, words).html;
        ofDay = [];
      }
      ofDay.push(mark);
    }
  }
  yield marksRow(ofDay, words).html;
  yield tableEnd(marked === 0 ? file("noMarks") : null, 2).html;
  yield markup`${setAsidePart(head.setAside, words)}<p>${file("old")}</p>
</main>
</body>
</html>
`.html;
}

function beginning(head: OwnRecordHead, words: FileWords): Html {
  const { file, roles, locale } = words;
  const { person, team, clinic, treatments, madeAt, timeZone } = head;
  const made = {
    ...{
      date: writtenDate(locale, dayIn(timeZone, new Date(madeAt))),
      time: writtenDate(locale, madeAt, "timeWords", timeZone),
    },
    ...{ clinic: clinic.name, phone: clinic.phone },
  };
  const contents = [
    ["person", file("person")],
    ["team", file("team")],
    ...treatments.map((one, index) => [`treatment-${index + 1}`, treatmentName(one, words)]),
    ["check-ins", file("checkIns")],
    ["marks", file("marks")],
  ] as const;
  return markup`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${file("title")}</title>
        <style>
          ${{ html: pageStyle }}
        </style>
      </head>
      <body>
        <main>
          <h1>${file("title")}: ${person.name}</h1>
          <p>${file("made", made)}</p>
          <p><strong>${file("private")}</strong></p>
          <nav aria-labelledby="contents">
            <h2 id="contents">${file("contents")}</h2>
            <ul>
              ${contents.map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`)}
            </ul>
          </nav>
          <section aria-labelledby="person">
            <h2 id="person">${file("person")}</h2>
            <dl>
              <dt>${file("name")}</dt>
              <dd>${person.name}</dd>
              <dt>${file("number")}</dt>
              <dd>${person.recordNumber}</dd>
              <dt>${file("born")}</dt>
              <dd>${writtenDate(locale, person.bornOn)}</dd>
              <dt>${file("language")}</dt>
              <dd>${file(`languages.${person.language}`)}</dd>
              ${
                person.phone === null
                  ? null
                  : markup`<dt>${file("phone")}</dt>
                      <dd>${person.phone}</dd>`
              }
            </dl>
          </section>
          <section aria-labelledby="team">
            <h2 id="team">${file("team")}</h2>
            <ul>
              ${team.map(({ name, role, from, to }) => {
                const until = to === null ? "none" : writtenDate(locale, to);
                return markup`<li>
                  ${file("member", { name, role: roles(role), from: writtenDate(locale, from), to: until })}
                </li>`;
              })}
            </ul>
          </section>
`;
}

function tableBeginning(id: string, title: string, columns: readonly string[]): Html {
  return markup`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <table aria-labelledby="${id}">
      <thead>
        <tr>
          ${columns.map((column) => markup`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
`;
}

function tableEnd(nothing: string | null, columns: number): Html {
  return markup`${
    nothing === null
      ? null
      : markup`<tr>
          <td colspan="${columns}">${nothing}</td>
        </tr>`
  }</tbody>
</table>
</section>
`;
}
