"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { useBuilder } from "../builder-context";
import { useLineActs } from "./use-line-acts";

const item =
  "flex min-h-7.5 items-center gap-6 rounded-6 px-2.5 outline-none data-focused:bg-accent-tint data-disabled:text-ink-3";

/** What can be done with a line, or with all that are selected when it is one of them. */
export function LineMenu({ id, name }: { id: string; name: string }) {
  const t = useTranslations("program.line");
  return (
    <MenuTrigger>
      <Button
        aria-label={t("menu", { name })}
        className={`${buttonClass({ variant: "quiet", size: "small" })} size-6 min-h-0! px-0!`}
      >
        <Icon name="more" />
      </Button>
      <Popover
        className="min-w-56 rounded-10 border border-line bg-raised p-1 text-13 text-ink shadow-raised"
        placement="bottom end"
      >
        <LineMenuItems id={id} />
      </Popover>
    </MenuTrigger>
  );
}

function LineMenuItems({ id }: { id: string }) {
  const t = useTranslations("program.line");
  const locale = useLocale();
  const { page, draft } = useBuilder();
  const acts = useLineActs();
  const own = draft.lines.find((line) => line.id === id)?.phase;
  const ids = acts.withSelected(id);
  return (
    <Menu aria-label={t("acts")} className="outline-none">
      <MenuItem className={item} isDisabled={!acts.canNudge(ids, -1)} onAction={() => acts.nudge(ids, -1)}>
        {t("up")} <Keys of="Alt ↑" />
      </MenuItem>
      <MenuItem className={item} isDisabled={!acts.canNudge(ids, 1)} onAction={() => acts.nudge(ids, 1)}>
        {t("down")} <Keys of="Alt ↓" />
      </MenuItem>
      <Separator className="my-1 border-t border-line" />
      {page.phases
        .filter(({ n }) => n !== own)
        .map(({ n, name }) => (
          <MenuItem className={item} key={n} onAction={() => acts.moveTo(ids, n)}>
            {t("toPhase", { n, phase: name[locale] })}
          </MenuItem>
        ))}
      <Separator className="my-1 border-t border-line" />
      <MenuItem className={item} onAction={() => acts.inspect(id)}>
        {t("details")}
      </MenuItem>
      <MenuItem className={item} onAction={() => acts.duplicate(id)}>
        {t("duplicate")} <Keys of="D" />
      </MenuItem>
      <MenuItem className={item} onAction={() => acts.remove(ids)}>
        {t("removeSeveral", { count: ids.length })} <Keys of="Del" />
      </MenuItem>
    </Menu>
  );
}

function Keys({ of }: { of: string }) {
  return (
    <kbd aria-hidden="true" className="ms-auto font-sans text-12 text-ink-3">
      {of}
    </kbd>
  );
}
