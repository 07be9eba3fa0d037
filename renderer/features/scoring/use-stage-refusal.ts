import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/entities.ts';
import { mayWriteStage } from '#shared/domain/stage-rights.ts';
import { useWriteRefusal } from '#renderer/app/hooks/use-can-write.ts';
import { useRoles } from '#renderer/app/hooks/use-roles.ts';

/** Says for a stage why its points cannot be typed now, or null: the file, the seal, the role, or whose column it is. */
export function useStageRefusal(): (stage: Stage) => string | null {
  const { t } = useTranslation();
  const refusal = useWriteRefusal('scores.setCells');
  const roles = useRoles();
  return useCallback(
    (stage) => {
      if (refusal) return t(`shell.refusal.${refusal}`);
      return mayWriteStage(roles, stage) ? null : t('scoring.stageForbidden');
    },
    [t, refusal, roles],
  );
}
