import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleWords } from '../../citation/style-file.ts';

/** A journal whose style is another one's; `language` where it is not American English. */
export interface Dependent { title: string; parent: string; language: string }

export const DEPENDENTS_FILE = 'dependent.txt';

/** The table of dependent styles, by id: a line a style (title, id where it is not the title in small letters, language) under a line for each parent. */
export function dependentStyles(folder: string): ReadonlyMap<string, Dependent> {
  const all = new Map<string, Dependent>();
  let parent = '';
  for (const line of readFileSync(join(folder, DEPENDENTS_FILE), 'utf8').split('\n')) {
    if (line.startsWith('= ')) parent = line.slice(2);
    else if (line !== '') {
      const [title = '', id, language = 'en-US'] = line.split('\t');
      all.set(id === undefined || id === '' ? styleWords(title) : id, { title, parent, language });
    }
  }
  return all;
}
