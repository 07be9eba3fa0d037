import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { ChainCheck } from '#shared/contract/outputs-audit.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { chainCode } from './chain-code.ts';
import { faultWords } from './fault-words.ts';

/** What the chain check found: the code to keep, or the first thing that does not fit. */
export function ChainResult({
  result,
  error,
}: {
  readonly result: ChainCheck | null;
  readonly error: AppError | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (error) return <ErrorNotice error={error} language={language} />;
  return (
    <div role={result?.ok === false ? 'alert' : 'status'}>
      {result && (
        <div className="chain-result" data-ok={result.ok} data-testid="chain-result">
          {result.ok ? <CheckmarkCircleRegular /> : <ErrorCircleRegular />}
          {result.ok ? (
            <p>
              {t('log.chainOk', { batches: result.batches, changes: result.changes })}{' '}
              {result.anchored && `${t('log.chainAnchored')} `}
              {t('log.chainCode')}: <code data-testid="chain-code">{chainCode(result)}</code>
              <br />
              <span className="chain-hint">{t('log.chainCodeHint')}</span>
            </p>
          ) : (
            <p>{faultWords(result, t, language).join(' ')}</p>
          )}
        </div>
      )}
    </div>
  );
}
