import { getTranslations } from "next-intl/server";
import { SignOut } from "@/components/shell/sign-out";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { LocaleSwitch, ThemeSwitch } from "@/components/ui/preference-switches";
import { chosenTheme } from "@/lib/i18n/preferences";
import { switchLanguage, switchTheme } from "@/lib/preferences/actions";

/** Language, theme and the way out; opens without JavaScript. */
export async function AccountMenu() {
  const t = await getTranslations("shell");
  return (
    <>
      <button
        aria-label={t("account")}
        className={`${buttonClass({ variant: "quiet", size: "small" })} ms-auto md:max-xl:ms-0`}
        popoverTarget="account"
        title={t("account")}
        type="button"
      >
        <Icon name="gear" />
      </button>
      <div
        className="fixed inset-auto m-0 w-60 rounded-10 border border-line bg-raised p-3 text-13 text-ink shadow-raised max-md:end-3 max-md:top-14 md:start-3 md:bottom-16"
        id="account"
        popover="auto"
      >
        <div className="grid justify-items-start gap-3">
          <ThemeSwitch action={switchTheme} current={await chosenTheme()} />
          <LocaleSwitch action={switchLanguage} />
          <SignOut />
        </div>
      </div>
    </>
  );
}
