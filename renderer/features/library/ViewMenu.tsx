import { Columns3 } from 'lucide-react';
import { ROW_STYLES, LIST_LAYOUTS } from '../../../src/contract/list-form.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import type { Section } from '../../ui/Menu.tsx';
import { columnItems, turnColumn } from './table/Head.tsx';

/** How the list looks: its rows, where it stands, the columns of the table. */
export function ViewMenu() {
  const { density, layout, columns } = useSettings((state) => state.settings);
  const sections: Section[] = [
    { id: 'rows', title: t('view.rows'), items: ROW_STYLES.map((one) => ({ id: `rows.${one}`, label: t(`rows.${one}`), checked: one === density })) },
    { id: 'layout', title: t('view.layout'), items: LIST_LAYOUTS.map((one) => ({ id: `layout.${one}`, label: t(`layout.${one}`), checked: one === layout })) },
    ...(density === 'table' ? [{ id: 'columns', title: t('column.choose'), items: columnItems(columns) }] : []),
  ];
  const choose = (id: string): void => { if (id.startsWith('column.')) turnColumn(columns, id); else runAction(id); };
  return <MenuButton button={<Button kind="quiet" icon={Columns3} label={t('view.label')} keys="v" />} label={t('view.label')} sections={sections} onChoose={choose} />;
}
