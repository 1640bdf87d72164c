import { expect, it, vi } from 'vitest';

it('settings changed one after the other quickly all count, whatever is told of the earlier ones meanwhile', async () => {
  const answers: (() => void)[] = [];
  let kept: Record<string, unknown> = {};
  let tell: (settings: unknown) => void = () => undefined;
  vi.stubGlobal('window', { sheaf: {
    call: (name: string, input: Record<string, unknown>) => new Promise((resolve) => {
      if (name !== 'settings.set') return;
      kept = { ...kept, ...input };
      const now = kept;
      answers.push(() => { tell(now); resolve({ ok: true, value: now }); });
    }),
    on: (_name: string, listener: (settings: unknown) => void) => { tell = listener; return () => undefined; },
  } });
  const { followSettings, useSettings } = await import('../../../renderer/stores/settings.ts');
  void followSettings();
  kept = { ...useSettings.getState().settings };
  const first = useSettings.getState().set({ density: 'table' });
  const second = useSettings.getState().set({ density: 'compact' });
  answers[0]?.();
  await first;
  expect(useSettings.getState().settings.density).toBe('compact');
  answers[1]?.();
  await second;
  expect(useSettings.getState().settings.density).toBe('compact');
  vi.unstubAllGlobals();
});

it('a setting that could not be kept is said to be', async () => {
  vi.resetModules();
  const error = { code: 'no-space', message: 'full', retryable: true, details: { reason: 'settings' } };
  vi.stubGlobal('window', { sheaf: { call: () => Promise.resolve({ ok: false, error }), on: () => () => undefined } });
  const { useSettings } = await import('../../../renderer/stores/settings.ts');
  const { useToasts } = await import('../../../renderer/stores/toasts.ts');
  await useSettings.getState().set({ density: 'table' });
  expect(useToasts.getState().toasts).toMatchObject([{ tone: 'error', text: expect.stringContaining('settings') }]);
  vi.unstubAllGlobals();
});
