import type { ReactNode } from "react";

export type PictureStep = {
  title: string;
  /** When it usually begins: "week 6". */
  note: string;
  /** A drawing of an exercise that stands on the step; it is decoration here. */
  figure?: ReactNode;
};

const fills = ["bg-phase-1", "bg-phase-2", "bg-phase-3", "bg-phase-4", "bg-phase-5", "bg-phase-6"] as const;
const rises = ["h-12", "h-20", "h-28", "h-36", "h-44", "h-52"] as const;

/** Recovery as a flight of up to six steps, for the sign-in page. */
export function StaircasePicture({ label, steps }: { label: string; steps: readonly PictureStep[] }) {
  return (
    <ol aria-label={label} className="grid auto-cols-fr grid-flow-col items-end gap-1.25">
      {steps.slice(0, 6).map(({ title, note, figure }, index) => (
        <li className="min-w-0" key={title}>
          {figure === undefined ? null : (
            <div aria-hidden="true" className="mx-auto w-fit max-w-full">
              {figure}
            </div>
          )}
          <div
            className={`flex flex-col justify-end rounded-6 px-2.75 pb-1.5 forced-colors:border ${fills[index] ?? ""} ${rises[index] ?? ""} ${index > 3 ? "text-on-phase-deep" : "text-on-phase"}`}
          >
            <span className="text-14 font-semibold">
              {index + 1} {title}
            </span>
            <span className="text-12">{note}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
