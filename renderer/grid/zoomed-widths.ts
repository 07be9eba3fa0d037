/** Narrower no column gets, however small the sheet is zoomed. */
export const MIN_COLUMN_PX = 36;

export interface ZoomedWidths {
  /** Painted width of a column that is `basePx` wide at 100 %, from now on its own width. */
  readonly paint: (id: string, basePx: number) => number;
  /** Width at 100 % of a column that is painted `widthPx` wide now. */
  readonly baseOf: (id: string, widthPx: number) => number;
  /** Takes a new zoom in percent. */
  readonly setZoom: (percent: number) => void;
  readonly zoom: () => number;
}

/**
 * Widths of columns under a zoom. The width at 100 % is kept and not computed back from whole pixels, so that zooming
 * in and out any number of times ends where it began; a column somebody dragged gets a new one.
 */
export function createZoomedWidths(): ZoomedWidths {
  const bases = new Map<string, number>();
  let zoom = 100;

  function painted(basePx: number): number {
    return Math.max(MIN_COLUMN_PX, Math.round((basePx * zoom) / 100));
  }

  return {
    paint(id, basePx) {
      bases.set(id, basePx);
      return painted(basePx);
    },
    baseOf(id, widthPx) {
      const known = bases.get(id);
      if (known !== undefined && painted(known) === widthPx) return known;
      const basePx = (widthPx * 100) / zoom;
      bases.set(id, basePx);
      return basePx;
    },
    setZoom: (percent) => (zoom = percent),
    zoom: () => zoom,
  };
}
