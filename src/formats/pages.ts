/** `475-82` is 475-482: the last page with the digits it shares with the first. */
export function wholePages(pages: string): string {
  return pages.replace(/\b(\d+)([-–])(\d+)(?=$|[\s,;])/g, (all, first: string, dash: string, last: string) => (last.length < first.length ? `${first}${dash}${first.slice(0, first.length - last.length)}${last}` : all));
}

/** Whether eight digits are an ISSN by their check digit. */
export function isIssn(text: string): boolean {
  const digits = text.replace(/[^\dXx]/g, '');
  if (digits.length !== 8) return false;
  const sum = [...digits].reduce((all, digit, at) => all + (digit.toUpperCase() === 'X' ? 10 : Number(digit)) * (8 - at), 0);
  return sum % 11 === 0;
}
