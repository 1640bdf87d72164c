import { LineCounter, isScalar, parseDocument, visit } from 'yaml';

/**
 * The value of a YAML text. Throws an Error that says what is wrong and in which line; a key that stands twice in a mapping is wrong.
 * The parser's own look for such keys, and its pictures of the places of errors, would take time by the square of the text.
 */
export function parseYaml(text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { uniqueKeys: false, prettyErrors: false, lineCounter: lines, logLevel: 'error' });
  const wrong = (message: string, at: number): never => { throw new Error(`${message} (line ${String(lines.linePos(at).line)})`); };
  for (const { message, pos } of document.errors) wrong(message, pos[0]);
  visit(document, {
    Map: (_key, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) if (isScalar(key)) {
        if (keys.has(key.value)) wrong(`The key ${String(key.value)} stands there twice.`, key.range?.[0] ?? 0);
        keys.add(key.value);
      }
    },
  });
  return document.toJS({ maxAliasCount: 20 });
}
