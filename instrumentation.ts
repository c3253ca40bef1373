declare global {
  namespace NodeJS {
    interface ProcessEnv {
      /** Written with a dot, Next replaces it while building, and Node code stays out of the edge build. */
      readonly NEXT_RUNTIME?: "nodejs" | "edge";
    }
  }
}

/** Next calls this once before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { refuseUnsafeStart, takeJobs } = await import("./instrumentation-node");
    await refuseUnsafeStart();
    await takeJobs();
  }
}
