/** Latin letters that Unicode does not decompose, in the spelling people type for them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th',
  ı: 'i', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ŋ: 'ng', Ŋ: 'Ng', ĸ: 'k', ə: 'e', Ə: 'E', ɓ: 'b', ɗ: 'd', ƙ: 'k', ƒ: 'f', ʼ: '', ʻ: '',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
const ASCII = /^[\0-\x7f]*$/u;

/** A text without accents, ligatures and width variants (`Bjørn` → `Bjorn`, `ﬁ` → `fi`); other scripts keep their letters. */
export function plainLetters(text: string): string {
  if (ASCII.test(text)) return text;
  return text.normalize('NFKD').replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '').replace(SPECIAL, (c) => PLAIN[c] ?? c).normalize('NFC');
}
