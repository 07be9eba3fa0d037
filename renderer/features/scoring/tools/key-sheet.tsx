/** F1: every key of the sheet, made from the table that binds them, so that neither can say what the other does not do. */
import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, Input } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/util/vietnamese-text.ts';
import { EXCEL_KEYS } from '#renderer/grid/range/excel-keys.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { keyName } from './key-names.ts';
import './key-sheet.css';

const GROUPS = [...new Set(EXCEL_KEYS.map(({ group }) => group))];

export function KeySheet({ tools }: { readonly tools: ScoreTools }): JSX.Element {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = fold(text).trim();
  const rows = EXCEL_KEYS.map((binding) => ({
    ...binding,
    words: t(`grid.keys.${binding.command}`),
    names: binding.keys.map(keyName),
    where: binding.when === 'sheet' ? '' : t(`tools.keys.when.${binding.when}`),
  })).filter(({ words, names, where }) => fold([words, ...names, where].join(' ')).includes(wanted));

  function close(): void {
    tools.close('keys');
    tools.target()?.sheet.takeFocus();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className="key-sheet" data-testid="key-sheet">
        <DialogBody>
          <DialogTitle>{t('tools.keys.title')}</DialogTitle>
          <DialogContent>
            <Input
              autoFocus
              className="key-search"
              value={text}
              aria-label={t('tools.keys.search')}
              placeholder={t('tools.keys.search')}
              data-testid="keys-search"
              onChange={(_, { value }) => setText(value)}
            />
            <div className="key-groups" role="group" aria-label={t('tools.keys.title')} tabIndex={0}>
              <div className="key-columns">
                {GROUPS.map((group) => {
                  const inGroup = rows.filter((row) => row.group === group);
                  if (inGroup.length === 0) return null;
                  return (
                    <section key={group} aria-labelledby={`keys-${group}`}>
                      <h3 id={`keys-${group}`}>{t(`tools.keys.groups.${group}`)}</h3>
                      <dl>
                        {inGroup.map(({ when, command, names, words, where }) => (
                          <div key={`${when} ${command}`} className="key-row" data-testid="key-row">
                            <dt>
                              {names.map((name) => (
                                <kbd key={name}>{name}</kbd>
                              ))}
                            </dt>
                            <dd>
                              {words}
                              {where !== '' && <span className="score-quiet"> · {where}</span>}
                            </dd>
                          </div>
                        ))}
                      </dl>
                    </section>
                  );
                })}
              </div>
            </div>
            {rows.length === 0 && <p role="status">{t('tools.keys.none')}</p>}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
