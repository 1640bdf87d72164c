import type { TextSelector } from '../../../../src/model/annotation.ts';
export const anchor = (text: string, s: TextSelector): { start: number; end: number } | null => {
  if (text.slice(s.start, s.end) === s.exact) return { start: s.start, end: s.end };
  const at = text.indexOf(s.exact);
  return at < 0 ? null : { start: at, end: at + s.exact.length };
};
export const selectorFor = (text: string, start: number, end: number): TextSelector => ({ exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32), start, end });
