import { useState } from 'react';
import type { DragEvent } from 'react';
import { pathOf } from '../../client/client.ts';
import { bring } from './work.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
/** Files that hold references, dropped beside the file section, are imported. */
const REFERENCES = /\.(?:bib|ris|txt|html?|md|json|xml|nbib|enw|ciw|ya?ml|cff|csv|tsv|mrc|rdf)$/i;

function take(event: DragEvent, paper: string): void {
  event.preventDefault();
  event.stopPropagation();
  const paths = [...event.dataTransfer.files].map(pathOf).filter((path) => path !== '');
  if (paths.length > 0) void bring(paper, paths);
}

/** Files dropped here belong to the paper, whatever they are. */
export function useDrop(paper: string) {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragOver: (event: DragEvent): void => { if (hasFiles(event)) { event.preventDefault(); event.stopPropagation(); setOver(true); } },
    onDragLeave: (event: DragEvent): void => { if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false); },
    onDrop: (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      setOver(false);
      take(event, paper);
    },
  };
}

/** PDFs, books and pictures dropped anywhere on a paper belong to it; lists of references go on to the import. */
export function dropOnPaper(event: DragEvent, paper: string): void {
  const names = [...event.dataTransfer.files].map(({ name }) => name);
  if (names.length === 0 || names.some((name) => REFERENCES.test(name))) return;
  take(event, paper);
  // The veil that the import hung over the window goes with the drag.
  window.dispatchEvent(new DragEvent('dragleave'));
}
