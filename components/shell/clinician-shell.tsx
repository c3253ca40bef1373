import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Wordmark } from "../brand/mark";
import { AppLink } from "../ui/app-link";
import { Icon, type IconName } from "../ui/icon";
import { InteractionLocale } from "../ui/interaction-locale";
import type { FormAction } from "../ui/preference-switches";
import { SearchField } from "../ui/search-field";
import { Avatar, SkipLink, Stamp } from "../ui/small-parts";
import { ClinicianGrid } from "./clinician-grid";
import { PlaceLink } from "./place-link";

export type ClinicianPlace =
  | "worklist"
  | "patients"
  | "clearances"
  | "messages"
  | "templates"
  | "library"
  | "measures"
  | "sources"
  | "settings"
  | "admin";

export type ClinicianShellProps = {
  clinicName: string;
  isDemo: boolean;
  person: { name: string; initials: string; role: "PT" | "SURGEON" | "ADMIN" };
  /** The places this person may go to, in order; `count` is what waits there. */
  places: readonly { place: ClinicianPlace; href: string; count?: number | undefined }[];
  /** The patient search: what its form posts `q` to, and what is searched for now; null hides it. */
  search: { action: FormAction; term: string } | null;
  /** Sign-out, language, theme: stands beside the name. */
  account?: ReactNode;
  children: ReactNode;
};

const icons: Record<ClinicianPlace, IconName> = {
  worklist: "list",
  patients: "people",
  clearances: "seal",
  messages: "message",
  templates: "template",
  library: "library",
  measures: "gauge",
  sources: "book",
  settings: "gear",
  admin: "people",
};
const contentPlaces: readonly ClinicianPlace[] = ["templates", "library", "measures", "sources", "settings", "admin"];

/** Words that only the sidebar has room for: spoken, not shown, in the rail. */
const wide = "md:max-xl:sr-only group-data-rail/frame:md:sr-only";

/**
 * The clinician's frame: sidebar from 1200 px, rail from 768 px or where the page needs the width, top bar below. `children` go into the page's
 * `main`. Drawn by the server; the browser has only to know the address, for the rail and for the place that is current.
 */
export function ClinicianShell(props: ClinicianShellProps) {
  const t = useTranslations("shell");
  const { places, children } = props;
  const main = places.filter(({ place }) => !contentPlaces.includes(place));
  const content = places.filter(({ place }) => contentPlaces.includes(place));
  return (
    <InteractionLocale locale={useLocale()}>
      <ClinicianGrid>
        <SkipLink href="#main">{t("skip")}</SkipLink>
        <div className="flex bg-inset px-2.5 py-3 group-data-rail/frame:px-1.5 max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:border-b md:sticky md:top-0 md:h-dvh md:flex-col md:overflow-y-auto md:border-e md:max-xl:px-1.5">
          <AppLink
            className="flex items-center gap-2 rounded-6 px-1.5 py-0.5 md:max-xl:px-2"
            href={main[0]?.href ?? "/"}
          >
            <span className="md:max-xl:hidden group-data-rail/frame:md:hidden">
              <Wordmark />
            </span>
            <span aria-hidden="true" className="hidden md:max-xl:block group-data-rail/frame:md:block">
              <RailMark />
            </span>
            <span className="sr-only">{t("home")}</span>
          </AppLink>
          <p
            className={`flex items-center gap-1.5 p-1.5 text-12 text-ink-2 max-md:order-2 max-md:w-full max-md:pt-0 md:py-2.5 ${wide}`}
          >
            {props.clinicName} {props.isDemo ? <Stamp>{t("demo")}</Stamp> : null}
          </p>
          {props.search === null ? null : (
            <form
              action={props.search.action}
              className={`max-md:order-last max-md:w-full md:mb-3 ${wide}`}
              role="search"
            >
              <SearchField
                defaultValue={props.search.term}
                hotkey="/"
                key={props.search.term}
                label={t("searchLabel")}
                maxLength={80}
                name="q"
                placeholder={t("search")}
              />
            </form>
          )}
          <nav aria-label={t("main")} className="max-md:order-last max-md:w-full max-md:pt-2">
            <Places places={main} />
            {content.length === 0 ? null : (
              <>
                <p
                  aria-hidden="true"
                  className={`px-2 pt-3.5 pb-1 text-12 font-medium text-ink-3 max-md:hidden ${wide}`}
                >
                  {t("content")}
                </p>
                <Places label={t("content")} places={content} />
              </>
            )}
          </nav>
          <div className="flex items-center gap-2 px-1.5 max-md:order-1 max-md:ms-auto md:mt-auto md:flex-wrap md:border-t md:pt-2.5">
            <Avatar initials={props.person.initials} />
            <div className={`min-w-0 ${wide} max-md:sr-only`}>
              <div className="font-semibold">{props.person.name}</div>
              <div className="text-12 text-ink-3">{t(`roles.${props.person.role}`)}</div>
            </div>
            {props.account}
          </div>
        </div>
        <main
          className="flex min-w-0 flex-col around-builder:xl:h-dvh around-builder:xl:min-h-140"
          id="main"
          tabIndex={-1}
        >
          {children}
        </main>
      </ClinicianGrid>
    </InteractionLocale>
  );
}

function RailMark() {
  return (
    <span className="block w-6 overflow-hidden">
      <Wordmark size={24} />
    </span>
  );
}

function Places({ places, label }: Pick<ClinicianShellProps, "places"> & { label?: string }) {
  const t = useTranslations("shell");
  return (
    <ul aria-label={label} className="max-md:flex max-md:flex-wrap max-md:gap-x-1">
      {places.map(({ place, href, count }) => {
        const name = t(`clinicianNav.${place}`);
        return (
          <li className="mb-px" key={place}>
            <PlaceLink
              className="relative flex h-8 items-center whitespace-nowrap gap-2.25 rounded-6 px-2 font-medium text-ink-2 -outline-offset-2 hover:bg-sunken aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_0_0_1px_var(--color-line),inset_3px_0_0_var(--color-accent)] md:max-xl:w-9.5 md:max-xl:justify-center md:max-xl:px-0 group-data-rail/frame:md:w-9.5 group-data-rail/frame:md:justify-center group-data-rail/frame:md:px-0"
              href={href}
              place={place}
              title={name}
            >
              <Icon name={icons[place]} />
              <span className={wide}>{name}</span>
              {count === undefined || count === 0 ? null : (
                <>
                  <span
                    aria-hidden="true"
                    className="ms-auto text-12 text-ink-3 md:max-xl:hidden group-data-rail/frame:md:hidden"
                  >
                    {count}
                  </span>
                  <span
                    aria-hidden="true"
                    className="absolute top-1.25 right-1.25 hidden size-1.75 rounded-full bg-accent md:max-xl:block group-data-rail/frame:md:block"
                  />
                  <span className="sr-only">{t("waiting", { count })}</span>
                </>
              )}
            </PlaceLink>
          </li>
        );
      })}
    </ul>
  );
}
