import { describe, expect, it } from 'vitest';
import { writeEdtf } from '../../../src/formats/bibtex/dates.ts';
import { dateOf } from '../../../src/formats/zotero/dates.ts';

/** What was written, and the same in EDTF; words that stay words are in brackets. */
const READ: Readonly<Record<string, string>> = {
  'July-October 1985': '1985-07/1985-10', 'Jan.-Feb. 1999': '1999-01/1999-02', '1999 Jan-Feb': '1999-01/1999-02', 'jan 20-22 1977': '1977-01-20/1977-01-22', '22-26 June 2015': '2015-06-22/2015-06-26', '29 June–1 July 2011': '2011-06-29/2011-07-01', 'January 30–February 3, 1989': '1989-01-30/1989-02-03', '3-5 juin 2010': '2010-06-03/2010-06-05', 'March 2001 to May 2002': '2001-03/2002-05', '29 June 2011 - 1 July 2012': '2011-06-29/2012-07-01',
  '1999--2001': '1999/2001', '2001_2003': '2001/2003', '1999-2001~': '1999~/2001~', '2001-02-03 - 2001-02-05': '2001-02-03/2001-02-05', 'Spring/Summer 2015': '2015-21/2015-22',
  '2019-00-00': '2019', '2019/00/00': '2019', '2019-03-00': '2019-03', '20200304': '2020-03-04', 'Mon, 3 Jun 2010': '2010-06-03', 'Friday, June 3, 2010': '2010-06-03', '2014 6': '2014-06', '476': '0476', 'c. 1999': '1999~',
  '10/06/2014': '(10/06/2014)', 'Sonderheft 2001': '(Sonderheft 2001)', 'in press': '(in press)', 'Wed Dec 09 2020 13:49:01 GMT+0100 (Central European Standard Time)': '(Wed Dec 09 2020 13:49:01 GMT+0100 (Central European Standard Time))', 'Mars-Verlag 2001': '(Mars-Verlag 2001)',
};

describe('dates as people and catalogues write them', () => {
  for (const [text, date] of Object.entries(READ)) it(text, () => expect(writeEdtf(dateOf(text)) ?? `(${dateOf(text).literal ?? ''})`).toBe(date));
});
