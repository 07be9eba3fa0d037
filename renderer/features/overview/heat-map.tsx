import { useRef, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '#shared/contract/outputs-overview.ts';
import type { Stage } from '#shared/domain/entities.ts';
import type { WorkPlace } from '#renderer/app/stores/app-state.ts';
import { useRowWindow } from '#renderer/ui/use-row-window.ts';
import type { BlockShape } from '#renderer/features/scoring/block-shape.ts';
import { placeOfField } from './work-place.ts';

const ROW_PX = 28;

export interface HeatMapProps {
  readonly block: Overview['blocks'][number];
  readonly shape: BlockShape;
  readonly stage: Stage;
  readonly onGo: (place: WorkPlace) => void;
}

/** Units × fields: the share of cells filled at the stage, in figures and in shade. */
export function HeatMap({ block, shape, stage, onGo }: HeatMapProps): JSX.Element {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { board } = block;
  const { fields, fieldOfLeaf } = shape.set;
  const { from, to } = useRowWindow(scroller, shape.units.length, ROW_PX);
  const hasOutside = fieldOfLeaf.includes(-1);
  const columns = [
    ...fields.map(({ code, name }, c) => ({ c, code, name, firstLeaf: fieldOfLeaf.indexOf(c) })),
    ...(hasOutside
      ? [
          {
            c: fields.length,
            code: t('overview.board.outsideShort'),
            name: t('overview.board.outside'),
            firstLeaf: fieldOfLeaf.indexOf(-1),
          },
        ]
      : []),
  ];
  return (
    <div className="overview-scroll" ref={scroller} tabIndex={0} role="region" aria-label={t('overview.board.title')}>
      <table className="overview-table" data-testid="heat-map" aria-rowcount={shape.units.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t('overview.board.unit')}</th>
            {columns.map(({ c, code, name }) => (
              <th key={c} scope="col" title={name} className="overview-figure">
                {code}
              </th>
            ))}
            <th scope="col" className="overview-figure">
              {t('overview.board.missingEvidence')}
            </th>
            <th scope="col" className="overview-figure">
              {t('overview.board.unexplained')}
            </th>
          </tr>
        </thead>
        <tbody>
          {from > 0 && <tr style={{ height: from * ROW_PX }} aria-hidden="true" />}
          {shape.units.slice(from, to).map(({ id, code, name }, i) => {
            const u = from + i;
            return (
              <tr key={id} data-testid="heat-row" data-unit={code}>
                <th scope="row" title={name}>
                  <b>{code}</b> {name}
                </th>
                {columns.map(({ c, code: column, firstLeaf }) => {
                  const at = u * board.columnCount + c;
                  const all = board.cells[at] ?? 0;
                  const done = board.filled[stage][at] ?? 0;
                  const percent = all === 0 ? null : Math.floor((done / all) * 100);
                  const place = placeOfField(block, stage, u, c, firstLeaf);
                  return (
                    <td key={c} className="overview-figure">
                      <button
                        type="button"
                        className="overview-cell"
                        data-level={percent === null ? 'none' : Math.floor(percent / 25)}
                        data-column={column}
                        title={t('overview.board.cell', { unit: code, field: column, done, all })}
                        onClick={() => place && onGo(place)}
                      >
                        {percent === null ? '–' : `${percent} %`}
                      </button>
                    </td>
                  );
                })}
                <td className="overview-figure">{board.missingEvidence[u] || '–'}</td>
                <td className="overview-figure" data-testid="unexplained">
                  {board.unexplainedCuts[u] || '–'}
                </td>
              </tr>
            );
          })}
          {to < shape.units.length && <tr style={{ height: (shape.units.length - to) * ROW_PX }} aria-hidden="true" />}
        </tbody>
      </table>
    </div>
  );
}
