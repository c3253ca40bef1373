import { z } from "zod";
import { words } from "./words";

/** A name and a password; what is wrong about them is never said, only what is missing. */
export const signInSchema = z.strictObject({
  name: words(320).min(1, "required"),
  password: z.string().min(1, "required").max(1024, "tooLong"),
});

export const languageSchema = z.strictObject({ locale: z.enum(["en", "es"]) });
