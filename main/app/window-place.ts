/** Where the window was, made safe for the screens there are now. Pure. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  /** Absent: let the system choose. */
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export const MIN_SIZE = { width: 960, height: 600 } as const;
const DEFAULT_PLACE: WindowPlace = { width: 1366, height: 768, maximized: false };

/** The remembered place if enough of it lies on a screen to be grabbed, else its size only, else the default. */
export function parseWindowPlace(kept: unknown, workAreas: readonly Rectangle[]): WindowPlace {
  const place = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const { x, y, width, height } = place;
  if (!isWhole(width) || !isWhole(height)) return DEFAULT_PLACE;
  const size = {
    width: Math.max(width, MIN_SIZE.width),
    height: Math.max(height, MIN_SIZE.height),
    maximized: place['maximized'] === true,
  };
  if (!isWhole(x) || !isWhole(y)) return size;
  return workAreas.some((area) => isReachable({ x, y, ...size }, area)) ? { x, y, ...size } : size;
}

/** At least 100 px of the title bar, which is what one can grab, must be inside. */
function isReachable(place: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  return visible >= 100 && place.y >= area.y - 8 && place.y <= area.y + area.height - 40;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(value as number) < 100_000;
}
