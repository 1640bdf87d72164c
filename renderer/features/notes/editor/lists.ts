import { Decoration } from '@codemirror/view';
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { t } from '../../../messages/messages.ts';
import type { Drawing } from './preview.ts';
import { linesIn } from './preview.ts';
import { SignWidget, TaskWidget } from './widgets.ts';

/** How deep lists are told apart. */
const DEEPEST = 6;
const bullet = Decoration.replace({ widget: new SignWidget('cm-bullet', '•') });
const number = Decoration.mark({ class: 'cm-number' });
const hidden = Decoration.replace({});

/** How many lists an item lies in. */
function depthOf(item: SyntaxNode): number {
  let depth = 0;
  for (let node = item.parent; node !== null; node = node.parent) if (node.name === 'BulletList' || node.name === 'OrderedList') depth++;
  return Math.min(depth, DEEPEST);
}

/** An item's lines lie as deep as it does, and its words in line with each other however long they are. */
export function listItem(drawing: Drawing, { node, from, to }: SyntaxNodeRef): void {
  const { state, out } = drawing;
  const look = `cm-depth-${String(depthOf(node))}`;
  const first = state.doc.lineAt(from).number;
  for (const line of linesIn(drawing, from, to)) {
    out.push(Decoration.line({ class: line.number === first ? `cm-item ${look}` : look }).range(line.from));
    if (line.number === first && from > line.from && state.sliceDoc(line.from, from).trim() === '') {
      out.push(hidden.range(line.from, from));
      drawing.passed.push(hidden.range(line.from, from));
    }
  }
}

/** The sign before an item: a bullet, its number, or the box of a task, unless the cursor stands in what is written for it. */
export function listMark({ state, out, isActive }: Drawing, { node, from, to }: SyntaxNodeRef): void {
  const item = node.parent;
  const marker = item?.getChild('Task')?.getChild('TaskMarker') ?? null;
  const end = marker?.to ?? to;
  const after = Math.min(end + 1, state.doc.lineAt(end).to);
  const isWritten = isActive(from, to) && state.selection.ranges.some((range) => range.to > from && range.from < after);
  if (isWritten || after === end) return;
  if (marker !== null) out.push(Decoration.replace({ widget: new TaskWidget(/x/i.test(state.sliceDoc(marker.from, marker.to)), t('notes.task')) }).range(from, after));
  else out.push((item?.parent?.name === 'OrderedList' ? number : bullet).range(from, after));
}
