import { useTranslations } from "next-intl";
import { clockOf } from "@/components/shell/idle-timing";
import type { PlayerView } from "@/lib/player/view";

/**
 * The ring that empties, with the seconds in it; from a minute on a clock. Its words are spoken elsewhere, at the moments that matter.
 * @param length of the lift to come in seconds, shown while nothing runs
 */
export function PlayerRing({ view: { secondsLeft, share }, length }: { view: PlayerView; length: number | null }) {
  const t = useTranslations("patient.exercise.player");
  const seconds = secondsLeft ?? length ?? 0;
  const isWaiting = secondsLeft === null;
  return (
    <div
      className={`relative grid flex-none place-items-center ${(length ?? 0) < 60 ? "size-32 xs:size-36" : "size-44"}`}
    >
      <svg aria-hidden="true" className="absolute inset-0 size-full -rotate-90 fill-none" viewBox="0 0 100 100">
        <circle className="stroke-sunken forced-colors:stroke-[GrayText]" cx={50} cy={50} r={44} strokeWidth={9} />
        <Arc
          className="transition-[stroke-dashoffset] duration-200 ease-linear motion-reduce:hidden"
          share={isWaiting ? 1 : share.smooth}
        />
        <Arc className="motion-safe:hidden" share={isWaiting ? 1 : share.stepped} />
      </svg>
      <div className="relative grid justify-items-center">
        <span className="text-40 font-bold">{seconds < 60 ? seconds : clockOf(seconds)}</span>
        <span className="text-16 text-ink-2">{seconds < 60 ? t("seconds", { n: seconds }) : t("minutes")}</span>
      </div>
    </div>
  );
}

function Arc({ share, className }: { share: number; className: string }) {
  return (
    <circle
      className={`stroke-accent forced-colors:stroke-[CanvasText] ${className}`}
      cx={50}
      cy={50}
      pathLength={1}
      r={44}
      strokeDasharray="1 1"
      strokeDashoffset={1 - share}
      strokeLinecap={share === 0 ? "butt" : "round"}
      strokeWidth={9}
    />
  );
}
