import { useState } from 'react';
import type { ChosenFile } from '#shared/contract/desktop.ts';
import type { ImportSource } from './use-import.ts';

const YEAR = /^\d{4}$/;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

interface ImportFields {
  readonly criteria: ChosenFile | null;
  readonly scores: ChosenFile | null;
  readonly name: string;
  readonly year: string;
  readonly blanks: ImportSource['blanks'];
  readonly ambiguousDot: ImportSource['ambiguousDot'];
  readonly ties: NonNullable<ImportSource['ties']>;
}

export interface ImportForm {
  readonly fields: ImportFields;
  change(patch: Partial<ImportFields>): void;
  readonly problems: { readonly name: boolean; readonly year: boolean; readonly files: boolean };
  /** What to send; null while something is missing. */
  readonly source: ImportSource | null;
}

/** The choices of an import; `onChange` is told of each, because a preview is only good for what it was made from. */
export function useImportForm(defaultName: (year: string) => string, onChange: () => void): ImportForm {
  const [fields, setFields] = useState<ImportFields>(() => {
    const year = String(new Date().getFullYear());
    return {
      criteria: null,
      scores: null,
      name: defaultName(year),
      year,
      blanks: 'missing',
      ambiguousDot: null,
      ties: 'competition',
    };
  });
  const year = YEAR.test(fields.year) ? Number(fields.year) : 0;
  const problems = {
    name: fields.name.trim() === '',
    year: year < FIRST_YEAR || year > LAST_YEAR,
    files: fields.criteria === null && fields.scores === null,
  };
  const isComplete = !problems.name && !problems.year && !problems.files;
  return {
    fields,
    change(patch) {
      setFields((before) => {
        const followsYear = patch.year !== undefined && before.name === defaultName(before.year);
        return { ...before, ...patch, ...(followsYear && { name: defaultName(patch.year ?? '') }) };
      });
      onChange();
    },
    problems,
    source: isComplete
      ? {
          criteriaToken: fields.criteria?.token ?? null,
          scoresToken: fields.scores?.token ?? null,
          cycleName: fields.name,
          year,
          blanks: fields.blanks,
          ambiguousDot: fields.ambiguousDot,
          ties: fields.ties,
        }
      : null,
  };
}
