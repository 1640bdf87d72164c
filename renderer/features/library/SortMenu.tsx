import type { ReactNode } from 'react';
import { t } from '../../messages/messages.ts';
import { useSelection } from '../../stores/selection.ts';
import { MenuButton } from '../../ui/Menu.tsx';
import type { Section } from '../../ui/Menu.tsx';
import { SORTS } from './actions/sort.ts';

/** The orders of the list, and their direction. */
export function SortMenu({ button, onChoose }: { button: ReactNode; onChoose: (action: string) => void }) {
  const sort = useSelection((state) => state.query.sort);
  const descending = useSelection((state) => state.query.descending);
  const words = useSelection((state) => state.query.text !== '');
  const sorts = SORTS.filter((one) => one.sort !== 'relevance' || words);
  const sections: Section[] = [
    { id: 'order', title: t('list.sortLabel'), items: sorts.map((one) => ({ id: one.name, label: t(`sort.${one.sort}`), checked: one.sort === sort })) },
    { id: 'direction', items: [{ id: 'sort.reverse', label: t(descending ? 'sort.descending' : 'sort.ascending'), checked: false }] },
  ];
  return <MenuButton button={button} label={t('list.sortLabel')} sections={sections} onChoose={onChoose} />;
}
