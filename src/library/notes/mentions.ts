/** A citation key as it stands in a note: which key, where its letters are (UTF-16), and what names it. */
export interface Mention { key: string; from: number; to: number; as: 'wiki' | 'cite' | 'link' }

/** What is set as code, where brackets and at-signs mean themselves: fences, then spans of backticks. */
const CODE = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(`+)(?!`)[^\n]*?[^`\n]\2(?!`)/gm;
const WIKI = /\[\[([^[\]\n|#]{1,200})(?:[|#][^[\]\n]{0,200})?\]\]/g;
/** Pandoc's citation keys: `@key` where no word goes before it, or anything in `@{…}`; a mark at the end belongs to the sentence. */
const CITE = /(?<![\p{L}\p{N}_@./-])-?@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])){0,199}))/gu;
const LINK = /\bsheaf:\/\/open\/([^\s/()<>[\]"']{1,600})/gi;

/** Every citation key that a note names: `[[key]]`, `[@key, p. 4]`, `@key` and `sheaf://open/key/…`, in order. */
export function mentionsIn(markdown: string): Mention[] {
  if (!/\[\[|@|sheaf:/i.test(markdown)) return [];
  const text = withoutCode(markdown);
  const wiki = [...text.matchAll(WIKI)].map((match): Mention => spanned(match[1] ?? '', match.index + 2, 'wiki'));
  const cites = [...text.matchAll(CITE)].map((match): Mention => {
    const key = match[1] ?? match[2] ?? '';
    return { key, from: match.index + match[0].lastIndexOf(key), to: match.index + match[0].lastIndexOf(key) + key.length, as: 'cite' };
  });
  const links = [...text.matchAll(LINK)].flatMap((match): Mention[] => {
    const key = decoded(match[1] ?? '');
    const from = match.index + match[0].length - (match[1] ?? '').length;
    return key === null ? [] : [{ key, from, to: match.index + match[0].length, as: 'link' }];
  });
  return [...wiki, ...cites.filter((cite) => !wiki.some((one) => cite.from < one.to && one.from < cite.to)), ...links].sort((a, b) => a.from - b.from);
}

/** The key without spaces around it, and where it then is. */
function spanned(inside: string, at: number, as: Mention['as']): Mention {
  const key = inside.trim();
  const from = at + inside.indexOf(key);
  return { key, from, to: from + key.length, as };
}

/** The same text, as long, with blanks for code. */
const withoutCode = (markdown: string): string => (/`|~~~/.test(markdown) ? markdown.replace(CODE, (code) => code.replace(/[^\n]/g, ' ')) : markdown);

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
