import { useCallback, useEffect, useRef } from 'react';

/**
 * Runs state changes of the strips right after the next frame, so that the cell a person just left is repainted first.
 * Changes asked for in one frame run together.
 */
export function useAfterPaint(): (act: () => void) => void {
  const waiting = useRef<(() => void)[]>([]);
  const isAlive = useRef(true);
  useEffect(() => {
    isAlive.current = true;
    return () => {
      isAlive.current = false;
    };
  }, []);
  return useCallback((act) => {
    waiting.current.push(act);
    if (waiting.current.length > 1) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        const acts = waiting.current.splice(0);
        if (isAlive.current) for (const each of acts) each();
      }),
    );
  }, []);
}
