import { useTranslations } from "next-intl";

type Steps = { current: number; count: number; isHeld?: boolean };
const sizes = {
  cell: { width: 6, pitch: 8, base: 14, first: 4, height: 18 },
  large: { width: 9, pitch: 12, base: 20, first: 6, height: 24 },
} as const;

/** The phases as a flight of steps: filled is done, underlined is now, outlined is to come. Words must stand beside it. */
export function Staircase({ current, count, isHeld = false, size = "cell" }: Steps & { size?: keyof typeof sizes }) {
  const { width, pitch, base, first, height } = sizes[size];
  const rise = count > 1 ? (base - first) / (count - 1) : 0;
  const steps = Array.from({ length: count }, (_, index) => ({
    n: index + 1,
    x: index * pitch,
    h: first + index * rise,
  }));
  const total = count * pitch - (pitch - width);
  return (
    <svg
      aria-hidden="true"
      className="block flex-none"
      height={height}
      viewBox={`0 0 ${total} ${height}`}
      width={total}
    >
      {steps.map(({ n, x, h }) => {
        if (n > current)
          return (
            <rect
              className="fill-none stroke-edge"
              height={h - 0.5}
              key={n}
              rx="1"
              width={width - 1}
              x={x + 0.5}
              y={base - h + 0.5}
            />
          );
        const now = isHeld ? "fill-warn-mark" : "fill-phase-6";
        const fill = n < current ? "fill-phase-4" : now;
        return <rect className={fill} height={h} key={n} rx="1" width={width} x={x} y={base - h} />;
      })}
      <rect className="fill-ink" height="2" rx="1" width={width} x={(current - 1) * pitch} y={base + 2} />
    </svg>
  );
}

/** The phase cell: staircase and "3 of 6", the phase's name under it. */
export function PhaseCell({ name, detail, ...steps }: Steps & { name?: string; detail?: string | undefined }) {
  const t = useTranslations("status.staircase");
  const { current, count, isHeld = false } = steps;
  return (
    <div>
      <div className="flex items-center gap-1.75">
        <Staircase {...steps} />
        <span className="sr-only">{t(isHeld ? "held" : "label", { current, count })}</span>
        <span aria-hidden="true" className="whitespace-nowrap">
          {t("count", { current, count })}
        </span>
      </div>
      {name === undefined ? null : <div className="text-12 text-ink-3">{name}</div>}
      {detail === undefined ? null : <div className="text-12 text-ink-3">{detail}</div>}
    </div>
  );
}
