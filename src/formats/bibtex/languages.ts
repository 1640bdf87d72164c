/** Languages by the names that babel, and so BibLaTeX's `langid`, has for them (babel manual, 1.31), and their codes (BCP 47), which CSL wants. The first name of a code is the one written. */
const NAMES = 'en english,en-US american,en-US usenglish,en-GB british,en-GB ukenglish,en-AU australian,en-CA canadian,en-NZ newzealand,de ngerman,de german,de-AT austrian,de-AT naustrian,de-CH nswissgerman,de-CH swissgerman,fr french,fr francais,fr-CA canadien,es spanish,it italian,pt portuguese,pt-BR brazilian,pt-BR brazil,nl dutch,da danish,sv swedish,nb norsk,nb norwegian,nn nynorsk,fi finnish,is icelandic,pl polish,cs czech,sk slovak,sl slovene,hr croatian,sr serbian,ru russian,uk ukrainian,bg bulgarian,mk macedonian,el greek,tr turkish,hu hungarian,hu magyar,ro romanian,et estonian,lv latvian,lt lithuanian,ca catalan,gl galician,eu basque,la latin,he hebrew,ar arabic,fa persian,fa farsi,hi hindi,bn bengali,ta tamil,ja japanese,ko korean,zh chinese,zh-CN chinese,zh-Hans chinese,zh-Hant chinese-traditional,zh-TW chinese-traditional,zh-HK chinese-traditional,vi vietnamese,th thai,id indonesian,cy welsh,ga irish,af afrikaans,eo esperanto,sq albanian,hy armenian,ka georgian,mn mongolian'.split(',').map((pair) => { const [code = '', name = ''] = pair.split(' '); return { code, name }; });

const CODES = new Map(NAMES.map(({ code, name }) => [name, code]));
const LANGIDS = new Map([...NAMES].reverse().map(({ code, name }) => [code.toLowerCase(), name]));

/** The code of a language that is named as babel names it; other words stay. */
export const languageOf = (name: string): string => CODES.get(name.toLowerCase()) ?? name;

/** The codes of three letters that catalogues use (ISO 639-2). */
const ISO_639_2: Readonly<Record<string, string>> = { eng: 'en', ger: 'de', deu: 'de', fre: 'fr', fra: 'fr', spa: 'es', ita: 'it', por: 'pt', dut: 'nl', nld: 'nl', rus: 'ru', chi: 'zh', zho: 'zh', jpn: 'ja', kor: 'ko', ara: 'ar', heb: 'he', lat: 'la', pol: 'pl', cze: 'cs', ces: 'cs', swe: 'sv', dan: 'da', fin: 'fi', gre: 'el', ell: 'el', tur: 'tr', hun: 'hu' };

/** What languages call themselves, as catalogues and people write it. */
const OWN_NAMES: Readonly<Record<string, string>> = { deutsch: 'de', français: 'fr', español: 'es', castellano: 'es', italiano: 'it', português: 'pt', nederlands: 'nl', dansk: 'da', svenska: 'sv', 'norsk bokmål': 'nb', suomi: 'fi', polski: 'pl', čeština: 'cs', slovenščina: 'sl', hrvatski: 'hr', română: 'ro', türkçe: 'tr', русский: 'ru', українська: 'uk', български: 'bg', ελληνικά: 'el', עברית: 'he', العربية: 'ar', 日本語: 'ja', 한국어: 'ko', 中文: 'zh', 汉语: 'zh', 漢語: 'zh' };

/** What babel calls the language of a code, with its region or without, or of a name; undefined for any other word. */
export function langidOf(language: string): string | undefined {
  const given = language.trim().toLowerCase().replace('_', '-').replace(/[;,.]$/, '');
  if (CODES.has(given)) return given;
  const code = ISO_639_2[given] ?? OWN_NAMES[given] ?? given;
  return LANGIDS.get(code) ?? (/^[a-z]{2}-[a-z]{2,4}$/.test(code) ? LANGIDS.get(code.slice(0, 2)) : undefined);
}
