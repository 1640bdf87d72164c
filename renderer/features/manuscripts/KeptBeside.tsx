import { useEffect } from 'react';
import { followKept, KeptLine, useKept } from '../kept/index.ts';
import { t } from '../../messages/messages.ts';

/** The files that are kept up to date with what this manuscript cites. */
export function KeptBeside({ file }: { file: string }) {
  const files = useKept((state) => state.files);
  useEffect(followKept, []);
  const own = files?.filter(({ of: { scope } }) => scope.in === 'cited' && scope.manuscript === file) ?? [];
  if (own.length === 0) return null;
  return <ul className="kept manuscript-kept" aria-label={t('manuscripts.kept')}>{own.map((one) => <KeptLine key={one.id} file={one} />)}</ul>;
}
