const MARGIN_PX = 4;

/** Puts a fixed element at a place of the window (CSS pixels), moved as far as needed to be wholly in sight. */
export function keepInWindow(element: HTMLElement, x: number, y: number): void {
  const { width, height } = element.getBoundingClientRect();
  const left = Math.max(MARGIN_PX, Math.min(x, window.innerWidth - width - MARGIN_PX));
  const top = Math.max(MARGIN_PX, Math.min(y, window.innerHeight - height - MARGIN_PX));
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
