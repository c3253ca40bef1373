import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({ requestConfig: "./lib/i18n/request.ts" });

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  reactCompiler: true,
  typedRoutes: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "@prisma/client", "@prisma/adapter-pg"],
  // The import rules and the types are checked by `npm test`, once, not again by every build.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
