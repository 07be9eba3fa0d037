import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { Comment } from '#shared/domain/entities.ts';
import type { CommentId } from '#shared/domain/ids.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatInstant } from '#renderer/ui/format-time.ts';
import type { CellPlace } from './cell-place.ts';
import { threadsOf, type Thread } from './threads-of.ts';

export interface CommentsTabProps {
  readonly place: CellPlace;
  /** The threads are there for the first time: the keyboard can go to its place. */
  readonly onReady: () => void;
}

/** Trao đổi về ô: open threads first, a box for a new one, then what was closed. */
export function CommentsTab({ place, onReady }: CommentsTabProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const canWrite = useCanWrite('comments.add');
  const at = { cycleUnitId: place.unit.id, leafId: place.leaf.id };
  const { data, error, reload } = useCall('comments.list', at);
  const [failed, setFailed] = useState<AppError | null>(null);
  useEvent('changes.committed', ({ marksChanged }) => {
    if (marksChanged) reload();
  });
  const isThere = data !== null;
  useEffect(() => {
    if (isThere) onReady();
    // Only the first answer; later ones must not move the keyboard.
  }, [isThere]);

  async function add(text: string, parentId: CommentId | null): Promise<boolean> {
    const answer = await client.call('comments.add', { ...at, parentId, text });
    setFailed(answer.ok ? null : answer.error);
    return answer.ok;
  }

  async function resolve({ id, version }: Comment, resolved: boolean): Promise<void> {
    const answer = await client.call('comments.resolve', { commentId: id, expectedVersion: version, resolved });
    setFailed(answer.ok ? null : answer.error);
  }

  if (error) return <ErrorNotice error={error} language={language} />;
  const threads = threadsOf(data ?? []);
  const closed = threads.filter(({ first }) => first.resolved);
  const card = (thread: Thread): JSX.Element => (
    <ThreadCard key={thread.first.id} thread={thread} canWrite={canWrite} onReply={add} onResolve={resolve} />
  );
  return (
    <>
      {failed && <ErrorNotice error={failed} language={language} />}
      {threads.length === 0 && data && <p className="score-quiet">{t('cellDetails.comments.none')}</p>}
      <ul className="details-threads" data-testid="threads">
        {threads.filter(({ first }) => !first.resolved).map(card)}
      </ul>
      {canWrite && (
        <CommentBox
          label={t('cellDetails.comments.write')}
          button={t('cellDetails.comments.send')}
          testId="comment-new"
          isFirst
          onSend={(text) => add(text, null)}
        />
      )}
      {closed.length > 0 && (
        <details className="details-closed">
          <summary>{t('cellDetails.comments.closed', { count: closed.length })}</summary>
          <ul className="details-threads" data-testid="closed-threads">
            {closed.map(card)}
          </ul>
        </details>
      )}
    </>
  );
}

interface ThreadCardProps {
  readonly thread: Thread;
  readonly canWrite: boolean;
  readonly onReply: (text: string, parentId: CommentId) => Promise<boolean>;
  readonly onResolve: (comment: Comment, resolved: boolean) => void;
}

function ThreadCard({ thread, canWrite, onReply, onResolve }: ThreadCardProps): JSX.Element {
  const { t } = useTranslation();
  const { first, replies } = thread;
  const [isReplying, setReplying] = useState(false);
  return (
    <li className="details-thread" data-testid="thread" data-resolved={first.resolved}>
      {[first, ...replies].map((comment) => (
        <div key={comment.id} className={comment.id === first.id ? 'details-comment' : 'details-comment details-reply'}>
          <span className="details-by">
            <b>{comment.author}</b> <span className="score-quiet">{formatInstant(comment.writtenAt)}</span>
          </span>
          <span className="details-text">{comment.text}</span>
        </div>
      ))}
      {canWrite && isReplying && (
        <CommentBox
          label={t('cellDetails.comments.replyTo', { author: first.author })}
          button={t('cellDetails.comments.send')}
          testId="comment-reply"
          autoFocus
          onSend={async (text) => {
            const isSent = await onReply(text, first.id);
            if (isSent) setReplying(false);
            return isSent;
          }}
          onGiveUp={() => setReplying(false)}
        />
      )}
      {canWrite && !isReplying && (
        <div className="details-actions">
          {!first.resolved && (
            <button type="button" className="link-button" onClick={() => setReplying(true)}>
              {t('cellDetails.comments.reply')}
            </button>
          )}
          <button type="button" className="link-button" onClick={() => onResolve(first, !first.resolved)}>
            {t(first.resolved ? 'cellDetails.comments.reopen' : 'cellDetails.comments.close')}
          </button>
        </div>
      )}
    </li>
  );
}

interface CommentBoxProps {
  readonly label: string;
  readonly button: string;
  readonly testId: string;
  readonly isFirst?: boolean;
  readonly autoFocus?: boolean;
  /** True when it was sent; the text stays otherwise. */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly onGiveUp?: () => void;
}

function CommentBox(props: CommentBoxProps): JSX.Element {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.autoFocus) box.current?.focus();
  }, [props.autoFocus]);

  async function send(): Promise<void> {
    if (text.trim() === '' || isBusy) return;
    setBusy(true);
    const isSent = await props.onSend(text.trim());
    setBusy(false);
    if (!isSent) return;
    setText('');
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && props.onGiveUp) {
      event.preventDefault();
      props.onGiveUp();
    }
  }

  return (
    <div className="details-box">
      <textarea
        ref={box}
        className="details-input"
        rows={3}
        maxLength={2000}
        aria-label={props.label}
        placeholder={props.label}
        value={text}
        data-testid={props.testId}
        data-first={props.isFirst || undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="details-actions">
        <button
          type="button"
          className="details-button"
          disabled={text.trim() === '' || isBusy}
          data-testid={`${props.testId}-send`}
          onClick={() => void send()}
        >
          {props.button}
        </button>
        <span className="score-quiet">{t('cellDetails.comments.hint')}</span>
      </div>
    </div>
  );
}
