"use client";

import "./globals.css";

/** The root layout itself failed, so neither the language nor its words are known: both languages, no part of ours but the colors. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto grid max-w-patient gap-4 px-4 py-12">
          <title>Phasewise</title>
          <h1 className="text-26 font-bold">Phasewise could not be shown</h1>
          <p>Nothing you saved is lost. Try again in a moment.</p>
          <p lang="es">
            No se pudo mostrar Phasewise. No se perdió nada de lo que guardó. Intente de nuevo en un momento.
          </p>
          <button className="link inline-flex min-h-11 items-center" onClick={() => location.reload()} type="button">
            Try again ·&nbsp;<span lang="es">Intentar de nuevo</span>
          </button>
          {error.digest === undefined ? null : <p className="text-ink-3">ref. {error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
