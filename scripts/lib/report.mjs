/**
 * The one-line-per-step output of every set-up step.
 * Called by bootstrap and the npm entry scripts; knows nothing about what a step does.
 */

/** A failure the person at the keyboard can act on: `message` says what happened, `advice` says what to do. */
export class SetupError extends Error {
  constructor(message, advice) {
    super(message);
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

export function formatFailure(name, error) {
  const line = formatStepLine(name, { status: 'failed', detail: error.message });
  return error instanceof SetupError ? `${line}\n         what to do: ${error.advice}` : `${line}\n${error.stack}`;
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
