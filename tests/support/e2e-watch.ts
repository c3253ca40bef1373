import type { BrowserContext } from "@playwright/test";

/**
 * Collects everything that a page complains about while somebody uses it: console errors, uncaught errors, violations of the content security
 * policy, answers of 500 and above.
 */
export class Watch {
  readonly complaints: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Listens to every page of the context. */
  async over(context: BrowserContext, who: string): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
        console.error(`CSP violation: ${violatedDirective} ${blockedURI} ${sourceFile}`),
      );
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.note(`${who}: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (webError) => {
      const { name, message, stack } = webError.error();
      // A rejection of the browser's own, such as a transaction's that was broken off, has a stack without a line.
      this.note(`${who}: uncaught ${stack || `${name}: ${message}`} (${webError.page()?.url() ?? "no page"})`);
    });
    context.on("response", (response) => {
      if (response.status() >= 500) this.note(`${who}: ${response.status()} from ${response.url()}`);
    });
  }

  /** A complaint that belongs to the test, such as the browser's own line about a page that does not exist. */
  expect(complaint: RegExp): void {
    this.expected.push(complaint);
  }

  /** What nobody expected. */
  get unexpected(): string[] {
    return this.complaints.filter((complaint) => !this.expected.some((known) => known.test(complaint)));
  }

  private note(complaint: string): void {
    this.complaints.push(complaint);
  }
}
