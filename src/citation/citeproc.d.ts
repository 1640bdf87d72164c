/** The part of citeproc-js that Sheaf uses; the package has no types of its own. */
declare module 'citeproc' {
  export interface BibliographyMeta { bibstart: string; bibend: string; hangingindent?: boolean | number; 'second-field-align'?: string | boolean; entry_ids: string[][] }
  export interface CitationPart { id: string; locator?: string; label?: string; prefix?: string; suffix?: string; 'suppress-author'?: boolean }
  export interface System { retrieveItem(id: string): unknown; retrieveLocale(tag: string): unknown }
  export class Engine {
    constructor(system: System, style: unknown, lang?: string, forceLang?: boolean);
    updateItems(ids: string[]): void;
    setOutputFormat(format: string): void;
    makeBibliography(): [BibliographyMeta, string[]] | false;
    makeCitationCluster(items: CitationPart[]): string;
  }
  type Write = (state: unknown, text: string) => string;
  type Case = (this: { tmp: { lang_array: unknown } }, text: string) => string;
  const CSL: { Engine: typeof Engine; toLocaleLowerCase: Case; toLocaleUpperCase: Case; parseParticles: (name: Record<string, unknown>) => void; Output: { Formats: Record<string, Record<string, Write | string | boolean>> } };
  export default CSL;
}
