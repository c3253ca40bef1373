"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import type { LibraryFilters } from "@/lib/schemas/library";
import { useBuilder } from "../builder-context";
import { onDemand } from "../on-demand";
import { filtersSet } from "./library-filter-count";
import { LibraryPanelList } from "./library-panel-list";
import { useLibraryMemory } from "./library-panel-memory";
import { useLibrarySearch } from "./library-panel-search";

const filterFields = onDemand(() =>
  import("./library-panel-filters").then(({ LibraryFilterFields }) => LibraryFilterFields),
);

/** The library beside the tray: what fits the phase in work and this patient, and what does not and why. */
export function LibraryPanel() {
  const t = useTranslations("program.library");
  const { libraryFor, phase } = useBuilder();
  const { rows: known, remember } = useLibraryMemory();
  const [text, setText] = useState("");
  const [filters, setFilters] = useState<LibraryFilters>({});
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  const [isOnlyFitting, setOnlyFitting] = useState(false);
  const search = useLibrarySearch({ text: text.trim().slice(0, 80), filters, for: libraryFor(phase) }, remember);
  const count = filtersSet(filters);
  const closeFilters = () => setFiltersOpen(false);
  const toggleMine = (mine: "favourite" | "recent") => (isOn: boolean) => {
    const { mine: _, ...rest } = filters;
    setFilters(isOn ? { ...rest, mine } : rest);
  };
  return (
    <div className="flex h-full min-h-0 flex-col text-13">
      <div className="grid gap-2 px-3 pt-2.5 pb-2.5">
        <div className="flex items-center gap-1.5">
          <SearchField
            autoComplete="off"
            className="min-w-0 flex-1"
            data-library-search
            hotkey="/"
            label={t("search")}
            maxLength={80}
            onChange={(event) => setText(event.target.value)}
            placeholder={t("searchShort")}
            value={text}
          />
          <Button
            aria-controls="library-filters"
            aria-expanded={areFiltersOpen}
            aria-label={t("filters", { count })}
            className={`px-1.75! ${count > 0 ? "border-accent! bg-accent-tint! text-accent-ink!" : ""}`}
            onClick={() => setFiltersOpen(!areFiltersOpen)}
            onFocus={filterFields.prepare}
            onPointerEnter={filterFields.prepare}
            title={t("filters", { count })}
          >
            <Icon name="filter" />
          </Button>
        </div>
        <div className="-me-2 flex flex-wrap gap-1">
          <Chip isOn={isOnlyFitting} onChange={setOnlyFitting}>
            {t("fitsPhase", { phase })}
          </Chip>
          <Chip isOn={filters.mine === "favourite"} onChange={toggleMine("favourite")}>
            {t("favorites")}
          </Chip>
          <Chip isOn={filters.mine === "recent"} onChange={toggleMine("recent")}>
            {t("recent")}
          </Chip>
        </div>
      </div>
      <div hidden={!areFiltersOpen} id="library-filters">
        {areFiltersOpen ? (
          <filterFields.Part close={closeFilters} filters={filters} onChange={setFilters} rows={[...known.values()]} />
        ) : null}
      </div>
      {search.isFailed ? (
        <div className="p-3">
          <Notice actions={<Button onClick={search.again}>{t("again")}</Button>} isLive title={t("failed")} tone="warn">
            {search.rows === null ? null : t("stale")}
          </Notice>
        </div>
      ) : null}
      <LibraryPanelList
        isOnlyFitting={isOnlyFitting}
        isSearched={text.trim() !== ""}
        isSlow={search.isSlow}
        onShowAll={() => {
          setText("");
          setFilters({});
          setOnlyFitting(false);
        }}
        rows={search.rows}
      />
    </div>
  );
}

function Chip({ isOn, onChange, children }: { isOn: boolean; onChange: (isOn: boolean) => void; children: string }) {
  return (
    <button
      aria-pressed={isOn}
      className="inline-flex min-h-6 items-center gap-1.25 rounded-full border border-line-2 bg-surface px-2 text-12 whitespace-nowrap aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:font-semibold aria-pressed:text-accent-ink"
      onClick={() => onChange(!isOn)}
      type="button"
    >
      {isOn ? <Icon name="check" size={12} /> : null}
      {children}
    </button>
  );
}
