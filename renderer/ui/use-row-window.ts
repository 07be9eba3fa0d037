import { useEffect, useState, type RefObject } from 'react';

/** Up to this many rows are all drawn: an office has about 110. */
const ALWAYS_ALL = 500;
const SPARE_ROWS = 20;

export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** Which rows of a long table to draw, from the scroll position; all of them when the table is not long. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeightPx: number): RowWindow {
  const [visible, setVisible] = useState<RowWindow>({ from: 0, to: ALWAYS_ALL });
  const long = count > ALWAYS_ALL;
  useEffect(() => {
    const element = scroller.current;
    if (!element || !long) return;
    function measure(): void {
      if (!element) return;
      const first = Math.floor(element.scrollTop / rowHeightPx);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeightPx);
      setVisible({ from: Math.max(first - SPARE_ROWS, 0), to: last + SPARE_ROWS });
    }
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    return () => element.removeEventListener('scroll', measure);
  }, [scroller, long, rowHeightPx]);
  return long ? { from: visible.from, to: Math.min(visible.to, count) } : { from: 0, to: count };
}
