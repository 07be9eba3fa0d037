import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetDifference } from '#shared/criteria/diff-sets.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { differenceWords } from './difference-words.ts';

/** Khác biệt: every node that came, went, moved or changed, with what it was and what it is. */
export function DifferenceList({ difference }: { readonly difference: SetDifference }): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, scaleMicro, nodes } = difference;
  const points = (micro: number): string => formatMicro(micro, { locale: language, minDecimals: 2 });
  if (nodes.length === 0 && name === null && scaleMicro === null) return <p>{t('criteria.diff.nothing')}</p>;
  return (
    <div className="criteria-diff" tabIndex={0} role="region" aria-label={t('criteria.diff.title')}>
      <table className="panel-table" data-testid="criteria-diff">
        <thead>
          <tr>
            <th scope="col">{t('criteria.code')}</th>
            <th scope="col">{t('criteria.name')}</th>
            <th scope="col">{t('criteria.diff.change')}</th>
          </tr>
        </thead>
        <tbody>
          {name && <SetLine what={t('criteria.setName')} before={name.before} after={name.after} />}
          {scaleMicro && (
            <SetLine what={t('criteria.scale')} before={points(scaleMicro.before)} after={points(scaleMicro.after)} />
          )}
          {nodes.map((entry) => {
            const node = entry.kind === 'dropped' ? entry.before : entry.after;
            return (
              <tr key={node.id} data-kind={entry.kind} data-code={node.code}>
                <th scope="row">{node.code}</th>
                <td>{node.name}</td>
                <td>
                  {differenceWords(entry, t, language).map((line, i) => (
                    <p key={i}>
                      <b>{line.what}</b>
                      {line.before !== null && <del>{line.before}</del>}
                      {line.after !== null && <ins>{line.after}</ins>}
                    </p>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function SetLine(props: { readonly what: string; readonly before: string; readonly after: string }): JSX.Element {
  const { t } = useTranslation();
  return (
    <tr data-kind="set">
      <th scope="row" />
      <td>{t('criteria.wholeSet')}</td>
      <td>
        <p>
          <b>{props.what}</b>
          <del>{props.before}</del>
          <ins>{props.after}</ins>
        </p>
      </td>
    </tr>
  );
}
