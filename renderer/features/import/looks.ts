/** Whether a pasted text may hold papers: an entry of a known format, an identifier, or lines with something long among them. */
export function looksLikePapers(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 12) return false;
  if (/^@\w+\s*[{(]/m.test(trimmed) || /^TY {2}- /m.test(trimmed) || /^[[{]/.test(trimmed) || trimmed.startsWith('<')) return true;
  if (/\b10\.\d{4,9}\/\S+/.test(trimmed) || /arxiv/i.test(trimmed)) return true;
  const lines = trimmed.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length >= 2 && lines.some((line) => line.length >= 40);
}
