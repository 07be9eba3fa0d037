/** Đợt giải trình of the cycle: every round with its deadline and how far it is, the way to open one and to close one. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import type { ExplanationStore } from './explanation-store.ts';
import { NewRound } from './new-round.tsx';
import { RoundList } from './round-list.tsx';
import './explanations.css';

export interface RoundsDialogProps {
  readonly explanations: ExplanationStore;
  readonly onClose: () => void;
}

export function RoundsDialog({ explanations, onClose }: RoundsDialogProps): JSX.Element {
  const { t } = useTranslation();
  const mayOpen = useCanWrite('explanations.openRound');
  const structure = useCycle();
  const [isOpening, setOpening] = useState(false);
  const known = explanations.get();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface data-testid="rounds-dialog" className="rounds-dialog">
        <DialogBody>
          <DialogTitle>{t(isOpening ? 'explanations.rounds.newTitle' : 'explanations.rounds.title')}</DialogTitle>
          {isOpening && structure ? (
            <NewRound
              structure={structure}
              number={(known?.rounds.at(-1)?.number ?? 0) + 1}
              onLeave={() => setOpening(false)}
            />
          ) : (
            <>
              <DialogContent className="rounds-content">
                {known?.rounds.length === 0 && <p>{t('explanations.rounds.none')}</p>}
                {known && known.rounds.length > 0 && <RoundList rounds={known.rounds} items={known.items} />}
              </DialogContent>
              <DialogActions>
                {mayOpen && (
                  <Button autoFocus appearance="primary" data-testid="round-new" onClick={() => setOpening(true)}>
                    {t('explanations.rounds.new')}
                  </Button>
                )}
                <Button autoFocus={!mayOpen} onClick={onClose}>
                  {t('explanations.rounds.close')}
                </Button>
              </DialogActions>
            </>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
