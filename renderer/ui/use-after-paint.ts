import { useCallback, useEffect, useRef } from 'react';
import { afterPaint } from './after-paint.ts';

/** State changes of the strips, right after the next frame and only while the component is there. */
export function useAfterPaint(): (act: () => void) => void {
  const isAlive = useRef(true);
  useEffect(() => {
    isAlive.current = true;
    return () => {
      isAlive.current = false;
    };
  }, []);
  return useCallback((act) => afterPaint(() => isAlive.current && act()), []);
}
