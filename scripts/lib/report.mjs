/**
 * The one-line-per-step output of every set-up step.
 * Called by bootstrap and the npm entry scripts; knows nothing about what a step does.
 */

/** A failure the person at the keyboard can act on: `message` says what happened, `advice` says what to do. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} advice
   * @param {ErrorOptions} [options] `cause` is what the underlying command said
   */
  constructor(message, advice, options) {
    super(message, options);
    this.name = 'SetupError';
    this.advice = advice;
  }
}

export const done = (detail) => ({ status: 'done', detail });
export const skipped = (detail) => ({ status: 'skipped', detail });

/** `done     packages: 513 installed` – one line, aligned, whatever the detail contains. */
export function formatStepLine(name, { status, detail }) {
  return `${status.padEnd(8)} ${name}: ${String(detail)
    .replace(/\s*\n\s*/g, ' ')
    .trim()}`;
}

/** The failing step's line, what to do, and – last, because it may be long – what the underlying command said. */
export function formatFailure(name, error) {
  const line = formatStepLine(name, { status: 'failed', detail: error.message });
  if (!(error instanceof SetupError)) return `${line}\n${error.stack}`;
  const cause = error.cause === undefined ? [] : [error.cause.message];
  return [line, `         what to do: ${error.advice}`, ...cause].join('\n');
}

/** Runs the steps in order and hands each one's line to `write`; the first failure is written and thrown on. */
export async function runSteps(steps, write) {
  for (const step of steps) {
    try {
      write(formatStepLine(step.name, await step.run()));
    } catch (error) {
      write(formatFailure(step.name, error));
      throw error;
    }
  }
}
