const waiting: (() => void)[] = [];

/**
 * Runs an act once the frame that is being made has left the page, so that the cell a person just left is repainted
 * first. Acts asked for in one frame, and those they ask for themselves, run together.
 */
export function afterPaint(act: () => void): void {
  waiting.push(act);
  if (waiting.length > 1) return;
  // The second frame begins when the first one is on its way to the screen.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        for (let i = 0; i < waiting.length; i++) {
          try {
            waiting[i]?.();
          } catch (error) {
            reportError(error);
          }
        }
        waiting.length = 0;
      }),
    ),
  );
}
