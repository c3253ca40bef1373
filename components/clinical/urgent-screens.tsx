import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon";
import { Shape } from "./shape";

/** A telephone: `number` as it is dialled, `shown` as it is read. */
export type Telephone = { number: string; shown: string };

export type UrgentWords = {
  /** What to do; the usual sentence unless a rule has its own. */
  title?: string | undefined;
  /** Up to three short sentences: what was reported and why it cannot wait. */
  why: readonly string[];
  /** What not to do; the usual sentence unless a rule has its own. */
  doNot?: string | undefined;
  emergency: Telephone;
  /** The clinic's staffed line for somebody who thinks of self-harm: it stands with the emergency number before everything else. */
  crisis?: Telephone | undefined;
  clinic: Telephone & { note?: string | undefined };
  /** Facts for hospital staff, one a line, and what to look for. */
  staff: { lines: readonly string[]; ask: string } | null;
  /** What has not happened yet, because there is no network. */
  waits?: string | undefined;
  /** What has been done already. */
  done: readonly string[];
  /** Where the answer can be corrected; correcting it does not lift the suspension. */
  correct?: { href: string } | undefined;
};

/** Go to the emergency room: full screen, dark red in both themes, no way past it. Fixed order. */
export function EmergencyScreen({ words }: { words: UrgentWords }) {
  const t = useTranslations("status.emergency");
  const { emergency, clinic, crisis } = words;
  return (
    <div className="flex min-h-dvh flex-col bg-emergency text-20 text-on-emergency [--color-focus:var(--color-on-emergency)]">
      <main className="mx-auto flex w-full max-w-patient flex-1 flex-col gap-3 px-4.5 pt-5 pb-4">
        <p className="flex items-center gap-2 font-bold">
          <Shape name="emergency" size={22} tone="emergency" />
          {t("kicker")}
        </p>
        <h1 className="text-34 font-heavy tracking-tight" id="urgent-title">
          {words.title ?? t("title")}
        </h1>
        {crisis ? <CallNow label={t("callCrisis", { number: crisis.shown })} telephone={crisis} /> : null}
        {crisis ? <CallNow label={t("call", { number: emergency.shown })} telephone={emergency} /> : null}
        <p>{words.why.join(" ")}</p>
        <p className="font-bold">{words.doNot ?? t("doNot", { number: emergency.shown })}</p>
        {crisis ? null : <CallNow label={t("call", { number: emergency.shown })} telephone={emergency} />}
        <a
          className="rounded-14 border-2 border-on-emergency px-3 py-2 text-center text-18 font-title"
          href={`tel:${clinic.number}`}
        >
          {t("callClinic")}
          <ClinicNumber clinic={clinic} />
        </a>
        <StaffNote className="bg-emergency-2" staff={words.staff} />
        <Waits words={words} />
        <DoneList done={words.done} />
        <Correct correct={words.correct} />
      </main>
    </div>
  );
}

function CallNow({ telephone, label }: { telephone: Telephone; label: string }) {
  return (
    <a
      className="flex min-h-16 items-center justify-center gap-3 rounded-14 bg-on-emergency px-3 text-center text-26 font-heavy text-emergency forced-colors:border"
      href={`tel:${telephone.number}`}
    >
      <Icon name="phone" size={22} />
      {label}
    </a>
  );
}

/** Call the clinic today: the same order on a light red ground, the clinic's number first. */
export function SameDayScreen({ words }: { words: UrgentWords }) {
  const t = useTranslations("status.sameDay");
  const { emergency, clinic } = words;
  return (
    <div className="flex min-h-dvh flex-col bg-stop-tint text-18 text-ink">
      <main className="mx-auto flex w-full max-w-patient flex-1 flex-col gap-3 px-4.5 pt-5 pb-4">
        <p className="flex items-center gap-2 font-bold text-stop-ink">
          <Shape name="same-day" size={22} />
          {t("kicker")}
        </p>
        <h1 className="text-34 font-heavy tracking-tight" id="urgent-title">
          {words.title ?? t("title")}
        </h1>
        <p>{words.why.join(" ")}</p>
        <p className="font-bold">{words.doNot ?? t("doNot")}</p>
        <a
          className="flex min-h-16 flex-wrap items-center justify-center gap-x-3 rounded-14 bg-stop-mark px-3 py-2 text-center text-20 font-heavy text-on-stop forced-colors:border"
          href={`tel:${clinic.number}`}
        >
          <Icon name="phone" size={22} />
          <CallClinic />
          <ClinicNumber clinic={clinic} isWide />
        </a>
        <a
          className="flex min-h-13 items-center justify-center rounded-14 border-[1.5px] border-edge bg-surface px-3 py-2 text-center font-semibold"
          href={`tel:${emergency.number}`}
        >
          {t("callEmergency", { number: emergency.shown })}
        </a>
        <StaffNote className="border border-stop-line bg-surface" staff={words.staff} />
        <Waits words={words} />
        <DoneList done={words.done} />
        <Correct correct={words.correct} />
      </main>
    </div>
  );
}

function CallClinic(): ReactNode {
  return useTranslations("status.emergency")("callClinic");
}

function ClinicNumber({ clinic, isWide = false }: { clinic: UrgentWords["clinic"]; isWide?: boolean }) {
  const words = clinic.note === undefined ? clinic.shown : `${clinic.shown}, ${clinic.note}`;
  return <span className={`block text-16 font-normal ${isWide ? "w-full" : ""}`}>{words}</span>;
}

function StaffNote({ staff, className }: { staff: UrgentWords["staff"]; className: string }) {
  const t = useTranslations("status.emergency");
  if (staff === null) return null;
  return (
    <section className={`rounded-14 px-3.5 py-3 text-16 ${className}`}>
      <h2 className="mb-1 text-18 font-bold">{t("staff")}</h2>
      {staff.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="font-bold">{staff.ask}</p>
    </section>
  );
}

function Waits({ words: { waits } }: { words: UrgentWords }) {
  return waits === undefined ? null : <p className="text-18 font-bold">{waits}</p>;
}

function DoneList({ done }: { done: readonly string[] }) {
  return (
    <ul className="grid gap-1 text-16">
      {done.map((sentence) => (
        <li className="flex items-start gap-2" key={sentence}>
          <Icon className="mt-0.5" name="check" size={18} />
          {sentence}
        </li>
      ))}
    </ul>
  );
}

function Correct({ correct }: { correct: UrgentWords["correct"] }) {
  const t = useTranslations("status.emergency");
  if (correct === undefined) return null;
  return (
    <a className="mt-auto flex min-h-11 items-center text-16 underline underline-offset-2" href={correct.href}>
      {t("wrong")}
    </a>
  );
}
