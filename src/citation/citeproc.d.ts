/** The part of citeproc-js that Sheaf uses; the package has no types of its own. */
declare module 'citeproc' {
  export interface BibliographyMeta { bibstart: string; bibend: string; hangingindent?: boolean | number; 'second-field-align'?: string | boolean; entry_ids: string[][] }
  export interface CitationPart { id: string; locator?: string; label?: string; prefix?: string; suffix?: string; 'suppress-author'?: boolean; position?: number | undefined }
  export interface System { retrieveItem(id: string): unknown; retrieveLocale(tag: string): unknown }
  export class Engine {
    constructor(system: System, style: unknown, lang?: string, forceLang?: boolean);
    updateItems(ids: string[]): void;
    setOutputFormat(format: string): void;
    makeBibliography(): [BibliographyMeta, string[]] | false;
    makeCitationCluster(items: CitationPart[]): string;
    getTerm(name: string): string;
    registry: unknown;
    disambiguate: unknown;
    fun: { flipflopper: { processTags(blob: { blobs: string }): void } };
  }
  export interface TokenState { tmp: { jump: { replace(outcome: string): void } } }
  export interface Token { next: unknown; succeed: unknown; fail: unknown; test?: (Item: unknown, item: unknown) => unknown; execs: ((this: Token, state: TokenState, Item: unknown, item: unknown) => unknown)[] }
  type Write = (state: unknown, text: string) => string;
  type Case = (this: { tmp: { lang_array: unknown } }, text: string) => string;
  export interface Format { strings?: Record<string, unknown>; decorations?: unknown[][] }
  export interface Piece { alldecor: unknown[][][] }
  export interface CslTree { name: string; attrs: Record<string, string>; children: (CslTree | string)[] }
  export type NodesByName = (this: unknown, tree: CslTree, name: string, nameAttribute?: string, found?: CslTree[]) => CslTree[];
  const CSL: { Engine: typeof Engine; Registry: new (engine: Engine) => unknown; Disambiguation: new (engine: Engine) => unknown; Stack: { prototype: { value(this: { mystack: unknown[] }): unknown } };
    Blob: new (text: unknown, token?: Format | true | null, levelname?: unknown) => { push(blob: Piece | false): void }; error: (message: string) => never; XmlJSON: { prototype: { getNodesByName: NodesByName } }; Util: { Names: { initializeWith: (state: { opt: Record<string, unknown>; tmp: { lang_array: unknown } }, name: unknown, terminator?: unknown, normalizeOnly?: unknown) => string } };  MULTI_FIELDS: string[]; toLocaleLowerCase: Case; toLocaleUpperCase: Case; parseParticles: (name: Record<string, unknown>) => void; getSortCompare: (this: { tmp: { lang_array: unknown } }, locale: string | undefined) => (a: string, b: string) => number; tokenExec: (this: TokenState, token: Token, Item: unknown, item: unknown) => unknown; Output: { Formats: Record<string, Record<string, Write | string | boolean>> } };
  export default CSL;
}
