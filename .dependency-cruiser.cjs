const tests = "^tests/";

/** "Who may import whom" of the architecture; each rule names what it keeps apart. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      comment:
        "A file that nobody imports and that imports nobody is dead, unless a tool or Next finds it by its name.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "(^|/)(next|postcss|eslint|vitest|playwright|prisma)\\.config\\.(js|ts)$",
          "^app/.*(page|layout|route|error|not-found|loading|template|global-error|icon|manifest)\\.(tsx?|svg)$",
          "\\.css$",
          "^public/",
          "^\\.dependency-cruiser\\.cjs$",
        ],
      },
      to: {},
    },
    { name: "nothing-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "clinical-rules-are-pure",
      comment: "No IO, no clock, no packages: rules are functions of what they are given.",
      severity: "error",
      from: { path: "^lib/clinical/" },
      to: { pathNot: "^lib/clinical/" },
    },
    { name: "figures-are-pure", severity: "error", from: { path: "^lib/figure/" }, to: { pathNot: "^lib/figure/" } },
    {
      name: "fhir-is-pure",
      severity: "error",
      from: { path: "^lib/fhir/" },
      to: { pathNot: ["^lib/fhir/", "^lib/clinical/", "@medplum/fhirtypes"] },
    },
    {
      name: "schemas-know-zod-and-the-words-of-rules-and-figures",
      severity: "error",
      from: { path: "^lib/schemas/" },
      to: { pathNot: ["^lib/schemas/", "^lib/clinical/", "^lib/figure/(names|sides)\\.ts$", "node_modules/zod/"] },
    },
    {
      name: "drafts-are-pure",
      comment: "What an edit does to a draft is the same in the browser and in a test: no IO, no clock, no React.",
      severity: "error",
      from: { path: "^lib/draft/" },
      to: { pathNot: ["^lib/draft/", "^lib/clinical/", "^lib/schemas/"] },
    },
    {
      name: "the-player-is-pure",
      comment: "No clock inside: what a tap or a moment does to the counter is the same in a test.",
      severity: "error",
      from: { path: "^lib/player/" },
      to: { pathNot: ["^lib/player/", "^lib/clinical/facts\\.ts$"] },
    },
    {
      name: "the-phone-knows-no-server",
      comment:
        "The rules of what is kept, shown and sent; what touches the browser's store and network stands in the files beside them.",
      severity: "error",
      from: { path: "^lib/offline/" },
      to: {
        path: ["^(lib|app|components|prisma)/", "node_modules/"],
        pathNot: [
          "^lib/(offline|check-in|clinical|schemas|records)/",
          "^lib/(dates|kept)\\.ts$",
          "node_modules/(idb|zod)/",
        ],
      },
    },
    {
      name: "the-phone-takes-only-types-of-records",
      severity: "error",
      from: { path: "^lib/offline/" },
      to: { path: "^lib/records/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-check-in-is-pure",
      comment: "It is asked, read and judged alike on the server and, without network, in the browser.",
      severity: "error",
      from: { path: "^lib/check-in/" },
      to: { pathNot: ["^lib/(check-in|clinical|schemas)/", "^lib/(dates|errors)\\.ts$"] },
    },
    {
      name: "database-only-through-records",
      severity: "error",
      from: {
        path: ".",
        pathNot: [
          "^lib/(db|records|access|jobs)/",
          "^app/api/health/",
          "^scripts/",
          "^prisma/(seed|demo/)",
          "^instrumentation-node\\.ts$",
          "^proxy\\.ts$",
          tests,
        ],
      },
      to: { path: "^lib/db/" },
    },
    {
      name: "jobs-call-the-same-verbs",
      comment:
        "A job is an adapter like a page: it calls verbs of lib/records, and only what starts the process starts it.",
      severity: "error",
      from: { path: "^lib/jobs/" },
      to: { path: "^(lib|app|components)/", pathNot: ["^lib/(jobs|db|records)/", "^lib/(dates|env)\\.ts$"] },
    },
    {
      name: "jobs-are-started-with-the-process",
      severity: "error",
      from: { pathNot: ["^lib/jobs/", "^scripts/", "^instrumentation-node\\.ts$", tests] },
      to: { path: "^lib/jobs/" },
    },
    {
      name: "app-never-imports-the-database",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/api/health/" },
      to: { path: ["^lib/db/", "node_modules/pg/", "node_modules/@prisma/"] },
    },
    {
      name: "components-get-plain-data",
      severity: "error",
      // The addresses of the stills are sealed with the product's secret, on the server.
      from: { path: "^components/", pathNot: "^components/figure/shipped-stills\\.ts$" },
      to: {
        path: "^lib/",
        pathNot: [
          "^lib/(check-in|clinical|schemas|figure|draft|i18n|offline)/",
          "^lib/(dates|kept)\\.ts$",
          "^lib/records/",
        ],
      },
    },
    {
      name: "components-take-only-types-of-records",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/records/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-imports-app",
      severity: "error",
      from: { pathNot: ["^app/", tests] },
      to: { path: "^app/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: [tests, "^vitest\\.config"] },
      to: { path: tests },
    },
    {
      name: "the-product-never-imports-scripts",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: { path: "^scripts/" },
    },
    {
      name: "no-development-packages-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib|proxy|instrumentation)" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "lib/db/generated"] },
    exclude: { path: ["^\\.next/", "^lib/db/generated/(?!client)"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
    moduleSystems: ["es6", "cjs"],
  },
};
