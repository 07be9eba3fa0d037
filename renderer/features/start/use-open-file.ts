import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePurpose } from '#shared/contract/desktop.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';

export type OpenKind = 'create' | 'open' | 'sample';

const METHODS = { create: 'office.create', open: 'office.open', sample: 'office.createSample' } as const;
const PURPOSES: { readonly [K in OpenKind]: FilePurpose } = {
  create: 'createOffice',
  open: 'openOffice',
  sample: 'createSample',
};

export interface OpenFile {
  /** What is being opened now; null when nothing. */
  readonly working: OpenKind | null;
  /** Asks for a file, then opens or makes it. */
  choose(kind: OpenKind): void;
  openRecent(token: FileToken): void;
}

/** Opening and making office files; failures land in the app state and are shown on the start screen. */
export function useOpenFile(): OpenFile {
  const { t } = useTranslation();
  const controller = useController();
  const [working, setWorking] = useState<OpenKind | null>(null);

  const run = useCallback(
    async (kind: OpenKind, token: FileToken) => {
      setWorking(kind);
      await controller.openOffice(METHODS[kind], token);
      setWorking(null);
    },
    [controller],
  );
  const choose = useCallback(
    (kind: OpenKind) => {
      const names = { create: t('start.newFileName'), open: undefined, sample: t('start.sampleFileName') };
      void window.desktop.chooseFile(PURPOSES[kind], names[kind]).then((file) => {
        if (file) return run(kind, file.token);
        return undefined;
      });
    },
    [run, t],
  );
  const openRecent = useCallback((token: FileToken) => void run('open', token), [run]);
  return { working, choose, openRecent };
}
