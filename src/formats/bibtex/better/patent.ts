import type { CslItem } from '../../../model/csl.ts';

const COUNTRIES = new Set(['de', 'eu', 'fr', 'uk', 'us']);
/** Offices by the letters before their numbers (WIPO ST.3), as BibLaTeX's keys name them. */
const OFFICES: Readonly<Record<string, string>> = { us: 'us', ep: 'eu', gb: 'uk', de: 'de', fr: 'fr' };
const officeOf = (number: string): string | undefined => OFFICES[number.slice(0, 2).toLowerCase()];

/** A patent's office, its number without the office's letters, and BibLaTeX's key for its kind. */
export function patentOf(item: CslItem): { region: string | undefined; number: string | undefined; type: string } {
  const [number, application] = [item.number, item['call-number']].map((one) => (one === undefined ? undefined : String(one)));
  const country = typeof item['jurisdiction'] === 'string' ? item['jurisdiction'].toLowerCase() : '';
  const numbers = [number, application].flatMap((one) => one ?? []);
  const region = COUNTRIES.has(country) ? country : numbers.map(officeOf).find((office) => office !== undefined);
  const led = numbers.find((one) => officeOf(one) !== undefined);
  return { region, number: led?.slice(2) ?? numbers[0], type: region === undefined ? 'patent' : `${number === undefined ? 'patreq' : 'patent'}${region}` };
}
