import { useTranslations } from "next-intl";
import { type Tone, toneClass } from "./shape";

/** Color of an alert's age by the share of its reply time that is used; a red flag is `stop` from its first minute. */
export function clockTone(usedShare: number, isRedFlag: boolean): Tone {
  if (isRedFlag || usedShare >= 1) return "stop";
  if (usedShare >= 0.75) return "warn";
  return usedShare >= 0.5 ? "wait" : "mute";
}

/** A clock whose sector is the share (0–1) of the reply time that is used; from 1 on a filled disc. */
export function AlertClock({
  usedShare,
  isRedFlag = false,
  size = 16,
}: {
  usedShare: number;
  isRedFlag?: boolean;
  size?: number;
}) {
  const angle = 2 * Math.PI * Math.min(Math.max(usedShare, 0.02), 0.98);
  const end = `${(8 + 5.2 * Math.sin(angle)).toFixed(2)} ${(8 - 5.2 * Math.cos(angle)).toFixed(2)}`;
  return (
    <svg
      aria-hidden="true"
      className={`shape ${toneClass(clockTone(usedShare, isRedFlag))}`}
      height={size}
      viewBox="0 0 16 16"
      width={size}
    >
      {usedShare >= 1 ? (
        <>
          <circle cx="8" cy="8" fill="currentColor" r="7.2" />
          <path d="M8 4.4V8l2.4 1.8" fill="none" stroke="var(--glyph)" strokeLinecap="round" strokeWidth="1.6" />
        </>
      ) : (
        <>
          <circle cx="8" cy="8" fill="none" r="6.6" stroke="currentColor" strokeWidth="1.3" />
          <path d={`M8 8V2.8A5.2 5.2 0 ${angle > Math.PI ? 1 : 0} 1 ${end}z`} fill="currentColor" />
        </>
      )}
    </svg>
  );
}

/** Age of the oldest open alert and when an answer is due, in words the caller formats: "45 min", "11:42", "1 d". */
export function AlertAge({
  age,
  usedShare,
  due,
  overdueBy,
  isRedFlag = false,
}: {
  age: string;
  usedShare: number;
  due?: string | undefined;
  overdueBy?: string | undefined;
  isRedFlag?: boolean;
}) {
  const t = useTranslations("status.clock");
  const words =
    overdueBy === undefined
      ? due === undefined
        ? t("noDeadline")
        : t("due", { when: due })
      : t("overdue", { by: overdueBy });
  const tone = clockTone(usedShare, isRedFlag);
  return (
    <div className={`flex items-center gap-1.75 ${toneClass(tone)}`}>
      <AlertClock isRedFlag={isRedFlag} usedShare={usedShare} />
      <div>
        <div className="whitespace-nowrap">{age}</div>
        <div className={`text-12 whitespace-nowrap ${tone === "stop" ? "text-(--tone-ink)" : "text-ink-3"}`}>
          {words}
        </div>
      </div>
    </div>
  );
}
