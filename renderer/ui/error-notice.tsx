import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { ReactNode } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { Language } from '#shared/wording/language.ts';
import { wordError } from '#shared/wording/word-error.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import './error-notice.css';

const MAX_PROBLEMS = 20;

interface Props {
  readonly error: AppError;
  readonly language: Language;
  /** What the person can press to get on. */
  readonly children?: ReactNode;
}

/** A failure said in place: what happened, what is safe, what to do. */
export function ErrorNotice({ error, language, children }: Props) {
  const { title, detail, advice } = wordError(error, language);
  const problems = error.problems?.slice(0, MAX_PROBLEMS) ?? [];
  return (
    <div className="error-notice" role="alert" data-testid="error-notice" data-reason={`${error.code}.${error.reason}`}>
      <ErrorCircleRegular />
      <div>
        <strong>{title}</strong>
        <p>
          {detail} {advice}
        </p>
        {problems.length > 0 && (
          <ul>
            {problems.map(({ at, reason, params }, i) => (
              <li key={i}>
                {at}: {wordProblem({ reason, ...(params && { params }) }, language)}
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </div>
  );
}
