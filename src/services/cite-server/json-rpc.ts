import { z } from 'zod';
import { styleName } from './cayw.ts';
import { asked, papersOf, Refused, type CiteHost } from './host.ts';
import { exportFormatOf } from './translators.ts';

/** JSON-RPC 2.0. Parameters come by place or by name; here they are read by place, names in the order of the method's own. */
const Call = z.object({ jsonrpc: z.literal('2.0'), method: z.string(), params: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).default([]), id: z.union([z.string(), z.number(), z.null()]).optional() });
type Reply = { jsonrpc: '2.0'; id: string | number | null } & ({ result: unknown } | { error: { code: number; message: string } });

const [NO_REQUEST, NO_METHOD, NO_PARAMETERS, NOT_DONE] = [-32600, -32601, -32602, -32000];
const MOST_FOUND = 200;

interface Method { names: readonly string[]; run(host: CiteHost, parameters: readonly unknown[]): Promise<unknown> }
const Keys = z.union([z.string(), z.array(z.string()).max(10_000)]).transform((keys) => (typeof keys === 'string' ? [keys] : keys));
const Terms = z.union([z.string(), z.array(z.array(z.string()))]).transform((terms) => (typeof terms === 'string' ? terms : terms.map((term) => term.at(-1) ?? '').join(' ')));
const Look = z.object({ id: z.string().optional(), locale: z.string().optional(), contentType: z.enum(['html', 'text']).default('text'), quickCopy: z.boolean().optional() }).prefault({});

/** What may be asked, with the names of its parameters in their order. */
const METHODS: Readonly<Record<string, Method>> = {
  'api.ready': { names: [], run: (host) => Promise.resolve({ sheaf: host.version, betterbibtex: host.version, zotero: host.version }) },
  'user.groups': { names: ['includeCollections'], run: async (host) => [{ id: 1, name: (await asked(host, 'library.overview', {})).library.name }] },
  'item.search': { names: ['terms', 'library'], run: search },
  'item.citationkey': { names: ['item_keys'], run: citationKeys },
  'item.export': { names: ['citekeys', 'translator', 'libraryID'], run: exported },
  'item.bibliography': { names: ['citekeys', 'format', 'library'], run: bibliography },
  'item.attachments': { names: ['citekey', 'library'], run: attachments },
  'item.notes': { names: ['citekeys'], run: notes },
};

/** Answers one call, or a batch of them; null when nothing is to be answered (notifications). */
export async function rpcAnswer(host: CiteHost, body: unknown): Promise<Reply | Reply[] | null> {
  if (!Array.isArray(body)) return answerOne(host, body);
  const replies = await Promise.all(body.slice(0, 100).map((one) => answerOne(host, one)));
  const told = replies.filter((reply) => reply !== null);
  return told.length === 0 ? null : told;
}

async function answerOne(host: CiteHost, body: unknown): Promise<Reply | null> {
  const call = Call.safeParse(body);
  if (!call.success) return failure(null, NO_REQUEST, 'This is no JSON-RPC 2.0 request.');
  const { method: name, params, id } = call.data;
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  const reply = method === undefined ? failure(id ?? null, NO_METHOD, `There is no method "${name}".`) : await run(host, method, params, id ?? null);
  return id === undefined ? null : reply;
}

async function run(host: CiteHost, method: Method, params: unknown[] | Record<string, unknown>, id: string | number | null): Promise<Reply> {
  try {
    return { jsonrpc: '2.0', id, result: await method.run(host, Array.isArray(params) ? params : method.names.map((name) => params[name])) };
  } catch (error) {
    if (error instanceof z.ZodError) return failure(id, NO_PARAMETERS, `The parameters do not fit: ${error.issues.map(({ message }) => message).join('; ')}`);
    if (error instanceof Refused) return failure(id, NOT_DONE, error.message);
    throw error;
  }
}

const failure = (id: string | number | null, code: number, message: string): Reply => ({ jsonrpc: '2.0', id, error: { code, message } });

/** CSL items with their citation keys, the best first. */
async function search(host: CiteHost, [terms]: readonly unknown[]): Promise<unknown> {
  const text = Terms.parse(terms);
  const { rows } = await asked(host, 'papers.query', { scope: { in: 'all' }, text, sort: text.trim() === '' ? 'added' : 'relevance', first: MOST_FOUND });
  if (rows.length === 0) return [];
  const { papers } = await asked(host, 'papers.list', { selection: { ids: rows.map(({ id }) => id) }, from: 0, count: rows.length });
  return papers.map(({ id, citationKey, item }) => ({ ...item, id, citekey: citationKey, 'citation-key': citationKey }));
}

async function citationKeys(host: CiteHost, [ids]: readonly unknown[]): Promise<unknown> {
  const names = Keys.parse(ids);
  const found = await asked(host, 'papers.find', { names });
  const known = found.flatMap(({ ids: [id] }) => id ?? []);
  const papers = known.length === 0 ? [] : (await asked(host, 'papers.list', { selection: { ids: known }, from: 0, count: known.length })).papers;
  const keys = new Map(papers.map(({ id, citationKey }) => [id, citationKey]));
  return Object.fromEntries(found.map(({ name, ids: [id] }) => [name, keys.get(id ?? '') ?? null]));
}

async function exported(host: CiteHost, [keys, translator]: readonly unknown[]): Promise<unknown> {
  const papers = await papersOf(host, Keys.parse(keys));
  return (await asked(host, 'export.text', { selection: { ids: papers.map(({ id }) => id) }, format: exportFormatOf(z.string().parse(translator)) })).text;
}

async function bibliography(host: CiteHost, [keys, look]: readonly unknown[]): Promise<unknown> {
  const papers = await papersOf(host, Keys.parse(keys));
  const { id, locale, contentType } = Look.parse(look ?? {});
  const usual = host.style();
  const made = await asked(host, 'cite.bibliography', { selection: { ids: papers.map((paper) => paper.id) }, style: styleName(id ?? null) ?? usual.style, locale: locale ?? usual.locale });
  return contentType === 'html' ? made.html : made.text;
}

async function attachments(host: CiteHost, [key]: readonly unknown[]): Promise<unknown> {
  const [paper] = await papersOf(host, [z.string().parse(key)]);
  if (paper === undefined) return [];
  const { attachments: files } = await asked(host, 'papers.get', { id: paper.id });
  return files.map(({ path, mediaType }) => ({ path, mediaType, open: `sheaf://open/${encodeURIComponent(paper.citationKey)}` }));
}

async function notes(host: CiteHost, [keys]: readonly unknown[]): Promise<unknown> {
  const papers = await papersOf(host, Keys.parse(keys));
  const written = await Promise.all(papers.map(async ({ id, citationKey }) => [citationKey, (await asked(host, 'papers.get', { id })).notes.map(({ markdown }) => markdown)]));
  return Object.fromEntries(written);
}
