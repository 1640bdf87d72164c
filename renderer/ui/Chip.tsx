import { X } from 'lucide-react';
import './chip.css';

/** A tag's colour where none was chosen: one of a quiet few, the same for the same name. */
export const QUIET = ['#c98a2b', '#4e8d64', '#4a7fb5', '#b0567a', '#7d68b3', '#3f8f8a', '#a0663c', '#7c7a3a'] as const;

/** The colour of a tag: the chosen one, else one that follows from its name. */
export function tagColour(name: string, colour?: string): string {
  if (colour !== undefined && colour !== '') return colour;
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return QUIET[sum % QUIET.length] ?? QUIET[0];
}

interface Props { name: string; colour?: string | undefined; removeLabel?: string; onRemove?: () => void }

/** A tag as a small coloured label. */
export function Chip({ name, colour, removeLabel, onRemove }: Props) {
  return (
    <span className="chip" style={{ '--chip': tagColour(name, colour) } as React.CSSProperties}>
      <span className="chip-name">{name}</span>
      {onRemove === undefined ? null : <button type="button" className="chip-x" aria-label={removeLabel} onClick={onRemove}><X size={11} aria-hidden /></button>}
    </span>
  );
}

/** A tag's colour as a dot. */
export const Dot = ({ name, colour }: { name: string; colour?: string | undefined }) => <span className="dot" style={{ background: tagColour(name, colour) }} aria-hidden />;
