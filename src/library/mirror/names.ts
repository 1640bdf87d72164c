/** The beginning of a mirrored file's name: the citation key, or the title of a note that stands alone, as any disk takes it. */
export function stemOf(wanted: string): string {
  const plain = wanted.normalize('NFC').replace(/[\p{Cc}<>:"/\\|?*#^[\]]+/gu, '_').replace(/^[\s.]+|[\s.]+$/g, '').slice(0, 100).trim();
  return plain === '' ? 'note' : /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) ? `${plain}_` : plain;
}

/** A name that is free: `key.md`, else `key-2.md` and so on. `taken` holds names in lower case. */
export function freeName(stem: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const name = `${stem}${n === 1 ? '' : `-${String(n)}`}.md`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
