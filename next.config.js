import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are parsed when the product is built: the browser needs no parser, and no key waits for one.
  experimental: { messages: { path: "./messages", locales: ["en", "es"], format: "json", precompile: true } },
});

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // In development Next would print the arguments of server functions: patients' answers do not go into a log.
  logging: { serverFunctions: false },
  reactCompiler: true,
  typedRoutes: true,
  productionBrowserSourceMaps: true,
  turbopack: {
    rules: {
      "**/react-aria*/dist/private/**/intlStrings.mjs": { loaders: ["./scripts/lib/own-languages.js"] },
      "**/react-aria/dist/private/interactions/useFocusVisible.mjs": { loaders: ["./scripts/lib/drawn-later.js"] },
      "**/react-aria/dist/private/utils/useDescription.mjs": { loaders: ["./scripts/lib/drawn-later.js"] },
      "**/zod/mini/index.js": {
        // In development a page may ask for more while the bundler runs.
        condition: { all: ["browser", "production"] },
        loaders: ["./scripts/lib/zod-in-one.js"],
      },
    },
  },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "@prisma/client", "@prisma/adapter-pg"],
  // The proxy gives everything else its headers; these files never pass it.
  headers: () =>
    Promise.resolve([
      ...["/_next/static/:path*", "/figures/thumbs.svg", "/figures/stills/:file", "/sw.js"].map((source) => ({
        source,
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
          { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
        ],
      })),
      {
        source: "/sw.js",
        headers: [
          // The worker's own policy: it asks this server, and loads nothing.
          { key: "Content-Security-Policy", value: "default-src 'none'; connect-src 'self'" },
          { key: "Cache-Control", value: "no-cache" },
        ],
      },
    ]),
  // A first build, here and of the image, takes a quarter longer and 170 MB more when it also writes what a second one would read.
  experimental: { turbopackFileSystemCacheForBuild: false },
  // The import rules and the types are checked by `npm test`, once, not again by every build.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
