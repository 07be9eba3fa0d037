import { Button, Field } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ChosenFile, FilePurpose } from '#shared/contract/desktop.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly purpose: FilePurpose;
  readonly file: ChosenFile | null;
  readonly disabled: boolean;
  readonly onChange: (file: ChosenFile | null) => void;
}

/** One file chosen in the system's dialog; the page sees its name and a token, never its path. */
export function FileField({ label, hint, purpose, file, disabled, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={hint}>
      {() => (
        <div className="file-field" role="group" aria-label={label}>
          <Button
            size="small"
            disabled={disabled}
            data-testid={`choose-${purpose}`}
            onClick={() => void window.desktop.chooseFile(purpose).then((chosen) => chosen && onChange(chosen))}
          >
            {t('imports.choose')}
          </Button>
          <span className="file-name" title={file ? `${file.folder} · ${file.name}` : undefined}>
            {file?.name ?? t('imports.noFile')}
          </span>
          {file && (
            <Button size="small" appearance="subtle" disabled={disabled} onClick={() => onChange(null)}>
              {t('imports.clear')}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
