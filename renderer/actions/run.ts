import { actionContext } from './context.ts';
import { actionNamed } from './registry.ts';

/** Runs an action by name where it applies; says whether it did. */
export function runAction(name: string): boolean {
  const action = actionNamed(name);
  const ctx = actionContext();
  if (action === undefined || !action.when(ctx)) return false;
  void Promise.resolve(action.run(ctx));
  return true;
}
