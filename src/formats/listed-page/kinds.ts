import type { CslDate, CslName } from '../../model/csl.ts';

export type Kind = 'prose' | 'title' | 'authors' | 'date' | 'votes' | 'identifier' | 'label';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE_FORMS = [
  new RegExp(`^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?$`, 'i'),
  new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}(?:,?\\s+(\\d{4}))?$`, 'i'),
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
];
const DATE_LEAD = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+|(?:published|submitted|posted|updated|date)(?:\s+on)?:?\s+)+/i;

/** A date line as CSL date, or null. Without a year only the words are known. */
export function dateOf(text: string): CslDate | null {
  const bare = text.replace(DATE_LEAD, '').trim();
  const [us, british, iso] = DATE_FORMS.map((form) => form.exec(bare));
  const parts = iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], month(us[1]), us[2]] : british ? [british[3], month(british[2]), british[1]] : null;
  if (!parts) return null;
  return parts[0] ? { 'date-parts': [parts.map(Number)] } : { literal: bare };
}

const month = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

const VOTES = /^(?:[▲△⬆↑♥❤⭐★👍🔥]\s*)?[\d.,]+\s*k?(?:\s*(?:votes?|upvotes?|likes?|points?|comments?|stars?|authors?|views?|citations?|replies|models?|datasets?|·|•|\||[▲△⬆↑♥⭐★👍🔥💬])\s*[\d.,]*\s*k?)*$/iu;
const IDENTIFIER = /^(?:\[\d+\]\s*)?(?:arxiv\s*:\s*\S+|doi\s*:\s*10\.\S+|https?:\/\/\S+|10\.\d{4,9}\/\S+)(?:\s*[[(][^\])]*[\])])*$/i;
const LABELS = /^(?:new|subscribe|sign (?:in|up)|log ?in|trending|today|yesterday|this week|(?:view )?(?:pdf|html|abstract|paper|papers|code|github|project(?: page)?)|read more|show more|load more|share|save|upvote|comments?|menu|search|home|about|next|previous|abs|other|submitted by.*|(?:subjects|comments|journal-ref|categories)\s*:.*)$/i;
const SENTENCE_END = /[.!?…。！？]["'”’)\]}]*$/;

/** What a line by itself looks like. `title` is the rest: whatever could be one. */
export function kindOf(text: string): Kind {
  if (/^abstract\s*[:.—-]\s*\S/i.test(text)) return 'prose';
  if (/^title\s*:\s*\S/i.test(text)) return 'title';
  if (/^authors?\s*:\s*\S/i.test(text)) return 'authors';
  if (dateOf(text)) return 'date';
  if (VOTES.test(text)) return 'votes';
  if (IDENTIFIER.test(text)) return 'identifier';
  if (LABELS.test(text) || !/\p{L}{2}/u.test(text)) return 'label';
  if (namesOf(text)) return 'authors';
  return isProse(text) ? 'prose' : 'title';
}

/** Running text: long, or sentences. A title may be long, but it is not several sentences. */
export function isProse(line: string): boolean {
  const text = line.replace(/^\[?\d{1,3}[.)\]]\s+/, '');
  const length = text.length + 2 * ideographs(text);
  if (length >= 350) return true;
  const sentences = (text.match(/[\p{Ll}\d)%][.!?]["'”’)]?\s+["'“‘(]?\p{Lu}/gu)?.length ?? 0) + (SENTENCE_END.test(text) ? 1 : 0);
  return (length >= 200 && SENTENCE_END.test(text)) || (length >= 100 && sentences >= 2) || (length >= 30 && sentences >= 2 && /[.。]$/.test(text) && !/^by\b/i.test(text)) || (length >= 100 && text.endsWith('.') && mostlyLower(text));
}

/** Signs of scripts without spaces: each says about as much as three letters. */
const ideographs = (text: string): number => text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;

/** Words, with two ideographs counted as one. */
export const wordsIn = (text: string): number => text.split(/\s+/).length + Math.floor(ideographs(text) / 2);

/** A title capitalises its words, or is short; a sentence does neither. */
function mostlyLower(text: string): boolean {
  const words = text.split(/\s+/);
  return words.filter((word) => /^\p{Ll}/u.test(word)).length >= words.length * 0.6;
}

/** A short line that ends as a sentence: it may close an abstract, or be a title of a house that sets a full stop. */
export const isSentence = (text: string): boolean => /[\p{L}\d)\]}/][.]["'”’)]*$/u.test(text) && text.split(/\s+/).length >= 3;

const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|y|e|i|af|av)$/;
const NAME_WORD = /^(?:(?:\p{Ll}{1,4}['’-])?\p{Lu}[\p{L}\p{M}'’.-]*|\(\p{Lu}[\p{L}.-]*\))$/u;
const NOT_A_NAME = /^(?:The|A|An|For|With|From|Of|In|On|And|Towards?|Learning|Models?|Networks?|Neural|Deep|Data|Using|Via|Is|Are|Large|Language)$/;
const LEAD = /^(?:authors?\s*:|by\s)\s*/i;
const OTHERS = /(?<!\s)\s*(?:,\s*)?(?:et al\.?|\+\s*\d+(?: more)?|(?:and )?\d+ (?:others|more)(?: authors)?)$/i;

/**
 * The people of an author line, or null when it does not read as one: two names or more, each of two to seven capitalised
 * words. In a list of four or more, one in five may look otherwise: a name of one word, or one that is also a word of English.
 */
export function namesOf(text: string): CslName[] | null {
  const led = LEAD.test(text);
  const bare = text.replace(LEAD, '').replace(/[\d*†‡§¶]+(?=\s|,|;|$)/g, '').replace(OTHERS, '');
  const parts = bare.split(/(?:(?<!\s)\s+)?[,;·•]\s*(?:and\s+)?|(?<!\s)\s+(?:and|und|et|&)\s+/).filter(Boolean);
  if (parts.length === 0 || (!led && parts.length < 2)) return null;
  const odd = parts.filter((part) => !isName(part, false));
  const few = led ? odd.length * 2 <= parts.length : odd.length * 5 <= parts.length && parts.length >= 4;
  return odd.length === 0 || (few && odd.every((part) => isName(part, true))) ? parts.map(toName) : null;
}

/** Whether a line could be the name of one person: what it is, only its place on the page can tell. */
export const couldBeName = (text: string): boolean => isName(text, false) && text.split(/\s+/).length <= 4;

function isName(text: string, loosely: boolean): boolean {
  const words = text.split(/\s+/);
  if (words.length > 7 || !words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word) || /^\p{Script=Han}+$/u.test(word))) return false;
  if (loosely) return true;
  return (words.length >= 2 || /^\p{Script=Han}{2,4}$/u.test(text)) && !words.some((word) => NOT_A_NAME.test(word));
}

function toName(text: string): CslName {
  const words = text.split(/\s+/);
  if (words.length === 1) return { literal: text };
  const particle = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
  const at = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}
