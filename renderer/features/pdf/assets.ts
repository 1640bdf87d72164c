/** pdf.js's own data files, by name: character maps, the standard fonts, image decoders. Never inlined: the page may fetch only from its own scheme. */
const PLACES = {
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', { query: '?url&no-inline', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { query: '?url&no-inline', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/*.{wasm,js}', { query: '?url&no-inline', import: 'default', eager: true }),
};
const BY_NAME = new Map(Object.entries(PLACES).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));

/** Answers pdf.js's requests for its data files from the built assets. */
export class AssetFactory {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const url = BY_NAME.get(filename);
    if (url === undefined) throw new Error(`pdf.js has no file "${filename}"`);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`"${filename}" could not be read`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
