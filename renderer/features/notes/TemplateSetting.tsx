import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import { DEFAULT_TEMPLATES, MARK_FIELDS, PAPER_FIELDS } from '../../../src/library/notes/template.ts';
import type { NoteTemplate } from '../../../src/library/notes/template.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { MirrorSetting } from './MirrorSetting.tsx';
import type { SettingsSection } from '../settings/index.ts';

const braces = (fields: readonly string[]): string => fields.map((field) => `{{${field}}}`).join(' ');

function Template({ template, onChange, onRemove }: { template: NoteTemplate; onChange: (next: NoteTemplate) => void; onRemove: () => void }) {
  const [typed, setTyped] = useState<NoteTemplate | null>(null);
  const shown = typed ?? template;
  const save = (): void => {
    if (typed !== null && typed.name.trim() !== '') onChange({ ...typed, name: typed.name.trim() });
    setTyped(null);
  };
  return (
    <li className="template" onBlur={save}>
      <div className="template-head">
        <input className="input" aria-label={t('notes.templateName')} value={shown.name} maxLength={80} onChange={(event) => { setTyped({ ...shown, name: event.target.value }); }} />
        <Button kind="quiet" icon={X} label={t('notes.templateRemove', { name: template.name })} onPress={onRemove} />
      </div>
      <textarea className="input template-text" aria-label={t('notes.templateText', { name: template.name })} spellCheck={false} rows={6} maxLength={20_000} value={shown.markdown} onChange={(event) => { setTyped({ ...shown, markdown: event.target.value }); }} />
    </li>
  );
}

/** The forms that notes begin with. */
function TemplateSetting() {
  const { settings, set } = useSettings();
  const templates = settings.noteTemplates;
  const keep = (next: readonly NoteTemplate[]): void => void set({ noteTemplates: [...next] });
  return (
    <div className="note-setting">
      <span>{t('notes.templates')}</span>
      <p className="form-hint">{t('notes.templatesHint', { fields: braces(PAPER_FIELDS) })}</p>
      <p className="form-hint">{t('notes.templatesMarks', { begin: '{{#annotations}}', end: '{{/annotations}}', fields: braces(MARK_FIELDS), green: '{{#annotations green}}' })}</p>
      <ul className="templates">
        {templates.map((template, at) => <Template key={`${String(at)} ${template.name}`} template={template} onChange={(next) => { keep(templates.with(at, next)); }} onRemove={() => { keep(templates.filter((one) => one !== template)); }} />)}
      </ul>
      <div className="settings-buttons">
        <Button icon={Plus} disabled={templates.length >= 50} onPress={() => { keep([...templates, { name: t('notes.templateNew'), markdown: '# {{title}}\n' }]); }}>{t('notes.templateAdd')}</Button>
        <Button kind="quiet" onPress={() => { keep(DEFAULT_TEMPLATES); }}>{t('notes.templateReset')}</Button>
      </div>
    </div>
  );
}

export const noteSettings: SettingsSection = {
  id: 'notes', title: 'notes.place',
  settings: [{ id: 'noteTemplates', label: 'notes.templates', words: 'notes.templates.words', Control: TemplateSetting }, { id: 'noteMirror', label: 'notes.mirror', words: 'notes.mirror.words', Control: MirrorSetting }],
};
