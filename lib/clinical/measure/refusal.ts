import type { Text } from "../facts";
import type { Measure, MeasureForm, Range } from "../measure-content";

/** Why there is no score; `item` counts from 1 and is null where no single item is meant. */
export type MeasureRefusal = {
  state: "refused";
  reason:
    "unknown-form" | "total-only" | "number-of-items" | "out-of-range" | "too-many-missing" | "not-for-this-measure";
  item: number | null;
  because: Text;
};

const refusal = (reason: MeasureRefusal["reason"], item: number | null, en: string, es: string): MeasureRefusal => ({
  state: "refused",
  reason,
  item,
  because: { en, es },
});

/** The refusals in words. */
export const refused = {
  unknownForm: ({ name, forms }: Measure) =>
    refusal(
      "unknown-form",
      null,
      `${name.en} has these forms: ${forms.map(({ id }) => id).join(", ")}.`,
      `${name.es} tiene estas formas: ${forms.map(({ id }) => id).join(", ")}.`,
    ),
  totalOnly: ({ en, es }: Text) => refusal("total-only", null, en, es),
  notForThis: ({ name }: MeasureForm) =>
    refusal("not-for-this-measure", null, `${name.en} has no "unable".`, `${name.es} no admite «no puede».`),
  numberOfItems: ([fewest, most]: readonly [number, number], given: number) => {
    const needed = fewest === most ? `${most}` : `${fewest}–${most}`;
    return refusal(
      "number-of-items",
      null,
      `The form has ${needed} items, ${given} were given.`,
      `El formulario tiene ${needed} preguntas y se dieron ${given}.`,
    );
  },
  outOfRange: (item: number | null, range: Range | null) => {
    const [lowest, highest] = range ?? [null, null];
    const [en, es] =
      lowest === null
        ? ["must be a number", "debe ser un número"]
        : highest === null
          ? [`must be at least ${lowest}`, `debe ser al menos ${lowest}`]
          : [`must lie between ${lowest} and ${highest}`, `debe estar entre ${lowest} y ${highest}`];
    return item === null
      ? refusal("out-of-range", null, `The total ${en}.`, `El total ${es}.`)
      : refusal("out-of-range", item, `Item ${item} ${en}.`, `La pregunta ${item} ${es}.`);
  },
  notWhole: (item: number) =>
    refusal(
      "out-of-range",
      item,
      `Item ${item} must be a whole number.`,
      `La pregunta ${item} debe ser un número entero.`,
    ),
  tooManyMissing: (answered: number, fewest: number) =>
    refusal(
      "too-many-missing",
      null,
      `${answered} items were answered, the score needs ${fewest}.`,
      `Se respondieron ${answered} preguntas y el puntaje necesita ${fewest}.`,
    ),
};
