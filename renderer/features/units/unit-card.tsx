import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import type { UnitId } from '#shared/domain/ids.ts';
import type { Succession } from '#shared/units/registry.ts';
import { dayAfter, formatDay } from '#shared/util/calendar-day.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import type { RegistryRow } from './registry-rows.ts';

interface Props {
  readonly row: RegistryRow;
  readonly registry: UnitRegistry;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  readonly onRename: () => void;
  readonly onShow: (id: UnitId) => void;
  readonly onClose: () => void;
}

/** Side panel of a unit: its days, names, predecessors and successors, and what can be done to it. */
export function UnitCard({ row, registry, mayWrite, onEdit, onRename, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const toast = useToast();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { unit, cycles } = row;
  const { formerNames, validFrom, validTo } = unit;
  const names = [...formerNames, { ...unit, validTo: null, legalBasis: '' }];
  const before = registry.successions.filter(({ toId }) => toId === unit.id);
  const after = registry.successions.filter(({ fromId }) => fromId === unit.id);

  async function remove(): Promise<void> {
    const answer = await client.call('units.remove', { unitId: unit.id, expectedVersion: unit.version });
    if (!answer.ok) return toast.error(answer.error);
    toast.show({ intent: 'success', title: t('units.removed', { unit: unit.name }) });
    onClose();
  }

  return (
    <aside
      className="side-panel unit-card"
      aria-label={t('units.details', { unit: unit.name })}
      data-testid="unit-card"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <header>
        <h2 ref={title} tabIndex={-1}>
          {unit.code} · {unit.name}
        </h2>
        <button type="button" className="icon-button" aria-label={t('units.closeDetails')} onClick={onClose}>
          <DismissRegular />
        </button>
      </header>
      {mayWrite && (
        <div className="form-buttons">
          <Button size="small" data-testid="card-edit" onClick={onEdit}>
            {t('units.edit')}
          </Button>
          <Button size="small" data-testid="card-rename" onClick={onRename}>
            {t('units.rename')}
          </Button>
          <Button size="small" data-testid="card-remove" onClick={() => void remove()}>
            {t('units.remove')}
          </Button>
        </div>
      )}
      <dl className="unit-facts">
        <dt>{t('units.shortName')}</dt>
        <dd>{unit.shortName || '—'}</dd>
        <dt>{t('units.aliases')}</dt>
        <dd>{unit.aliases.join(' · ') || '—'}</dd>
        <dt>{t('units.validity')}</dt>
        <dd>
          {validFrom === null ? t('units.always') : t('units.fromDay', { day: formatDay(validFrom) })},{' '}
          {validTo === null ? t('units.stillThere') : t('units.toDay', { day: formatDay(validTo) })}
        </dd>
        <dt>{t('units.cycles')}</dt>
        <dd>{t('units.inCycles', { count: cycles })}</dd>
      </dl>
      {formerNames.length > 0 && (
        <>
          <h3>{t('units.names')}</h3>
          <ol className="unit-names" data-testid="unit-names">
            {names.map(({ code, name, validTo: until, legalBasis }, i) => (
              <li key={i}>
                <b>
                  {code} · {name}
                </b>
                <span>
                  {i > 0 && t('units.fromDay', { day: formatDay(dayAfter(names[i - 1]?.validTo ?? '')) })}
                  {i > 0 && ', '}
                  {until === null ? t('units.nameNow') : t('units.toDay', { day: formatDay(until) })}
                  {legalBasis !== '' && ` · ${legalBasis}`}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {before.length > 0 && (
        <Lines title={t('units.predecessors')} lines={before} side="fromId" registry={registry} onShow={onShow} />
      )}
      {after.length > 0 && (
        <Lines title={t('units.successors')} lines={after} side="toId" registry={registry} onShow={onShow} />
      )}
    </aside>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly Succession[];
  readonly side: 'fromId' | 'toId';
  readonly registry: UnitRegistry;
  readonly onShow: (id: UnitId) => void;
}

function Lines({ title, lines, side, registry, onShow }: LinesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const units = new Map(registry.units.map((unit) => [unit.id, unit]));
  return (
    <>
      <h3>{title}</h3>
      <ul className="unit-names" data-testid={side === 'fromId' ? 'unit-predecessors' : 'unit-successors'}>
        {lines.map((line) => {
          const unit = units.get(line[side]);
          const share = line.shareMicro !== null && formatMicro(line.shareMicro * 100, { locale: language });
          return (
            <li key={line.id}>
              <button type="button" className="link-button" onClick={() => onShow(line[side])}>
                {unit?.code} · {unit?.name}
              </button>
              <span>
                {t(`units.${line.kind === 'merge' ? 'merged' : 'split'}`, { day: formatDay(line.effectiveOn) })}
                {share !== false && ` · ${t('units.share', { share })}`}
                {line.legalBasis !== '' && ` · ${line.legalBasis}`}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
