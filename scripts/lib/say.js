/**
 * Progress goes to stderr: a command's stdout belongs to its answer.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs one step and prints its name with the seconds it took.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const begun = performance.now();
  const result = await work();
  say(`  ${name} … ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

/** An expected reason not to go on, told in one sentence without a stack. */
export class Refusal extends Error {}

/**
 * Runs `work`; a Refusal becomes one sentence and exit code 1.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function orRefuse(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`\n${error.message}`);
    return process.exit(1);
  }
}
