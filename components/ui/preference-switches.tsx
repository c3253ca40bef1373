import { useLocale, useTranslations } from "next-intl";
import { Icon } from "./icon";

/** A server action that reads one field of the form; it answers by showing the page again. */
export type FormAction = (form: FormData) => Promise<void>;

/** The other language, as a word in that language. Posts `locale` to the action; works without JavaScript. */
export function LocaleSwitch({ action }: { action: FormAction }) {
  const t = useTranslations("ui");
  const other = useLocale() === "en" ? "es" : "en";
  return (
    <form action={action}>
      <input name="locale" type="hidden" value={other} />
      <button
        className="inline-flex min-h-6 min-w-12 items-center justify-center gap-1.5 text-accent-ink patient:px-2 roomy:min-h-11 roomy:text-16 roomy:font-medium"
        lang={other}
        type="submit"
      >
        <Icon name="globe" />
        <span className="underline underline-offset-2">{t(`language.${other}`)}</span>
      </button>
    </form>
  );
}

const themes = ["system", "light", "dark"] as const;

/** System, light or dark: posts `theme` to the action; works without JavaScript. */
export function ThemeSwitch({ action, current }: { action: FormAction; current: (typeof themes)[number] }) {
  const t = useTranslations("ui.theme");
  return (
    <form action={action} aria-label={t("label")} role="group">
      <div className="inline-flex divide-x divide-edge overflow-hidden rounded-6 border border-edge">
        {themes.map((theme) => (
          <button
            aria-pressed={theme === current}
            className="min-h-6 px-2.25 text-12 font-medium -outline-offset-2 hover:bg-inset aria-pressed:bg-accent aria-pressed:font-semibold aria-pressed:text-on-accent roomy:min-h-11 roomy:px-3 roomy:text-16"
            key={theme}
            name="theme"
            type="submit"
            value={theme}
          >
            {t(theme)}
          </button>
        ))}
      </div>
    </form>
  );
}
