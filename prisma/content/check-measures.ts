import type { ContentMeasure } from "@/lib/schemas/content/measure";
import type { ProductContent } from "./load";
import type { Problem } from "./problem";

type Form = ContentMeasure["forms"][number];

/** Ids that stand once, and forms whose items, bands and norms fit their range. */
export function checkMeasures({ measures }: ProductContent): Problem[] {
  const ids = measures.map(({ id }) => id);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => [`${id}.id`, "stands twice"] as const),
    ...measures.flatMap((measure) => [
      ...checkShown(measure),
      ...measure.forms.flatMap((form) =>
        checkForm(form).map(([field, message]) => [`${measure.id}.forms.${form.id}.${field}`, message] as const),
      ),
    ]),
  ].map(([field, message]) => ({ file: "measures.json", field, message }));
}

type Found = readonly [field: string, message: string];

function checkForm({ scoring, range, bands, norms }: Form): Found[] {
  const found: Found[] = [];
  if (scoring.method === "items") {
    const [fewest, most] = scoring.count;
    if (fewest > most) found.push(["scoring.count", "the fewest items are more than the most"]);
    if (scoring.reversed.some((item) => item > most))
      found.push(["scoring.reversed", "names an item that is not there"]);
    if (scoring.missing.as === "left-out" && scoring.missing.fewest > fewest) {
      found.push(["scoring.missing.fewest", "asks for more items than there are"]);
    }
    if (JSON.stringify(rangeOfScore(scoring)) !== JSON.stringify(range)) {
      found.push(["range", "is not what the items add up to"]);
    }
  }
  for (const [at, { min, max }] of bands.entries()) {
    const before = bands[at - 1]?.max ?? Number.POSITIVE_INFINITY;
    if (at > 0 && (min === null || min <= before)) found.push([`bands.${at}`, "overlaps the band before"]);
    if (min !== null && max !== null && min > max) found.push([`bands.${at}`, "ends before it begins"]);
  }
  for (const rows of norms ? [norms.male, norms.female] : []) {
    if (rows.some(({ from }, at) => from !== (rows[at - 1]?.to ?? from - 1) + 1)) {
      found.push(["norms", "ages overlap or leave a gap"]);
    }
  }
  return found;
}

function rangeOfScore({ score, count, range: [lowest, highest] }: Extract<Form["scoring"], { method: "items" }>) {
  if (score === "percent") return [0, 100];
  if (score === "mean") return [lowest, highest];
  return [lowest * count[1], highest === null ? null : highest * count[1]];
}

/** The items that are shown are the items that are scored. */
function checkShown({ id, shown, forms }: ContentMeasure): Found[] {
  const scoring = forms[0]?.scoring;
  if (!shown || shown.items.length === 0 || scoring?.method !== "items") return [];
  const values = shown.answers.map(({ value }) => value);
  const found: Found[] = [];
  if (shown.items.length !== scoring.count[1]) found.push([`${id}.shown.items`, "are not as many as are scored"]);
  if (Math.min(...values) !== scoring.range[0] || Math.max(...values) !== scoring.range[1]) {
    found.push([`${id}.shown.answers`, "do not span the range of an item"]);
  }
  return found;
}
