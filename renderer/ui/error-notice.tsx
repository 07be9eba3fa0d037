import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { ReactNode } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { Language } from '#shared/wording/language.ts';
import { wordError } from '#shared/wording/word-error.ts';
import './error-notice.css';

interface Props {
  readonly error: AppError;
  readonly language: Language;
  /** What the person can press to get on. */
  readonly children?: ReactNode;
}

/** A failure said in place: what happened, what is safe, what to do. */
export function ErrorNotice({ error, language, children }: Props) {
  const { title, detail, advice } = wordError(error, language);
  return (
    <div className="error-notice" role="alert" data-testid="error-notice" data-reason={`${error.code}.${error.reason}`}>
      <ErrorCircleRegular />
      <div>
        <strong>{title}</strong>
        <p>
          {detail} {advice}
        </p>
        {children}
      </div>
    </div>
  );
}
