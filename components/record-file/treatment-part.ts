import { shortDecimal } from "@/lib/i18n/decimals";
import type { OwnTreatment } from "@/lib/schemas/own-record";
import { changeSentences } from "../clinical/change-sentences";
import { dosageSentences } from "../clinical/dosage-sentences";
import { historyWords } from "../clinical/history-words";
import { clearancesPart, restrictionsPart } from "./decisions-part";
import { writtenDate } from "@/lib/i18n/written-date";
import type { FileWords } from "./file-words";
import { markup, type Html } from "./html";

type Change = Extract<OwnTreatment["history"][number], { kind: "changes" }>["changes"][number];

/** One treatment under its own heading: what was done, the program and what became of it, decisions, tests, questions, the end. */
export function treatmentPart(treatment: OwnTreatment, id: string, words: FileWords): Html {
  const { file, locale } = words;
  const { levels, technique, surgeon, protocol, endedOn, advice } = treatment;
  return markup`<section aria-labelledby="${id}">
    <h2 id="${id}">${treatmentName(treatment, words)}</h2>
    <dl>
      <dt>${file("levels")}</dt>
      <dd>${levels.join(", ")}</dd>
      <dt>${file("technique")}</dt>
      <dd>${technique}</dd>
      <dt>${file("surgeon")}</dt>
      <dd>${surgeon}</dd>
      ${
        protocol === null
          ? null
          : markup`<dt>${file("protocol")}</dt>
              <dd>${protocol[locale]}</dd>`
      }
      ${
        endedOn === null
          ? null
          : markup`<dt>${file("ended")}</dt>
              <dd>${writtenDate(locale, endedOn)}</dd>`
      }
    </dl>
    ${
      advice === null
        ? null
        : markup`<h3>${file("end")}</h3>
            <p class="said">${advice}</p>`
    }
    ${endedOn === null ? exercisesPart(treatment, words) : null} ${restrictionsPart(treatment, words)}
    ${clearancesPart(treatment, words)} ${historyPart(treatment, words)} ${resultsPart(treatment, words)}
    ${questionsPart(treatment, words)}
  </section> `;
}

/** "Lumbar fusion, September 24, 2026". */
export function treatmentName({ procedureType, region, procedureOn }: OwnTreatment, words: FileWords): string {
  const { file, procedure, locale } = words;
  return file("treatment", { name: procedure(procedureType, { region }), date: writtenDate(locale, procedureOn) });
}

function exercisesPart({ exercises }: OwnTreatment, { file, locale }: FileWords): Html {
  return markup`<h3>${file("exercises")}</h3>
    ${
      exercises.length === 0
        ? markup`<p>${file("noExercises")}</p>`
        : markup`<ul>
            ${exercises.map(
              ({ exercise, dosage, noteToPatient }) =>
                markup`<li>
                  <strong>${exercise[locale]}.</strong>
                  ${dosageSentences(locale, dosage, { withFrequency: true, withEffort: true }).join(" ")}
                  ${noteToPatient === null ? null : file("note", { note: noteToPatient })}
                </li> `,
            )}
          </ul>`
    } `;
}

function historyPart({ history, revisions }: OwnTreatment, words: FileWords): Html | null {
  if (history.length + revisions.length === 0) return null;
  const { file, changes, locale } = words;
  return markup`<h3>${file("history")}</h3>
    <ul>
      ${history.map((entry) => {
        const { title, why } = historyWords(changes, entry, locale);
        const list = entry.kind === "changes" ? entry.changes.flatMap((change) => sentencesOf(change, words)) : [];
        return markup`<li>
          <strong>${writtenDate(locale, entry.on)}: ${title}.</strong> ${why}
          ${
            list.length === 0
              ? null
              : markup`<ul>
                  ${list.map((sentence) => markup`<li>${sentence}</li>`)}
                </ul>`
          }
        </li> `;
      })}
    </ul>
    <h3>${file("revisions")}</h3>
    <ul>
      ${revisions.map(
        ({ number, on, by }) =>
          markup`<li>${file("revision", { number: String(number), date: writtenDate(locale, on), name: by })}</li>`,
      )}
    </ul> `;
}

/** A change in the words of Today. */
function sentencesOf({ kind, exercise, before, after }: Change, { locale }: FileWords): string[] {
  const line = (dose: NonNullable<Change["before"]>) => ({
    ...{ id: "", phase: 0, exercise: "", overrideReason: null, templateLineId: null },
    ...dose,
  });
  const name = exercise[locale];
  if (kind === "added" && after !== null) return changeSentences(locale, { kind, after: line(after) }, name);
  if (before === null) return [];
  if (kind === "stopped") return changeSentences(locale, { kind, before: line(before) }, name);
  return after === null
    ? []
    : changeSentences(locale, { kind: "changed", before: line(before), after: line(after) }, name);
}

const units = ["s", "reps", "m", "min", "points"] as const;
const ownTests = ["walkContinuousMin", "sitToleranceMin"] as const;

function resultsPart({ results }: OwnTreatment, { file, locale }: FileWords): Html | null {
  if (results.length === 0) return null;
  const nameOf = ({ test, name }: OwnTreatment["results"][number]) => {
    const own = ownTests.find((known) => known === test);
    return own === undefined ? (name?.[locale] ?? test) : file(own);
  };
  const unitOf = (unit: string) => {
    const known = units.find((one) => one === unit);
    return known === undefined ? unit : file(`units.${known}`);
  };
  return markup`<table>
    <caption>
      ${file("results")}
    </caption>
    <thead>
      <tr>
        <th scope="col">${file("on")}</th>
        <th scope="col">${file("test")}</th>
        <th scope="col">${file("result")}</th>
      </tr>
    </thead>
    <tbody>
      ${results.map(
        (result) =>
          markup`<tr>
            <th scope="row">${writtenDate(locale, result.on)}</th>
            <td>${nameOf(result)}</td>
            <td>${shortDecimal(result.value)} ${unitOf(result.unit)}</td>
          </tr> `,
      )}
    </tbody>
  </table> `;
}

function questionsPart({ questions }: OwnTreatment, { file, locale }: FileWords): Html | null {
  if (questions.length === 0) return null;
  return markup`<h3>${file("questions")}</h3>
    <ul>
      ${questions.map(
        ({ askedOn, about, question, answer, answeredBy, answeredOn, isForwarded }) =>
          markup`<li>
            <p>
              ${file("asked", { date: writtenDate(locale, askedOn) })}
              <span class="said">${[about?.[locale], question].filter((part) => part != null).join(". ")}</span>
            </p>
            <p>
              ${
                answer === null || answeredBy === null || answeredOn === null
                  ? file(isForwarded ? "forwarded" : "noAnswer")
                  : markup`${file("answered", { name: answeredBy, date: writtenDate(locale, answeredOn) })}
                      <span class="said">${answer}</span>`
              }
            </p>
          </li> `,
      )}
    </ul> `;
}
