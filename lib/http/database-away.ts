/**
 * The page of a server whose database does not answer (R3). It asks the database for nothing, not even a language, so it says it in both.
 * @param nonce of the response's policy, for the page's own style
 */
export function databaseAwayPage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Phasewise is away for a moment</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 30rem; padding: 3rem 1rem; }
h1 { font-size: 1.4rem; line-height: 1.3; }
section { margin-block: 2rem; }
</style>
</head>
<body>
<main>
<section>
<h1>Phasewise is away for a moment</h1>
<p>Nothing you saved is lost. Try again in a few seconds.</p>
<p>In an emergency, call your local emergency number. Do not wait for this page.</p>
<p><a href="">Try again</a></p>
</section>
<section lang="es">
<h2>Phasewise no está disponible por un momento</h2>
<p>Nada de lo que guardó se pierde. Intente otra vez en unos segundos.</p>
<p>En una emergencia, llame al número de emergencias. No espere a esta página.</p>
<p><a href="">Intentar otra vez</a></p>
</section>
</main>
</body>
</html>
`;
}
