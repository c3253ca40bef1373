import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

const typescript = ["**/*.ts", "**/*.tsx"];

/** Reading outside input is where a checked cast is honest; everywhere else the type must be proven. */
const mayCast = ["lib/schemas/**", "lib/db/**", "tests/**"];

/** The environment is read and validated in `lib/env.ts`; what runs before or beside the application reads its own part. */
const mayReadEnvironment = [
  "lib/env.ts",
  "scripts/**",
  "tests/**",
  "prisma/seed.ts",
  "*.config.ts",
  "instrumentation.ts",
];

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      ".data/**",
      "node_modules/**",
      "lib/db/generated/**",
      "coverage/**",
      "next-env.d.ts",
      "test-results/**",
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  ...next,
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true, "ts-check": false },
      ],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-namespace": ["error", { allowDeclarations: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
    },
  },
  { files: mayCast, rules: { "@typescript-eslint/consistent-type-assertions": "off" } },
  {
    files: typescript,
    ignores: mayReadEnvironment,
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read the environment through env() of lib/env.ts." },
      ],
    },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    rules: { "no-console": "error" },
  },
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 250 }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "anywhere" }],
      "prefer-const": "error",
    },
  },
);
