import type { ReactNode } from "react";

export type PictureStep = {
  title: string;
  /** When it usually begins: "week 6". */
  note: string;
  /** A drawing of an exercise that stands on the step; it is decoration here. */
  figure?: ReactNode;
};

const fills = ["bg-phase-1", "bg-phase-2", "bg-phase-3", "bg-phase-4", "bg-phase-5", "bg-phase-6"] as const;
const rises = [
  "w-1/2 @min-[33rem]:min-h-12",
  "w-3/5 @min-[33rem]:min-h-20",
  "w-7/10 @min-[33rem]:min-h-28",
  "w-4/5 @min-[33rem]:min-h-36",
  "w-9/10 @min-[33rem]:min-h-44",
  "w-full @min-[33rem]:min-h-52",
] as const;

/** Recovery as a flight of up to six steps, for the sign-in page; where six do not fit side by side, as bars that grow. */
export function StaircasePicture({ label, steps }: { label: string; steps: readonly PictureStep[] }) {
  return (
    <div className="@container">
      <ol
        aria-label={label}
        className="grid gap-1.25 @min-[33rem]:auto-cols-fr @min-[33rem]:grid-flow-col @min-[33rem]:items-end"
      >
        {steps.slice(0, 6).map(({ title, note, figure }, index) => (
          <li className="min-w-0" key={title}>
            {figure === undefined ? null : (
              <div aria-hidden="true" className="mx-auto w-fit max-w-full @max-[33rem]:hidden">
                {figure}
              </div>
            )}
            <div
              className={`flex flex-wrap items-baseline justify-between gap-x-2 rounded-6 px-2.75 py-1.5 @min-[33rem]:w-auto @min-[33rem]:flex-col @min-[33rem]:flex-nowrap @min-[33rem]:items-stretch @min-[33rem]:justify-end @max-[44rem]:px-2 forced-colors:border ${fills[index] ?? ""} ${rises[index] ?? ""} ${index > 3 ? "text-on-phase-deep" : "text-on-phase"}`}
            >
              <span className="text-14 font-semibold @max-[44rem]:text-13">
                {index + 1} {title}
              </span>
              <span className="text-12">{note}</span>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
