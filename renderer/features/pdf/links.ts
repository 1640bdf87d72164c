// pdf.js's viewer finds pdf.js itself by a global name, which this puts there.
import 'pdfjs-dist/legacy/build/pdf.mjs';
import { LinkTarget, PDFLinkService } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { destinationOf } from './destination.ts';
import type { Destination } from './destination.ts';

/**
 * pdf.js's links, but that following one only goes there. Its own way also gives the page the focus once its words are drawn,
 * which may be seconds later: the reader, who has gone on meanwhile, would be led back.
 */
export class Links extends PDFLinkService {
  readonly #go: (to: Destination) => void;

  constructor(eventBus: EventBus, go: (to: Destination) => void) {
    super({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer nofollow', ignoreDestinationZoom: true });
    this.#go = go;
  }

  override async goToDestination(named: string | unknown[]): Promise<void> {
    const document = this.pdfDocument;
    // A link that leads nowhere stays without effect, as in other readers.
    const to = document === null ? null : await destinationOf(document, named).catch(() => null);
    if (to !== null && this.pdfDocument === document) this.#go(to);
  }
}
