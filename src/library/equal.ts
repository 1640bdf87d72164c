/** Whether two JSON values are the same; an absent member and a null one count as the same. */
export function equal(one: unknown, other: unknown): boolean {
  if (one === other || (one ?? null) === (other ?? null)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  for (const key of Object.keys(a)) if (!equal(a[key], b[key])) return false;
  return Object.keys(b).every((key) => Object.hasOwn(a, key) || (b[key] ?? null) === null);
}
