/**
 * Giải thích con số này: a unit's index, rank and class, or a block's mean, taken apart down to the document and the
 * person. Opened by the screens that show such figures, as a chunk of its own. Reads only; sums come from the service.
 */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { BlockId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatInstant } from '#renderer/ui/format-time.ts';
import type { ExplainRow } from './explain-row.ts';
import { ExplainTree } from './explain-tree.tsx';
import './explain.css';
import { meanRows } from './mean-rows.ts';
import { rowsText } from './rows-text.ts';
import { unitRows } from './unit-rows.ts';

/** What is to be explained. */
export type Explained =
  | { readonly kind: 'unit'; readonly cycleUnitId: CycleUnitId; readonly leafId?: NodeId }
  | { readonly kind: 'mean'; readonly blockId: BlockId };

interface Props {
  readonly structure: CycleStructure;
  readonly subject: Explained;
  readonly onClose: () => void;
}

/** The dialog; a mean leads to its units and back. */
export function ExplainDialog({ structure, subject, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const controller = useController();
  const toast = useToast();
  const [chosenUnit, setChosenUnit] = useState<CycleUnitId | null>(null);
  const [row, setRow] = useState<ExplainRow | null>(null);
  const cycleUnitId = subject.kind === 'unit' ? subject.cycleUnitId : chosenUnit;
  const isMean = cycleUnitId === null;
  const unit = useCall('figures.explainUnit', cycleUnitId === null ? null : { cycleUnitId });
  const mean = useCall(
    'figures.explainMean',
    isMean && subject.kind === 'mean' ? { cycleId: structure.cycle.id, blockId: subject.blockId } : null,
  );
  useEvent('changes.committed', () => {
    unit.reload();
    mean.reload();
  });
  const { printDecimals } = structure.cycle.settings;
  const rows = useMemo(() => {
    if (isMean) return mean.data && meanRows(mean.data, printDecimals, t, language);
    return unit.data?.unit.cycleUnitId === cycleUnitId ? unitRows(unit.data, structure, t, language) : null;
  }, [isMean, mean.data, unit.data, cycleUnitId, structure, printDecimals, t, language]);
  const error = isMean ? mean.error : unit.error;
  const title =
    !isMean && unit.data ? t('explain.unitTitle', { code: unit.data.unit.code, name: unit.data.unit.name }) : null;

  async function copy(): Promise<void> {
    if (!rows) return;
    const heading = t('explain.textHead', { title: title ?? t('explain.title'), cycle: structure.cycle.name });
    const at = t('explain.textAt', { at: formatInstant(new Date().toISOString()), seq: unit.data?.seq ?? '—' });
    const head = [heading, structure.cycle.simulated ? t('explain.textSimulated') : null, isMean ? null : at];
    const text = [...head.filter((line) => line !== null), '', rowsText(rows)].join('\n');
    await navigator.clipboard.writeText(text);
    toast.show({ intent: 'success', title: t('explain.copied') });
  }

  function openLog(): void {
    if (cycleUnitId === null) return;
    onClose();
    controller.goTo({ kind: 'log', cycleUnitId, leafId: row?.leafId ?? null });
  }

  return (
    <Dialog open onOpenChange={() => onClose()}>
      <DialogSurface className="explain-dialog" data-testid="explain-dialog">
        <DialogBody>
          <DialogTitle>
            {t('explain.title')}
            {title !== null && <span className="explain-unit">{title}</span>}
          </DialogTitle>
          <DialogContent>
            {error && <ErrorNotice error={error} language={language} />}
            {!rows && !error && <div role="status" aria-busy="true" />}
            {rows && (
              <ExplainTree
                key={cycleUnitId ?? 'mean'}
                rows={rows}
                leafId={subject.kind === 'unit' ? (subject.leafId ?? null) : null}
                onFocusRow={setRow}
                onOpenUnit={(chosen) => setChosenUnit(chosen.cycleUnitId)}
              />
            )}
          </DialogContent>
          <DialogActions className="explain-actions">
            <span className="explain-keys">{t('explain.keys')}</span>
            {subject.kind === 'mean' && !isMean && (
              <Button onClick={() => setChosenUnit(null)}>{t('explain.back')}</Button>
            )}
            {isMean ? (
              <Button
                disabled={!row?.cycleUnitId}
                onClick={() => setChosenUnit(row?.cycleUnitId ?? null)}
                data-testid="explain-open-unit"
              >
                {t('explain.meanOpen')}
              </Button>
            ) : (
              <Button
                disabled={!row?.leafId}
                title={row?.leafId ? undefined : t('explain.openLogHint')}
                onClick={openLog}
                data-testid="explain-open-log"
              >
                {t('explain.openLog')}
              </Button>
            )}
            <Button disabled={!rows} onClick={() => void copy()} data-testid="explain-copy">
              {t('explain.copy')}
            </Button>
            <Button appearance="primary" onClick={onClose} data-testid="explain-close">
              {t('explain.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
