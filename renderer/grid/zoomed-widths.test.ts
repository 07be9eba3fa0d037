import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createZoomedWidths, MIN_COLUMN_PX } from './zoomed-widths.ts';

const zooms = fc.array(fc.integer({ min: 50, max: 200 }), { maxLength: 20 });
const width = fc.integer({ min: MIN_COLUMN_PX, max: 900 });

it('comes back to the same widths after any zooming', () => {
  fc.assert(
    fc.property(width, zooms, (startPx, steps) => {
      const widths = createZoomedWidths();
      let shownPx = startPx;
      for (const step of [...steps, 100]) {
        const basePx = widths.baseOf('a', shownPx);
        widths.setZoom(step);
        shownPx = widths.paint('a', basePx);
      }
      expect(shownPx).toBe(startPx);
    }),
  );
});

it('keeps what a person drags under a zoom, to the pixel, when it is laid again', () => {
  fc.assert(
    fc.property(width, fc.integer({ min: 50, max: 200 }), (draggedPx, zoom) => {
      const widths = createZoomedWidths();
      widths.baseOf('a', 66);
      widths.setZoom(zoom);
      const basePx = widths.baseOf('a', draggedPx);
      expect(widths.paint('a', basePx)).toBe(draggedPx);
    }),
  );
});

it('shows no column narrower than can be taken hold of, without forgetting its width', () => {
  const widths = createZoomedWidths();
  const basePx = widths.baseOf('a', 40);
  widths.setZoom(50);
  expect(widths.paint('a', basePx)).toBe(MIN_COLUMN_PX);
  expect(widths.baseOf('a', MIN_COLUMN_PX)).toBe(40);
});
