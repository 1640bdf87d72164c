import { ArrowLeft, ArrowRight, BookOpen, FileOutput, FolderOpen, Moon, MoveHorizontal, MoveVertical, PanelLeft, RotateCw, Search, SquareDashed, StickyNote, Type, ZoomIn, ZoomOut } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { openFind, togglePanel, useReader } from './reader.ts';
import { chooseTool } from './tool.ts';
import type { Shown, Viewer } from './viewer.ts';
import { writeCopy } from './write.ts';

interface Props { picker: ReactNode; viewer: Viewer | null; shown: Shown | null; dark: boolean; onReveal: () => void }

const ZOOM_STEP = 1.2;
const TOOLS = [{ tool: 'note', icon: StickyNote }, { tool: 'text', icon: Type }, { tool: 'area', icon: SquareDashed }] as const;

/** What can be done with the PDF as a whole. */
export function PdfBar({ picker, viewer, shown, dark, onReveal }: Props) {
  const panel = useReader((state) => state.panel);
  const tool = useReader((state) => state.tool);
  return (
    <div className="pdf-bar" role="toolbar" aria-label={t('pdf.viewer')}>
      <Toggle icon={PanelLeft} label={t('pdf.panel')} on={panel !== null} onPress={() => { togglePanel(panel ?? 'pages'); }} />
      {picker}
      {viewer !== null && shown !== null && (
        <>
          <PageField viewer={viewer} shown={shown} />
          {(shown.canBack || shown.canForward) && (
            <>
              <Button kind="quiet" icon={ArrowLeft} label={t('pdf.back')} keys="Alt+ArrowLeft" disabled={!shown.canBack} onPress={viewer.back} />
              <Button kind="quiet" icon={ArrowRight} label={t('pdf.forward')} keys="Alt+ArrowRight" disabled={!shown.canForward} onPress={viewer.forward} />
            </>
          )}
          <span className="pdf-bar-gap" />
          <span className="pdf-bar-tools">{TOOLS.map(({ tool: one, icon }) => <Toggle key={one} icon={icon} label={t(`pdf.tool.${one}`)} on={tool === one} onPress={() => { chooseTool(one); }} />)}<span className="pdf-bar-rule" /></span>
          <Button kind="quiet" icon={Search} label={t('pdf.find')} keys="Mod+f" onPress={() => { openFind(); }} />
          <span className="pdf-bar-rule" />
          <Button kind="quiet" icon={ZoomOut} label={t('pdf.zoomOut')} keys="-" onPress={() => { viewer.zoom(1 / ZOOM_STEP); }} />
          <span className="pdf-scale">{t('pdf.scale', { scale: shown.scale })}</span>
          <Button kind="quiet" icon={ZoomIn} label={t('pdf.zoomIn')} keys="+" onPress={() => { viewer.zoom(ZOOM_STEP); }} />
          <Toggle icon={MoveHorizontal} label={t('pdf.fitWidth')} on={shown.fit === 'page-width'} onPress={() => { viewer.fit('page-width'); }} />
          <span className="pdf-bar-more">
            <Toggle icon={MoveVertical} label={t('pdf.fitPage')} on={shown.fit === 'page-fit'} onPress={() => { viewer.fit('page-fit'); }} />
            <span className="pdf-bar-rule" />
            <Toggle icon={BookOpen} label={t('pdf.twoPages')} on={shown.two} onPress={() => { viewer.twoPages(!shown.two); }} />
            <Button kind="quiet" icon={RotateCw} label={t('pdf.rotate')} onPress={() => { viewer.rotate(90); }} />
          </span>
          <Toggle icon={Moon} label={t('pdf.dark')} on={dark} onPress={() => void useSettings.getState().set({ pdfDark: !dark })} />
        </>
      )}
      {shown === null && <span className="pdf-bar-gap" />}
      {viewer !== null && <Button kind="quiet" icon={FileOutput} label={t('pdf.write')} onPress={() => void writeCopy()} />}
      <Button kind="quiet" icon={FolderOpen} label={t('pdf.reveal')} onPress={onReveal} />
    </div>
  );
}

function Toggle({ icon: Icon, label, on, onPress }: { icon: LucideIcon; label: string; on: boolean; onPress: () => void }) {
  return <button type="button" className="icon-button pdf-toggle" aria-pressed={on} aria-label={label} title={label} onClick={onPress}><Icon size={15} strokeWidth={1.8} aria-hidden="true" /></button>;
}

/** The page as the file names it: shows the one in view, goes to the one typed. */
function PageField({ viewer, shown }: { viewer: Viewer; shown: Shown }) {
  const [typed, setTyped] = useState<string | null>(null);
  const label = shown.labels?.[shown.page - 1] ?? null;
  const go = (): void => {
    if (typed !== null && typed.trim() !== '') viewer.goToLabel(typed.trim());
    setTyped(null);
  };
  return (
    <label className="pdf-page">
      <span className="hidden-text">{t('pdf.page')}</span>
      <input className="pdf-page-field" size={4} value={typed ?? label ?? String(shown.page)} onFocus={(event) => { event.target.select(); }} onChange={(event) => { setTyped(event.target.value); }} onBlur={() => { setTyped(null); }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') { go(); document.querySelector<HTMLElement>('.pdf-pages')?.focus(); }
          if (event.key === 'Escape') event.currentTarget.blur();
        }} />
      <span>{label === null ? t('pdf.pageOf', { count: shown.pages }) : t('pdf.pageOfLabelled', { page: shown.page, count: shown.pages })}</span>
    </label>
  );
}
