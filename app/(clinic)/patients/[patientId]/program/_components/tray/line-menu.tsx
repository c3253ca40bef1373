"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { MenuButton } from "../menu-button";
import { onDemand } from "../on-demand";

const menu = onDemand(() => import("./line-menu-items").then(({ LineMenuItems }) => LineMenuItems));

/** What can be done with a line, or with all that are selected when it is one of them. */
export function LineMenu({ id, name }: { id: string; name: string }) {
  const t = useTranslations("program.line");
  return (
    <MenuButton
      label={t("menu", { name })}
      look={`${buttonClass({ variant: "quiet", size: "small" })} size-6 min-h-0! px-0!`}
      menu={(close) => <menu.Part close={close} id={id} />}
      prepare={menu.prepare}
    >
      <Icon name="more" />
    </MenuButton>
  );
}
