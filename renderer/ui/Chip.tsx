import { X } from 'lucide-react';
import './chip.css';

/** A tag's colour where none was chosen: one of a quiet few, the same for the same name. */
export const QUIET = ['#c98a2b', '#4e8d64', '#4a7fb5', '#b0567a', '#7d68b3', '#2f938c', '#b4573c', '#66798c'] as const;

/** The colour of a tag: the chosen one, else one that follows from its name. */
export function tagColour(name: string, colour?: string): string {
  if (colour !== undefined && colour !== '') return colour;
  // FNV-1a: names that are alike come out apart.
  let sum = 0x811c9dc5;
  for (const letter of name) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return QUIET[sum % QUIET.length] ?? QUIET[0];
}

interface Props { name: string; colour?: string | undefined; removeLabel?: string; onRemove?: () => void }

/** A tag as a small coloured label. */
export function Chip({ name, colour, removeLabel, onRemove }: Props) {
  return (
    <span className="chip" style={{ '--chip': tagColour(name, colour) }}>
      <span className="chip-name">{name}</span>
      {onRemove === undefined ? null : <button type="button" className="chip-x" aria-label={removeLabel} onClick={onRemove}><X size={11} aria-hidden /></button>}
    </span>
  );
}

/** A tag's colour as a dot. */
export const Dot = ({ name, colour }: { name: string; colour?: string | undefined }) => <span className="dot" style={{ background: tagColour(name, colour) }} aria-hidden />;
