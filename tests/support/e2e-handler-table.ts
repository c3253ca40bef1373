import { randomUUID } from "node:crypto";
import type { World } from "./e2e-askers";
import { type Answers, clinicians, each, everybody, team } from "./e2e-route-answers";

export type HandlerRow = {
  at: string;
  /** JSON that an unsafe request sends. */
  body?: (world: World) => unknown;
  /** By method; a method that is not there answers 405. */
  methods: Record<string, Answers>;
};

/** Every route handler. */
export const handlerRows: Record<string, HandlerRow> = {
  "app/api/health/live/route.ts": { at: "/api/health/live", methods: { GET: everybody("200") } },
  "app/api/health/ready/route.ts": { at: "/api/health/ready", methods: { GET: everybody("200") } },
  "app/api/auth/[...nextauth]/route.ts": {
    at: "/api/auth/session",
    body: () => ({}),
    methods: { GET: everybody("200"), POST: everybody("400") },
  },
  "app/api/check-ins/route.ts": {
    at: "/api/check-ins",
    methods: {
      GET: { ...everybody("404"), own: "200", other: "200", signedOut: "401", expired: "401" },
      POST: { ...everybody("404"), own: "201", other: "201", signedOut: "401", expired: "401" },
    },
  },
  "app/api/offline-plan/route.ts": {
    at: "/api/offline-plan?quiet",
    methods: { GET: { ...everybody("404"), own: "200", other: "200", signedOut: "401", expired: "401" } },
  },
  "app/api/exercise-marks/route.ts": {
    at: "/api/exercise-marks",
    body: ({ lineId }) => ({ lineId, idempotencyKey: randomUUID(), outcome: "done" }),
    // Of another patient's line a mark is kept aside, like one of a line that is not there.
    methods: { POST: { ...everybody("404"), own: "201", other: "202", signedOut: "401", expired: "401" } },
  },
  "app/api/news/route.ts": {
    at: "/api/news",
    methods: { GET: { ...everybody("404"), ...each(clinicians, "200"), signedOut: "401", expired: "401" } },
  },
  "app/api/my-record/route.ts": {
    at: "/api/my-record",
    methods: { GET: { ...everybody("404"), own: "200", other: "200", signedOut: "401", expired: "401" } },
  },
  "app/my/record/file/route.ts": {
    at: "/my/record/file",
    methods: { GET: { ...everybody("404"), own: "200", other: "200", signedOut: "401", expired: "401" } },
  },
  "app/api/drafts/route.ts": {
    at: "/api/drafts",
    body: ({ draft: { programId, draft } }) => {
      const { version, startPhase, lines } = draft;
      return { programId, version, follows: null, startPhase, lines };
    },
    methods: { PUT: { ...everybody("404"), therapist: "200", signedOut: "401", expired: "401" } },
  },
  "app/api/drafts/presence/route.ts": {
    at: "/api/drafts/presence?quiet",
    body: ({ draft: { programId, draft } }) => ({ programId, version: draft.version, follows: null }),
    methods: { POST: { ...everybody("404"), therapist: "200", signedOut: "401", expired: "401" } },
  },
  "app/api/template-drafts/route.ts": {
    at: "/api/template-drafts",
    body: ({ templateDraft: { templateId, version, lines } }) => ({ templateId, version, lines }),
    // Whoever of the clinic comes first makes the version.
    methods: {
      PUT: { ...everybody("404"), offTeam: "200", therapist: "409", surgeon: "409", signedOut: "401", expired: "401" },
    },
  },
  "app/api/template-drafts/presence/route.ts": {
    at: "/api/template-drafts/presence?quiet",
    body: ({ templateDraft: { templateId, version } }) => ({ templateId, version, follows: 0 }),
    methods: {
      POST: { ...everybody("404"), ...each([...team, "offTeam"], "200"), signedOut: "401", expired: "401" },
    },
  },
  "app/(clinic)/library/figures/thumbs.svg/route.ts": {
    at: "/library/figures/thumbs.svg",
    methods: {
      GET: { ...everybody("200"), own: "404", other: "404", signedOut: "401", expired: "401" },
    },
  },
  "app/figures/thumbs.svg/route.ts": { at: "/figures/thumbs.svg", methods: { GET: everybody("200") } },
  // Its addresses are sealed; that the pictures come, every look at a page with them shows.
  "app/figures/stills/[file]/route.ts": { at: "/figures/stills/17f29b07-0.svg", methods: { GET: everybody("404") } },
  "app/sign-out/route.ts": { at: "/sign-out", methods: { POST: everybody("303") } },
};
