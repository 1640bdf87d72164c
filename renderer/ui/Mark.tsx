/** Sheaf's mark: five leaves bound by a band, as on its icon. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="96 96 320 330" fill="none" strokeLinecap="round" aria-hidden>
      <g stroke="var(--accent)" strokeWidth="28">
        <path d="M256 404V116" />
        <path d="M226 404c0-74-14-92-14-140s-10-86-46-118" /><path d="M286 404c0-74 14-92 14-140s10-86 46-118" />
        <path d="M198 404c0-60-34-84-44-122s-20-58-46-74" /><path d="M314 404c0-60 34-84 44-122s20-58 46-74" />
      </g>
      <path d="M176 306h160" stroke="var(--band)" strokeWidth="36" />
    </svg>
  );
}
