import { z } from "zod";

const id = z.uuid();

/** Ids that an address names, once or several times; whatever else stands there is none. At most 60. */
export const idsInAddress = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
  .transform((given) =>
    [given ?? []]
      .flat()
      .filter((one) => id.safeParse(one).success)
      .slice(0, 60),
  );
