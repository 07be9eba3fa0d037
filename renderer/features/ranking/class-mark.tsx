import type { CycleSettings } from '#shared/domain/entities.ts';

interface Props {
  readonly code: string | null;
  readonly label: string;
  readonly settings: CycleSettings;
}

/** Place of a class in the palette: 0 is the best, 4 stands for everything below. */
function classTone(code: string | null, settings: CycleSettings): number {
  const at = settings.classes.findIndex((one) => one.code === code);
  return at === -1 ? 4 : Math.min(at, 3);
}

/** A class by its name; the coloured square only helps the eye. */
export function ClassMark({ code, label, settings }: Props) {
  return (
    <span className="class-mark" data-tone={classTone(code, settings)}>
      {label}
    </span>
  );
}
