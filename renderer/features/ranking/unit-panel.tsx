import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CycleStructure, RankedBlock, RankedUnit } from '#shared/contract/outputs.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { CapForm } from './cap-form.tsx';
import { ClassMark } from './class-mark.tsx';
import { percentText, pointsText, printedText } from './figures.ts';

interface Props {
  readonly unit: RankedUnit;
  readonly fields: RankedBlock['fields'];
  readonly structure: CycleStructure;
  readonly onExplain: () => void;
  readonly onClose: () => void;
}

/** Side panel of a unit: what its result is made of, per field, and the class cap. */
export function UnitPanel({ unit, fields, structure, onExplain, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const controller = useController();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const cycleUnit = structure.cycleUnits.find(({ id }) => id === unit.cycleUnitId);
  const { settings } = structure.cycle;
  const totals = [
    [t('ranking.selfPoints'), unit.selfMicro],
    [t('ranking.appraisedPoints'), unit.appraisedMicro],
    [t('ranking.surveyPoints'), unit.surveyMicro],
    [t('ranking.bonus'), unit.bonusMicro],
    [t('ranking.penalty'), unit.penaltyMicro],
    [t('ranking.total'), unit.totalMicro],
    [t('ranking.applicable'), unit.applicableMicro],
  ] as const;

  function openScores(): void {
    controller.show('scoring');
    controller.goTo({ kind: 'unit', cycleUnitId: unit.cycleUnitId });
  }

  return (
    <aside
      className="side-panel"
      aria-label={t('ranking.details', { unit: unit.name })}
      data-testid="unit-panel"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <header>
        <h2 ref={title} tabIndex={-1}>
          {unit.name}
        </h2>
        <button type="button" className="icon-button" aria-label={t('ranking.closeDetails')} onClick={onClose}>
          <DismissRegular />
        </button>
      </header>
      <p className="panel-result">
        <strong>{printedText(unit.indexText, language)} %</strong>
        <span>
          {t('ranking.rank')} {unit.rank ?? '—'}
        </span>
        <ClassMark
          code={unit.classCode}
          label={unit.classLabel === '' ? t('ranking.unclassified') : unit.classLabel}
          settings={settings}
        />
      </p>
      <button type="button" className="link-button" onClick={onExplain} data-testid="explain-unit">
        {t('explain.open')}
      </button>
      <button type="button" className="link-button" onClick={openScores} data-testid="open-unit-scores">
        {t('ranking.openScores')}
      </button>
      <table className="panel-table">
        <tbody>
          {totals.map(([label, micro]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{pointsText(micro, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('ranking.byField')}</h3>
      <table className="panel-table">
        <thead>
          <tr>
            <th scope="col">{t('ranking.field')}</th>
            <th scope="col">{t('ranking.index')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, i) => (
            <tr key={field.nodeId}>
              <th scope="row">{t('ranking.fieldTitle', { code: field.code, name: field.name })}</th>
              <td>{percentText(unit.fieldMicroPercent[i] ?? null, language) || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cycleUnit && <CapForm unit={unit} cycleUnit={cycleUnit} settings={settings} />}
    </aside>
  );
}
