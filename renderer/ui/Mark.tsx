/** Sheaf's mark: leaves bound by a band. */
export function Mark({ size = 18 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="var(--accent)" strokeWidth="1.8" strokeLinecap="round" aria-hidden>
      <path d="M12 21V3M12 14C8 13 5.5 9 5.5 4.5M12 14c4-1 6.5-5 6.5-9.5M12 14c-2 2-4 5-4.5 7M12 14c2 2 4 5 4.5 7" />
      <path d="M8.6 14.4h6.8" strokeWidth="2.6" />
    </svg>
  );
}
