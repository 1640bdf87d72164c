/** Puts the keyboard into the list, or into the filter above it. */
export const focusList = (): void => document.querySelector<HTMLElement>('[data-keys="list"]')?.focus();

export function focusFilter(): void {
  const field = document.querySelector<HTMLInputElement>('#filter');
  field?.focus();
  field?.select();
}
