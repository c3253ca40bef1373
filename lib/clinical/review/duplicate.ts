import { unverified } from "../finding";
import { none, text, type LineRule } from "./report";

/** The exercise stands in the phase already; dose, ramp and limits judge the sum. */
export const duplicate: LineRule = ({ isRepeat }) =>
  isRepeat
    ? [
        {
          rule: "duplicate",
          severity: "caution",
          because: text(
            "The exercise is already in this phase; the doses are judged together. Merge the lines, or keep both.",
            "El ejercicio ya está en esta fase; las dosis se evalúan juntas. Una las líneas o conserve ambas.",
          ),
          source: [unverified],
        },
      ]
    : none;
