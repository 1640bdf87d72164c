import type { Page } from 'playwright-core';
import type { OperationName, Output } from '../../src/contract/contract.ts';
import type { Result } from '../../src/contract/errors.ts';

/** Asks the running app through the window's own bridge, as the window does. Throws what an expected error says. */
export async function ask<N extends OperationName>(page: Page, name: N, input: unknown): Promise<Output<N>> {
  const script = `window.sheaf.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
  const result = await page.evaluate<Result<Output<N>>>(script);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}
