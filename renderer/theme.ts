import { useEffect } from 'react';
import { useSettings } from './stores/settings.ts';
import { useMedia } from './ui/useMedia.ts';

const FACES = { serif: 'var(--serif)', sans: 'var(--sans)', system: 'ui-serif, Georgia, "Times New Roman", serif' } as const;

/** Puts theme, face, size and measure of abstracts on the root element, where the style sheets read them. */
export function useTheme(): void {
  const { theme, abstractSize, abstractMeasure, abstractFace } = useSettings((state) => state.settings);
  const dark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset['theme'] = theme === 'system' ? (dark ? 'dark' : 'light') : theme;
    style.setProperty('--abstract-face', FACES[abstractFace]);
    style.setProperty('--abstract-size', `${String(abstractSize)}px`);
    style.setProperty('--abstract-measure', `${String(abstractMeasure)}ch`);
  }, [theme, dark, abstractSize, abstractMeasure, abstractFace]);
}
