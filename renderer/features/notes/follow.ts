import { offerOfLink } from '../../../src/contract/offer.ts';
import { call } from '../../client/client.ts';
import { sayError } from '../../stores/toasts.ts';
import { showPaper } from '../library/index.ts';
import { openNote } from './place/store.ts';
import type { Follow } from './editor/keys.ts';

/** Where the links of notes lead: to papers and passages of the library, and to the web through the main process. */
export const follow: Follow = {
  cite(key) {
    void call('notes.target', { key }).then((answer) => {
      if (answer.ok && answer.value.note !== null) openNote(answer.value.note);
      else void showPaper(key);
    });
  },
  link(address) {
    const passage = offerOfLink(address);
    if (passage !== null && 'citationKey' in passage) void showPaper(passage.citationKey, passage.annotation);
    else if (/^https?:\/\//i.test(address)) void call('link.open', { url: address }).then((answer) => { if (!answer.ok) sayError(answer.error); });
  },
};
