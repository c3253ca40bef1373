/** The look of the file, on screen in light and dark and on paper; it names no font that is not there. */
export const pageStyle = `
:root { color-scheme: light dark; font: 18px/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; }
body { margin: 0; }
main { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 2px solid; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
h4 { font-size: 1rem; margin: .75rem 0 0; }
p { margin: .25rem 0; }
ul { margin: .25rem 0; padding-left: 1.4rem; }
li { margin: .3rem 0; }
a { color: inherit; }
dl { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: .15rem 1rem; margin: .25rem 0; }
dt { font-weight: 600; }
dd { margin: 0; min-width: 0; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; }
caption { text-align: start; font-size: 1.1rem; font-weight: 700; padding: 1rem 0 .25rem; }
th, td { border: 1px solid; padding: .35rem .5rem; text-align: start; vertical-align: top; }
tbody th { font-weight: 600; }
.said { white-space: pre-line; font-weight: 600; }
@media (max-width: 30rem) {
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: .35rem; }
  thead { position: absolute; clip-path: inset(50%); }
  table, tbody, tr, th, td { display: block; }
  tr { border: 1px solid; margin: .5rem 0; }
  th, td { border: 0; }
}
@media print {
  :root { color-scheme: light; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  h2, h3, h4 { break-after: avoid; }
  li, tr { break-inside: avoid; }
}
@page { margin: 16mm; }
`;
