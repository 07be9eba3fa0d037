import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ExportReceipt } from '#shared/contract/outputs.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { formatInstant } from '#renderer/ui/format-time.ts';

interface Props {
  readonly receipt: ExportReceipt;
  readonly fileToken: FileToken;
}

/** What was written, with the SHA-256 that stands in the log too. */
export function ReceiptCard({ receipt, fileToken }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const toast = useToast();
  const kilobytes = formatMicro(Math.round((receipt.bytes / 1024) * 1e6), { locale: language, decimals: 1 });
  const facts = [
    [t('reports.receiptFile'), receipt.fileName],
    [t('reports.receiptSize'), `${kilobytes} KB`],
    [t('reports.receiptFormulas'), String(receipt.formulas)],
    [t('reports.receiptAt'), formatInstant(receipt.at)],
  ] as const;

  async function copyHash(): Promise<void> {
    await navigator.clipboard.writeText(receipt.sha256);
    toast.show({ intent: 'success', title: t('reports.copied') });
  }

  return (
    <section className="receipt" aria-labelledby="receipt-title" data-testid="receipt">
      <h2 id="receipt-title" role="status">
        {t('reports.receipt')}
      </h2>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('reports.receiptHash')}</dt>
          <dd>
            <code data-testid="receipt-sha256">{receipt.sha256}</code>
          </dd>
        </div>
      </dl>
      <p>{t('reports.loggedHint')}</p>
      <div className="form-buttons">
        <Button appearance="primary" onClick={() => void window.desktop.revealFile(fileToken)}>
          {t('reports.reveal')}
        </Button>
        <Button onClick={() => void copyHash()}>{t('reports.copyHash')}</Button>
      </div>
    </section>
  );
}
