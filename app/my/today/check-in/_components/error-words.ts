import type { Messages, useTranslations } from "next-intl";

type ErrorKey = keyof Messages["patient"]["checkIn"]["errors"];
const keys = {
  choosePain: true,
  chooseSigns: true,
  noneOrSigns: true,
  chooseOne: true,
  numberNeeded: true,
  outOfRange: true,
  temperature: true,
  failed: true,
} satisfies Record<ErrorKey, true>;

function isErrorKey(key: string): key is ErrorKey {
  return key in keys;
}

/** The sentence of an error's key; undefined without one. */
export function errorWords(
  key: string | undefined,
  t: ReturnType<typeof useTranslations<"patient.checkIn">>,
): string | undefined {
  if (key === undefined) return undefined;
  return t(`errors.${isErrorKey(key) ? key : "failed"}`);
}
