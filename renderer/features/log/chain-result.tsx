import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { ChainCheck } from '#shared/contract/outputs.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatInstant } from '#renderer/ui/format-time.ts';

const HASH_SHOWN = 12;

function sentence(result: ChainCheck, t: TFunction): string {
  if (result.ok) {
    const hash = result.headHash.slice(0, HASH_SHOWN);
    return t('log.chainOk', { batches: result.batches, changes: result.changes, hash });
  }
  return t('log.chainBad', {
    seq: result.firstBadSeq,
    when: result.at === null ? '' : t('log.chainWhen', { time: formatInstant(result.at) }),
    who: result.actor === null ? '' : t('log.chainWho', { actor: result.actor }),
    reason: t(`log.reason.${result.reason}`),
    subject: result.subject === null ? '' : t('log.chainSubject', { subject: result.subject }),
  });
}

/** What the chain check found, as one sentence naming the first bad record. */
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
        <p className="chain-result" data-ok={result.ok} data-testid="chain-result">
          {result.ok ? <CheckmarkCircleRegular /> : <ErrorCircleRegular />}
          {sentence(result, t)}
        </p>
      )}
    </div>
  );
}
