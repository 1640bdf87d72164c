/** A word of a text that others have too; offsets are UTF-16 units into it. `in`: how many of the texts have it. */
export interface SharedTerm { start: number; end: number; in: number }

const SHORTEST = 3;
/** Words that any abstract has: the language's own, and those of writing papers. */
const COMMON = new Set((
  'a about above across after again against all almost along already also although always am among an and another any anything are around as at away be became because become been before being below between beyond both build builds built but by can cannot could did do does doing done down due during each either else enough especially etc even ever every few first five for four from further furthermore get given gives go had has have having he hence her here his how however i if in indeed instead into is it its itself just keep keeps kept least less let like likely little made mainly make makes making many may me means might more moreover most much must my near need needs neither never nevertheless new next no nor not nothing now of off often on once one only onto or other others otherwise our out over own per perhaps quite rather same second see seen several shall she should since so some still such take taken ten tend than that the their them themselves then there thereby therefore these they third this those though three through throughout thus to together too toward towards two under until up upon us use used uses using usually very via was way we well were what when where whether which while who whole whom whose why will with within without would yet you your ' +
  'abstract account achieve achieved achieves aim aims allow allows analysis appear applied apply approach approaches available based better best call called case cases compared comparison compute conclude conclusion consider considered contrast current demonstrate demonstrated demonstrates describe described design develop developed different difficult discuss effect effective efficient empirical evaluate evaluated evaluation evidence example examine existing experiment experimental experiments explore extensive fact find finding findings found framework general good great high higher highly important improve improved improvement improves include including increase introduce investigate issue key kind known large larger lead leads less low lower main major measure method methods number observe obtain obtained order paper papers part particular performance possible potential present presented presents previous previously problem problems proceed process propose proposed proposes provide provided provides question range recent recently related report reported require required requires research result results reveal same set several show showed shown shows significant significantly similar simple single small standard state step steps studied studies study suggest suggests task tasks technique techniques term terms time top type types understand various version wide work works ' +
  'der die das den dem des ein eine einer eines einem und oder aber nicht mit von zu im in auf für als auch sich ist sind wird werden wurde aus bei nach durch über diese dieser dieses wir es sie ' +
  'le la les un une des du de et ou mais dans sur pour par avec est sont ce cette ces nous que qui ne pas plus au aux se en ' +
  'el los las una unos unas y o pero con por para del al es son este esta estos estas se su sus como más no'
).split(' '));

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The form in which words are compared: without case, accents, and the s of an English plural. */
function stemOf(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (/^[a-z]+ies$/.test(plain) && plain.length > 5) return `${plain.slice(0, -3)}y`;
  return /^[a-z]{3,}[^su]s$/.test(plain) && !plain.endsWith('is') ? plain.slice(0, -1) : plain;
}

/** Whether a word says something of its own: no stop word, no bare number, no single letters; of scripts without spaces two characters are enough. */
function isMeaningful(word: string, stem: string): boolean {
  if (/^[\p{N}.,]+$/u.test(word) || COMMON.has(word.toLowerCase()) || COMMON.has(stem)) return false;
  const long = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word) ? 2 : SHORTEST;
  return word.length >= long || /^[A-Z]{2,}$/.test(word);
}

interface Word { start: number; end: number; stem: string }

const wordsOf = (text: string): Word[] => [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) => {
  const stem = stemOf(segment);
  return isWordLike === true && isMeaningful(segment, stem) ? [{ start: index, end: index + segment.length, stem }] : [];
});

/** The meaningful words that at least two of the texts have, each where it stands: one list for each text, in order. */
export function sharedTerms(texts: readonly string[]): SharedTerm[][] {
  const words = texts.map(wordsOf);
  const counts = new Map<string, number>();
  for (const text of words) for (const stem of new Set(text.map((word) => word.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return words.map((text) => text.flatMap(({ start, end, stem }) => {
    const count = counts.get(stem) ?? 0;
    return count > 1 ? [{ start, end, in: count }] : [];
  }));
}
