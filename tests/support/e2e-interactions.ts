import type { Locator } from "@playwright/test";

/** To find the next thing and to move the hand there. */
const perInteraction = 1.2;
/** Sixty words a minute. */
const perCharacter = 0.2;

/**
 * Somebody who uses a page for the first time: every click, key chord and filled field counts one. The pace is added up, not waited for; what the
 * product itself takes is measured.
 */
export class FirstTimeUser {
  private paced = 0;
  private count = 0;
  private readonly started = performance.now();

  async click(target: Locator): Promise<void> {
    this.takes(1);
    await target.click();
  }

  /** A radio or a checkbox. */
  async check(target: Locator): Promise<void> {
    this.takes(1);
    await target.check();
  }

  /** One field, whatever is typed into it. */
  async fill(target: Locator, text: string): Promise<void> {
    this.takes(1, text.length);
    await target.fill(text);
  }

  /** One field; opening it and finding the choice take the time of two. */
  async choose(target: Locator, label: string): Promise<void> {
    this.takes(1);
    this.paced += perInteraction;
    await target.selectOption({ label });
  }

  /** What has happened until now, in seconds; `machine` is what browser and server took. */
  tally(): { interactions: number; seconds: number; machine: number } {
    const machine = (performance.now() - this.started) / 1000;
    return { interactions: this.count, seconds: this.paced + machine, machine };
  }

  private takes(interactions: number, characters = 0): void {
    this.count += interactions;
    this.paced += interactions * perInteraction + characters * perCharacter;
  }
}
