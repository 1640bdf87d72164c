import type { KeyboardEvent } from 'react';
import { t } from '../../messages/messages.ts';
import { carryOut } from '../../stores/carry-out.ts';
import './stars.css';

const ALL = [1, 2, 3, 4, 5] as const;

/** A rating to read: as many stars as were given. */
export const Stars = ({ rating }: { rating: number }) => (rating === 0 ? null : <span className="stars" role="img" aria-label={t('rate.given', { count: rating })}>{'★'.repeat(rating)}<span className="stars-off" aria-hidden>{'★'.repeat(5 - rating)}</span></span>);

/** The stars are one stop of the Tab key: the arrows go along them. */
function alongStars(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0 || !(event.target instanceof Element)) return;
  event.preventDefault();
  event.stopPropagation();
  const stars = [...event.currentTarget.querySelectorAll<HTMLElement>('.star')];
  stars[stars.findIndex((star) => star === event.target) + by]?.focus();
}

/** A rating to give: one star to five; the star that is given takes it back. */
export function RatePaper({ paper, rating }: { paper: string; rating: number }) {
  return (
    <span className="stars stars-rate" role="group" aria-label={t('rate.label')} onKeyDown={alongStars}>
      {ALL.map((star) => (
        <button key={star} type="button" className={star <= rating ? 'star' : 'star stars-off'} tabIndex={star === Math.max(1, rating) ? 0 : -1} aria-pressed={star === rating} aria-label={t('rate.give', { count: star })} title={`${t('rate.give', { count: star })} (Alt+${String(star)})`}
          onClick={() => void carryOut('paper.rate', { selection: { ids: [paper] }, rating: star === rating ? 0 : star })}>★</button>
      ))}
    </span>
  );
}
