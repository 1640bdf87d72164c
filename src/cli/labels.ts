import { labels } from '../contract/labels.ts';

const known: Readonly<Record<string, string>> = labels;

/** A command's name in words; a name this version does not know stays as it is. */
export const wordingOf = (label: string): string => known[label] ?? label;
