import type Axe from "axe-core";

/** Axe as it stands in a page into which it was put. */
declare const axe: typeof Axe;

type Question = { runOnly: { type: "tag" | "rule"; values: string[] }; looked: string | null };
/** What is wrong, and the looks whose contrast is proven. */
type Answer = { faults: string[]; fineLooks: string[] };

/** Asks axe in the page. Only what fails is described: describing all that passes takes as long as a rule. */
export async function askAxe({ runOnly, looked }: Question): Promise<Answer> {
  axe.addReporter<Answer>("faults", (rules, _options, resolve) => {
    const faults = rules.flatMap(({ id, violations }) =>
      violations.map(({ node, any, all, none }) => {
        const reasons = [...any, ...all, ...none].map(({ message }) => message);
        return `${id} at ${node.selector.join(" ")}: ${reasons.join("; ").replaceAll(/\s+/g, " ")}`;
      }),
    );
    const fineLooks = rules
      .filter(({ id }) => id === "color-contrast")
      .flatMap(({ passes }) =>
        passes.flatMap(({ node }) => ("element" in node ? [node.element.getAttribute("data-look") ?? ""] : [])),
      );
    resolve({ faults, fineLooks });
  });
  // What is not preloaded are style sheets and media for rules that no page needs.
  const options = { runOnly, preload: false, reporter: "faults" };
  return axe.run<Answer>(looked === null ? document : { include: [document], exclude: [looked] }, options);
}
