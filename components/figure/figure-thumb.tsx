/**
 * A small still figure for lists of the team, 40 × 36. All thumbnails that ship are one file that the browser keeps, those of the clinic's own
 * exercises another, so a row costs a hundred characters, works in client components too, and follows the theme because the sheets inherit the
 * page's variables. An exercise without a figure leaves its place empty. Decoration: the exercise's name stands beside it.
 */
export function FigureThumb({ code }: { code: string }) {
  const sheet = code.startsWith("own-") ? "/library/figures/thumbs.svg" : "/figures/thumbs.svg";
  return (
    <svg aria-hidden="true" className="flex-none" height={36} viewBox="0 0 40 36" width={40}>
      <use height={36} href={`${sheet}#${code}`} width={40} />
    </svg>
  );
}
