import { X } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { closeFile, showFile, useOpenFiles } from '../../stores/open-files.ts';

/** The files that are being read, of whatever paper, side by side; nothing while it is only one. */
export function FileTabs({ inSight }: { inSight: string }) {
  const files = useOpenFiles((state) => state.files);
  if (files.length < 2) return null;
  return (
    <nav className="file-tabs" aria-label={t('pdf.openFiles')}>
      {files.map((one) => (
        <span key={one.file} className={`file-tab${one.file === inSight ? ' file-tab-current' : ''}`} data-file={one.file}>
          <button type="button" className="file-tab-name" dir="auto" title={one.title} aria-current={one.file === inSight} onClick={() => void showFile(one)} onAuxClick={() => { closeFile(one.file, inSight); }}>{one.title}</button>
          <button type="button" className="file-tab-close" aria-label={t('pdf.closeTab', { title: one.title })} onClick={() => { closeFile(one.file, inSight); }}><X size={13} strokeWidth={1.8} aria-hidden="true" /></button>
        </span>
      ))}
    </nav>
  );
}
