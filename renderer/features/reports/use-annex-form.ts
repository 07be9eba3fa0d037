import { useMemo, useState } from 'react';
import type { AnnexCode, Decision } from '#shared/contract/schemas.ts';
import { parseDay } from '#renderer/ui/format-time.ts';

export interface AnnexRequest {
  readonly annexes: AnnexCode[];
  readonly decision: Decision | null;
}

export interface AnnexForm {
  readonly annexes: readonly AnnexCode[];
  toggle(code: AnnexCode): void;
  readonly decisionKind: 'blank' | 'given';
  setDecisionKind(kind: 'blank' | 'given'): void;
  readonly number: string;
  setNumber(text: string): void;
  readonly date: string;
  setDate(text: string): void;
  readonly problems: { readonly annexes: boolean; readonly number: boolean; readonly date: boolean };
  /** What to ask the service for; null while something is missing. */
  readonly request: AnnexRequest | null;
}

const ORDER: readonly AnnexCode[] = ['I', 'II', 'III'];

/** Which annexes and which decision; a date may stay empty, because it is often filled in by hand. */
export function useAnnexForm(): AnnexForm {
  const [annexes, setAnnexes] = useState<readonly AnnexCode[]>(ORDER);
  const [decisionKind, setDecisionKind] = useState<'blank' | 'given'>('blank');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const day = parseDay(date);
  const isGiven = decisionKind === 'given';
  const problems = {
    annexes: annexes.length === 0,
    number: isGiven && number.trim() === '',
    date: isGiven && date.trim() !== '' && day === null,
  };
  const isComplete = !problems.annexes && !problems.number && !problems.date;
  const request = useMemo(
    () => (isComplete ? { annexes: [...annexes], decision: isGiven ? { number, date: day } : null } : null),
    [isComplete, annexes, isGiven, number, day],
  );
  return {
    annexes,
    toggle: (code) =>
      setAnnexes((before) => ORDER.filter((one) => (one === code ? !before.includes(one) : before.includes(one)))),
    decisionKind,
    setDecisionKind,
    number,
    setNumber,
    date,
    setDate,
    problems,
    request,
  };
}
