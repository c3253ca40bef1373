/**
 * A small still figure for lists, 40 × 36. All thumbnails are one file that the browser keeps, so a row costs a hundred characters, works in
 * client components too, and follows the theme because the sheet inherits the page's variables. An exercise without a figure leaves its
 * place empty. Decoration: the exercise's name stands beside it.
 */
export function FigureThumb({ code }: { code: string }) {
  return (
    <svg aria-hidden="true" className="flex-none" height={36} viewBox="0 0 40 36" width={40}>
      <use height={36} href={`/figures/thumbs.svg#${code}`} width={40} />
    </svg>
  );
}
