"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Icon } from "@/components/ui/icon";
import { markFavouriteAction } from "../library/actions";

/** A star that is on for one's favourites. It answers at once; where the server does not take it, it goes back and says so. */
export function FavouriteStar({ code, name, isFavourite }: { code: string; name: string; isFavourite: boolean }) {
  const t = useTranslations("library");
  const [isOn, setOn] = useState(isFavourite);
  const [hasFailed, setFailed] = useState(false);
  const [isPending, startTransition] = useTransition();
  const press = () => {
    if (isPending) return;
    setOn(!isOn);
    setFailed(false);
    startTransition(async () => {
      const isTaken = await markFavouriteAction({ code, isFavourite: !isOn }).then(
        ({ status }) => status === "done",
        () => false,
      );
      if (isTaken) return;
      setOn(isOn);
      setFailed(true);
    });
  };
  const label = t("favourite", { name });
  return (
    <>
      <button
        aria-label={label}
        aria-pressed={isOn}
        className="inline-grid size-7 place-items-center rounded-6 text-ink-3 hover:bg-sunken aria-pressed:text-accent-ink [&[aria-pressed=true]_path]:fill-current"
        data-act="favourite"
        onClick={press}
        title={label}
        type="button"
      >
        <Icon name="star" />
      </button>
      <span className={hasFailed ? "text-12 text-stop-ink" : "sr-only"} role="status">
        {hasFailed ? t("notKept") : ""}
      </span>
    </>
  );
}
