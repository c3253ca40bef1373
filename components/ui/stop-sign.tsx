/** The sign of an error: an octagon with a bar. The word "Error:" stands beside it. */
export function StopSign({ className = "" }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={`shape tone-stop size-4 roomy:size-5 ${className}`} viewBox="0 0 16 16">
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
      <path d="M4.4 8h7.2" stroke="var(--glyph)" strokeLinecap="round" strokeWidth="2.2" />
    </svg>
  );
}
