import './progress.css';

/** A bar; without a `total` it only says that work goes on. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const part = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div className={`progress${part === null ? ' progress-open' : ''}`} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} {...(part === null ? {} : { 'aria-valuenow': Math.round(part * 100) })}>
      <span style={{ transform: `scaleX(${String(part ?? 0.35)})` }} />
    </div>
  );
}
